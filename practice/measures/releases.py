"""Letting the other know one's totals: open once both have agreed, closed again as soon as either takes it back."""

from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, db, insert_once, public_id
from practice.measures.models import Asking
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person
from practice.trail.models import record


class TotalsRelease(Addressed, Model):
    """One person's word on one instrument: all totals of it, earlier and later ones, or none."""

    __tablename__ = "totals_releases"
    __table_args__ = (UniqueConstraint("couple_id", "person_id", "slug"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    slug: Mapped[str] = mapped_column(String(60))
    agreed_at: Mapped[datetime | None]  # none while it is taken back
    couple: Mapped[Couple] = relationship()
    person: Mapped[Person] = relationship()


def agree(couple: Couple, person: Person, slug: str) -> None:
    """Agree that both know each other's totals; a second click changes nothing."""
    if not insert_once(
        TotalsRelease, public_id=public_id(), couple_id=couple.id, person_id=person.id, slug=slug, agreed_at=clock.now()
    ):
        standing = _word(couple, person, slug)
        standing.agreed_at = standing.agreed_at or clock.now()
    record("totals.agreed", actor=person, subject=couple, couple=couple, slug=slug)


def take_back(couple: Couple, person: Person, slug: str) -> None:
    """Take one's agreement back: from now on neither finds the other's totals."""
    if words_of(couple, person).get(slug):
        _word(couple, person, slug).agreed_at = None
        record("totals.taken_back", actor=person, subject=couple, couple=couple, slug=slug)


def words_of(couple: Couple, person: Person) -> dict[str, datetime]:
    """Since when somebody agrees, by the instrument's key."""
    rows = select(TotalsRelease).where(TotalsRelease.couple_id == couple.id, TotalsRelease.person_id == person.id)
    return {word.slug: word.agreed_at for word in db.session.scalars(rows) if word.agreed_at}


def open_of(couple: Couple) -> dict[str, datetime]:
    """Since when each instrument's totals are open to both, by its key."""
    first, second = (words_of(couple, person) for person in couple.partners)
    return {slug: max(first[slug], second[slug]) for slug in first.keys() & second.keys()}


def both_agree(asking: type[Asking]) -> ColumnElement[bool]:
    """The same as a condition on the rows of an asking: both of its couple agree about its instrument."""
    first, second, version = aliased(TotalsRelease), aliased(TotalsRelease), aliased(InstrumentVersion)
    couple = aliased(Couple)
    words = [
        and_(one.couple_id == couple.id, one.person_id == whose, one.slug == version.slug, one.agreed_at.is_not(None))
        for one, whose in ((first, couple.first_id), (second, couple.second_id))
    ]
    theirs = select(couple.id).where(couple.id == asking.couple_id).join(version, version.id == asking.version_id)
    return theirs.join(first, words[0]).join(second, words[1]).exists()


def _word(couple: Couple, person: Person, slug: str) -> TotalsRelease:
    rows = select(TotalsRelease).where(
        TotalsRelease.couple_id == couple.id, TotalsRelease.person_id == person.id, TotalsRelease.slug == slug
    )
    return db.session.scalars(rows.with_for_update().execution_options(populate_existing=True)).one()
