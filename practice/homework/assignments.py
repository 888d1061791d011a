"""Assignments: a step as it was given to a couple, and when what both have sent in it opens."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.homework.states import Reveals, State
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.trail.models import record

if TYPE_CHECKING:  # the two rows know each other; while the program runs, SQLAlchemy finds the other by its name
    from practice.homework.models import Homework


class Assignment(Addressed, SealedText, Model):
    """A step given as homework: a joint one to both, an own one to one person. Its sealed text is the coach's note."""

    __tablename__ = "assignments"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    published_step_id: Mapped[int] = mapped_column(ForeignKey("published_steps.id"))
    together: Mapped[bool]
    due_on: Mapped[date | None]
    reveals: Mapped[Reveals] = mapped_column(default=Reveals.COACH)
    assigned_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    couple: Mapped[Couple] = relationship()
    published: Mapped[PublishedStep] = relationship(lazy="joined")
    parts: Mapped[list["Homework"]] = relationship(back_populates="assignment", cascade="all", lazy="selectin")

    @property
    def note(self) -> str:
        """What the coach wrote beside it; may be empty."""
        return self.text

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def reveals_itself(self) -> bool:
        """Whether it opens to both as soon as both have sent."""
        return self.reveals is Reveals.ITSELF

    @property
    def all_sent(self) -> bool:
        """Whether everyone it was given to has sent at least one reflection."""
        return all(part.latest for part in self.parts)

    @property
    def is_revealed(self) -> bool:
        """Whether each may read what the other has shared."""
        return self.together and self.all_sent and all(p.revealed for p in self.parts)

    @property
    def awaits_reveal(self) -> bool:
        """Whether something both have sent is still sealed, and neither is writing it anew."""
        return (
            self.together
            and not self.is_withdrawn
            and self.all_sent
            and not self.is_written_anew
            and any(not part.latest.is_revealed for part in self.parts if part.latest)
        )

    @property
    def is_written_anew(self) -> bool:
        """Whether somebody was asked again, took back what they sent, or had it set aside: nothing opens meanwhile."""
        return any(part.state.is_open for part in self.parts)

    def part_of(self, person: Person) -> "Homework | None":
        return next((part for part in self.parts if part.person_id == person.id), None)

    def is_overdue(self, today: date) -> bool:
        return self.due_on is not None and today > self.due_on and any(part.state.is_open for part in self.parts)

    def change(self, *, due_on: date | None, note: str, by: Person) -> None:
        """Another due day or another note. Raises: Refused once it is taken back."""
        self.must_stand()
        self.due_on = due_on
        self.write_note(note)
        record("assignment.changed", actor=by, subject=self, couple=self.couple)

    def withdraw(self, *, by: Person) -> None:
        """Take it back; what was written stays with its writer. Raises: Refused when it already is."""
        self.must_stand()
        self.withdrawn_at = clock.now()
        for part in self.parts:
            if part.state.is_open:
                part.state = State.WITHDRAWN
        record("assignment.withdrawn", actor=by, subject=self, couple=self.couple)

    def reveal(self, *, by: Person | None) -> None:
        """Let each read what the other shared in what they last sent. Raises: Refused until both have sent."""
        self.must_stand()
        if not self.together:
            raise Refused("This step is done alone, so there is nothing to reveal.")
        if not self.couple.may_write:
            # Nobody can change their mind while the work rests, so nothing opens either.
            raise Refused("While their work rests nothing is opened to the other. Reopen it first.")
        if not self.all_sent:
            raise Refused("It stays sealed until both have written.")
        if self.is_written_anew:
            raise Refused("One of them is writing this anew. It can be revealed once it has been sent again.")
        if not self.awaits_reveal:
            raise Refused("This is revealed already.")
        self.couple.must_not_hold()
        for part in self.parts:
            if part.latest and part.latest.open_to_both():
                record("reflection.revealed", actor=by, subject=part.latest, couple=self.couple)

    def hold(self) -> None:
        """Let one of two who act at the same moment go first, so that the second sees what the first has done."""
        db.session.refresh(self, ["withdrawn_at"], with_for_update=True)
        for part in self.parts:
            db.session.refresh(part, ["state", "reflections"])

    def must_stand(self) -> None:
        """Raises: Refused once it is taken back."""
        if self.is_withdrawn:
            raise Refused("This step has been withdrawn.")

    def write_note(self, note: str) -> None:
        coach = self.couple.coach
        self.write(note.strip(), owner=coach.key("feedback"), within=coach.practice.key)
