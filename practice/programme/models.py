"""Editions: a programme as it was published, kept so that a couple stays on the words it was assigned."""

import hashlib
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock, places
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.people.models import Person, Practice
from practice.programme.exchange import frame_from, frame_of
from practice.programme.library import Programme, Step, load, step_from_json, to_json


class Edition(Addressed, Model):
    """One published version of a programme: of a practice's own, or (without one) shipped with the product."""

    __tablename__ = "editions"
    __table_args__ = (
        UniqueConstraint("slug", "digest"),
        Index("uq_editions_practice_id_slug_version", "practice_id", "slug", "version", unique=True),
    )
    practice_id: Mapped[int | None] = mapped_column(ForeignKey("practices.id"), index=True)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    slug: Mapped[str] = mapped_column(String(80))
    version: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    frame: Mapped[str | None] = mapped_column(Text, deferred=True)  # what stands round the steps
    digest: Mapped[str] = mapped_column(String(64))
    published_at: Mapped[datetime]
    author: Mapped[Person | None] = relationship()
    steps: Mapped[list["PublishedStep"]] = relationship(order_by="PublishedStep.position", back_populates="edition")

    @property
    def is_shipped(self) -> bool:
        return self.practice_id is None

    @property
    def name(self) -> str:
        """Title and version."""
        return f"{self.title}, version {self.version}"

    @property
    def programme(self) -> Programme:
        """The whole programme, with all its steps."""
        return self.framed(tuple(published.step for published in self.steps))

    def framed(self, steps: tuple[Step, ...] = ()) -> Programme:
        """What stands round the steps: title, summary, source, closing word."""
        # An edition from before frames were kept is the product's own, whose frame comes with it.
        return frame_from(self.frame, steps, self.version) if self.frame else _shipped_frame(steps, self.version)


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
    """Keep a programme that comes with the product as an edition, unless these very words are kept already."""
    digest = _digest([to_json(step) for step in programme.steps])
    return _same(programme.slug, digest) or _keep(programme, digest)


def publish_own(programme: Programme, *, by: Person) -> Edition:
    """Keep a practice's own programme as its next edition, unless these very words are kept already."""
    # Of two at once in one practice one goes first: a double click finds its words kept, others get the next version.
    db.session.execute(select(Practice.id).where(Practice.id == by.practice_id).with_for_update())
    digest = _digest([by.practice.public_id, frame_of(programme), *(to_json(step) for step in programme.steps)])
    if same := _same(programme.slug, digest):
        return same
    earlier = select(func.max(Edition.version)).where(Edition.practice_id == by.practice_id, Edition.slug == programme.slug)
    version = (db.session.scalar(earlier) or 0) + 1
    return _keep(replace(programme, version=version), digest, practice_id=by.practice_id, author=by)


def newest() -> Edition:
    """The edition that a new couple begins with: the newest that came with the product."""
    return db.session.scalars(select(Edition).where(Edition.practice_id.is_(None)).order_by(Edition.id.desc()).limit(1)).one()


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


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _same(slug: str, digest: str) -> Edition | None:
    found: Edition | None = db.session.scalar(select(Edition).where(Edition.slug == slug, Edition.digest == digest))
    return found


def _keep(programme: Programme, digest: str, **whose: Any) -> Edition:
    edition = Edition(
        **whose,
        slug=programme.slug,
        version=programme.version,
        title=programme.title,
        frame=frame_of(programme),
        digest=digest,
        published_at=clock.now(),
        steps=[
            PublishedStep(slug=s.slug, position=n, title=s.title, together=s.together, body=to_json(s))
            for n, s in enumerate(programme.steps, start=1)
        ],
    )
    db.session.add(edition)
    return edition


def _shipped_frame(steps: tuple[Step, ...], version: int) -> Programme:
    return replace(_shipped(), steps=steps, version=version)


@cache
def _shipped() -> Programme:
    return load(places.programme())
