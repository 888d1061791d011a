"""What a coach asks of one person, and each occasion on which it is asked.

Of both means two askings, one of each: nothing in one tells of the other.
"""

import enum
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, and_, select
from sqlalchemy.orm import Mapped, aliased, joinedload, lazyload, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.measures.points import Point, Rhythm
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person


class State(enum.StrEnum):
    """How far one occasion has come."""

    PLANNED = "planned"
    OPEN = "open"
    ANSWERED = "answered"
    MISSED = "missed"
    ENDED = "ended"

    @property
    def label(self) -> str:
        return {
            "planned": "Planned",
            "open": "Open",
            "answered": "Answered",
            "missed": "Left out",
            "ended": "Ended",
        }[self.value]


class Asking(Addressed, Model):
    """One questionnaire asked of one person. It keeps the wording it began with, so that its answers can be compared."""

    __tablename__ = "askings"
    __table_args__ = (UniqueConstraint("couple_id", "person_id", "asked_key"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("instrument_versions.id"))
    rhythm: Mapped[Rhythm]
    every_weeks: Mapped[int] = mapped_column(default=0)
    asked_at: Mapped[datetime]
    asked_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click asks once
    ended_at: Mapped[datetime | None]
    couple: Mapped[Couple] = relationship(lazy="joined")
    person: Mapped[Person] = relationship()
    version: Mapped[InstrumentVersion] = relationship(lazy="joined")
    occasions: Mapped[list["Occasion"]] = relationship(
        order_by="Occasion.number", back_populates="asking", cascade="all", lazy="selectin"
    )

    @property
    def label(self) -> str:
        """How often, in words."""
        if self.rhythm is Rhythm.WEEKS:
            return "Every week" if self.every_weeks == 1 else f"Every {self.every_weeks} weeks"
        return self.rhythm.label

    @property
    def goes_on(self) -> bool:
        """Whether anything of it is open or still to come."""
        return any(occasion.state in (State.PLANNED, State.OPEN) for occasion in self.occasions)

    @property
    def open(self) -> "Occasion | None":
        return next((occasion for occasion in self.occasions if occasion.state is State.OPEN), None)

    @property
    def next_on(self) -> date | None:
        """The next day on which it is asked."""
        return next((occasion.due_on for occasion in self.occasions if occasion.state is State.PLANNED), None)

    def hold(self) -> None:
        """Whoever opens, answers or ends anything of it waits here for the others."""
        rows = select(Asking.id).where(Asking.id == self.id).with_for_update()
        db.session.scalar(rows)
        db.session.refresh(self, ["ended_at", "occasions"])


class Occasion(Addressed, Model):
    """One time that somebody is asked: planned for a day of theirs, then open, then answered or left out."""

    __tablename__ = "occasions"
    __table_args__ = (UniqueConstraint("asking_id", "number"),)
    asking_id: Mapped[int] = mapped_column(ForeignKey("askings.id"))
    number: Mapped[int]
    point: Mapped[Point | None]
    due_on: Mapped[date]
    state: Mapped[State] = mapped_column(default=State.PLANNED, index=True)
    opened_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]  # when it was answered, left out or ended
    reminded: Mapped[int] = mapped_column(default=0)
    reminded_at: Mapped[datetime | None]
    asking: Mapped[Asking] = relationship(back_populates="occasions", lazy="joined")

    @property
    def person(self) -> Person:
        return self.asking.person

    @property
    def couple(self) -> Couple:
        return self.asking.couple

    def settle(self, state: State) -> None:
        """Close it, one way or another; its asking is held."""
        self.state, self.settled_at = state, clock.now()

    def must_be_open(self) -> None:
        """Raises: Refused with a sentence for the person who answers."""
        coach = self.couple.coach.name
        if self.state is State.ANSWERED:
            raise Refused(f"You have sent this already. It is with {coach}.")
        if self.state is State.MISSED:
            raise Refused("This one is closed, for a newer one has opened since. Nothing is wrong with having left it out.")
        if self.state is not State.OPEN:
            raise Refused(f"{coach} does not ask this any more, so there is nothing to send.")
        self.couple.must_be_at_work()


def of_couple(couple: Couple) -> list[Asking]:
    """Everything that was ever asked of the two, for their coach, the newest first."""
    rows = select(Asking).where(Asking.couple_id == couple.id).order_by(Asking.asked_at.desc(), Asking.id.desc())
    return list(db.session.scalars(rows).unique())


def open_for(person: Person) -> list[Occasion]:
    """What waits for somebody, the oldest first: their own, whatever the other was asked."""
    return waiting_for(person)[0]


def waiting_for(person: Person) -> tuple[list[Occasion], bool]:
    """What waits for somebody, the oldest first, and whether they ever answered anything; one query for both."""
    lean = joinedload(Occasion.asking).options(lazyload(Asking.couple), lazyload(Asking.occasions))
    before = aliased(Occasion)
    answered = select(before.id).join(before.asking).where(Asking.person_id == person.id, before.state == State.ANSWERED)
    rows = (
        select(Occasion, answered.exists())
        .select_from(Person)
        .outerjoin(Asking, Asking.person_id == Person.id)
        .outerjoin(Occasion, and_(Occasion.asking_id == Asking.id, Occasion.state == State.OPEN))
        .where(Person.id == person.id)
        .order_by(Occasion.due_on, Occasion.id)
    )
    found = db.session.execute(rows.options(lean)).unique().all()
    return [occasion for occasion, _ in found if occasion], any(has_answered for _, has_answered in found)
