"""Check-ins: what one person said of one line in one of their weeks."""

import enum
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.keyring import SealedText
from practice.people.models import Person

if TYPE_CHECKING:  # the two rows know each other; while the program runs, SQLAlchemy finds the other by its name
    from practice.agreements.models import Line


class Kept(enum.StrEnum):
    """Whether an agreement was kept."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"

    @property
    def label(self) -> str:
        return {"yes": "Kept", "partly": "Partly", "no": "Not this week"}[self.value]


class CheckIn(Addressed, SealedText, Model):
    """One look at one line. Sealed text: a few words, what got in the way, what came back."""

    __tablename__ = "check_ins"
    __table_args__ = (UniqueConstraint("line_id", "person_id", "week_on"),)
    line_id: Mapped[int] = mapped_column(ForeignKey("ledger_lines.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    week_on: Mapped[date]  # the Monday on its writer's calendar
    kept: Mapped[Kept | None]
    hours: Mapped[float | None]
    written_at: Mapped[datetime]
    line: Mapped["Line"] = relationship()
    person: Mapped[Person] = relationship(lazy="joined")


def keep(
    line_id: int, person: Person, week_on: date, *, kept: Kept | None, hours: float | None, note: str, text_class: str
) -> CheckIn:
    """Keep what was said, in place of what the same person said of the same week before."""
    found = _of(line_id, person, week_on)
    if found is None:
        found = CheckIn(line_id=line_id, person=person, week_on=week_on)
        _say(found, kept, hours, note, text_class)
        try:
            with db.session.begin_nested():
                db.session.add(found)
            return found
        except IntegrityError:
            # Another device was quicker between the question and this moment: its row is the week's one row.
            found = _of(line_id, person, week_on)
            assert found
    _say(found, kept, hours, note, text_class)
    return found


def _say(check_in: CheckIn, kept: Kept | None, hours: float | None, note: str, text_class: str) -> None:
    check_in.kept, check_in.hours, check_in.written_at = kept, hours, clock.now()
    check_in.write(note, owner=check_in.person.key(text_class), within=check_in.person.practice.key)


def _of(line_id: int, person: Person, week_on: date) -> CheckIn | None:
    rows = select(CheckIn).where(CheckIn.line_id == line_id, CheckIn.person_id == person.id, CheckIn.week_on == week_on)
    return db.session.scalar(rows.with_for_update(of=CheckIn))
