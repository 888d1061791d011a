"""Editions: a programme as it was published, kept so that a couple stays on the words it was assigned."""

import hashlib
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.programme.library import Programme, Step, step_from_json, to_json


class Edition(Addressed, Model):
    """One published version of a programme."""

    __tablename__ = "editions"
    __table_args__ = (UniqueConstraint("slug", "digest"),)
    slug: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]
    steps: Mapped[list["PublishedStep"]] = relationship(order_by="PublishedStep.position", back_populates="edition")


class PublishedStep(Addressed, Model):
    """One step of an edition, whole, as it stood when it was published."""

    __tablename__ = "published_steps"
    __table_args__ = (UniqueConstraint("edition_id", "slug"),)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"))
    slug: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    together: Mapped[bool]
    body: Mapped[str] = mapped_column(Text, deferred=True)
    edition: Mapped[Edition] = relationship(back_populates="steps")

    @property
    def step(self) -> Step:
        """The step with all its prompts."""
        return step_from_json(self.body)


class Enrolment(Model):
    """Which edition a couple works with, until its coach moves it."""

    __tablename__ = "enrolments"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), unique=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"))
    edition: Mapped[Edition] = relationship(lazy="joined")


def publish(programme: Programme) -> Edition:
    """Keep a programme as an edition, unless these very words are kept already."""
    bodies = [to_json(step) for step in programme.steps]
    digest = hashlib.sha256("\n".join(bodies).encode()).hexdigest()
    kept: Edition | None = db.session.scalar(select(Edition).where(Edition.slug == programme.slug, Edition.digest == digest))
    if kept:
        return kept
    edition = Edition(
        slug=programme.slug,
        version=programme.version,
        title=programme.title,
        digest=digest,
        published_at=clock.now(),
        steps=[
            PublishedStep(slug=s.slug, position=n, title=s.title, together=s.together, body=body)
            for n, (s, body) in enumerate(zip(programme.steps, bodies, strict=True), start=1)
        ],
    )
    db.session.add(edition)
    return edition


def newest() -> Edition:
    """The edition that a new couple begins with."""
    return db.session.scalars(select(Edition).order_by(Edition.id.desc()).limit(1)).one()


def edition_of(couple: Couple) -> Edition:
    """The edition a couple works with: the one it began with, or the newest while it has not begun."""
    enrolment = db.session.scalar(select(Enrolment).where(Enrolment.couple_id == couple.id))
    return enrolment.edition if enrolment else newest()


def enrol(couple: Couple) -> Edition:
    """Fix a couple's edition at its first step."""
    edition = edition_of(couple)
    if not db.session.scalar(select(Enrolment.id).where(Enrolment.couple_id == couple.id)):
        db.session.add(Enrolment(couple_id=couple.id, edition_id=edition.id))
    return edition
