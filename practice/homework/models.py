"""Each partner's part in an assignment: how far it has come, and what may happen to it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.homework.assignments import Assignment
from practice.homework.reflections import Reflection
from practice.homework.states import Reveals, State
from practice.people.models import Person
from practice.trail.models import record

__all__ = ["Assignment", "Homework", "Reveals", "State"]


class Homework(Addressed, Model):
    """One partner's part of an assignment."""

    __tablename__ = "homework"
    __table_args__ = (UniqueConstraint("assignment_id", "person_id"),)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    state: Mapped[State] = mapped_column(default=State.ASSIGNED, index=True)
    opened_at: Mapped[datetime | None]
    submitted_at: Mapped[datetime | None]
    reviewed_at: Mapped[datetime | None]
    assignment: Mapped[Assignment] = relationship(back_populates="parts", lazy="joined")
    person: Mapped[Person] = relationship(lazy="joined")
    reflections: Mapped[list[Reflection]] = relationship(
        order_by=Reflection.attempt, back_populates="homework", cascade="all", lazy="selectin"
    )

    @property
    def latest(self) -> Reflection | None:
        """What was last sent and still counts."""
        return next((r for r in reversed(self.reflections) if not r.is_void), None)

    @property
    def revealed(self) -> Reflection | None:
        """The newest of what the other may read."""
        return next((r for r in reversed(self.reflections) if r.is_revealed and not r.is_void), None)

    def is_late(self, today: date) -> bool:
        """Shown, never forbidden."""
        due = self.assignment.due_on
        return due is not None and self.state.is_open and today > due

    def open(self) -> None:
        """Its partner looked at it for the first time."""
        if self.state is State.ASSIGNED:
            self.state, self.opened_at = State.OPENED, clock.now()
            record("homework.opened", actor=self.person, subject=self, couple=self.assignment.couple)

    def begin(self) -> None:
        """Something was written."""
        if self.state in (State.ASSIGNED, State.OPENED):
            self.opened_at = self.opened_at or clock.now()
            self.state = State.DRAFT

    @property
    def closed_because(self) -> str:
        """Why nothing can be sent now, as a sentence for its writer; empty while it is open."""
        coach = self.assignment.couple.coach.name
        if self.state is State.WITHDRAWN or (self.state.is_open and self.assignment.is_withdrawn):
            return f"{coach} has taken this step back. Your words are kept here, for you alone."
        if not self.state.is_open:
            return f"You have sent this already. If something is missing, ask {coach} to open it again."
        if not self.assignment.couple.may_write:
            return f"Your work with {coach} rests at the moment. Your words are kept; you can send them later."
        return ""

    def must_be_open(self) -> None:
        """Raises: Refused with the reason why nothing can be sent now."""
        if sentence := self.closed_because:
            raise Refused(sentence)

    def must_stand(self) -> None:
        """Raises: Refused when the step was taken back or the couple's work rests."""
        if self.state is State.WITHDRAWN or self.assignment.is_withdrawn:
            raise Refused(f"{self.assignment.couple.coach.name} has taken this step back. What you wrote stays here to read.")
        self.assignment.couple.must_be_at_work()

    def submit(self, reflection: Reflection) -> None:
        """Send. Raises: Refused. A joint step that opens by itself does so with the second, unless it is held."""
        self.must_be_open()
        reflection.attempt = len(self.reflections) + 1
        reflection.submitted_at = clock.now()
        self.reflections.append(reflection)
        self.state, self.submitted_at = State.SUBMITTED, clock.now()
        record("reflection.submitted", actor=self.person, subject=reflection, couple=self.assignment.couple)
        itself = self.assignment.reveals_itself and self.assignment.awaits_reveal
        if itself and not self.assignment.couple.holds_now():
            self.assignment.reveal(by=None)

    @property
    def may_take_back(self) -> bool:
        """Whether what was last sent is still sealed, so that its writer may change their mind."""
        was_sent = self.state in (State.SUBMITTED, State.REVIEWED, State.ASKED_AGAIN)
        return self.assignment.together and was_sent and self.latest is not None and not self.latest.is_revealed

    def take_back(self) -> None:
        """Change one's mind before the reveal: it no longer counts, and its words stand in the draft. Raises: Refused."""
        self.must_stand()
        if self.latest is None or not self.may_take_back:
            raise Refused("There is nothing here that can be taken back: it is open to you both, or it is back already.")
        self.latest.take_back()
        self.state = State.DRAFT
        record("reflection.taken_back", actor=self.person, subject=self, couple=self.assignment.couple)

    def ask_again(self, *, by: Person) -> None:
        """Ask for another attempt; the earlier ones are kept, and asking twice is asking once. Raises: Refused."""
        self.assignment.must_stand()
        if self._moved(State.ASKED_AGAIN, State.SUBMITTED, State.REVIEWED):
            record("homework.asked_again", actor=by, subject=self, couple=self.assignment.couple)
        elif self.state is not State.ASKED_AGAIN:
            raise Refused("There is nothing to ask again about: it has not been sent.")

    def review(self, *, by: Person) -> None:
        """Mark as reviewed; a second click changes nothing. Raises: Refused."""
        if self._moved(State.REVIEWED, State.SUBMITTED):
            self.reviewed_at = clock.now()
            record("homework.reviewed", actor=by, subject=self, couple=self.assignment.couple)
        elif self.state is not State.REVIEWED:
            raise Refused("Only what has been sent can be marked as reviewed.")

    def set_aside(self, reflection: Reflection, *, by: Person) -> None:
        """Take what was sent by mistake out of the reading; its writer may send again. Raises: Refused."""
        reflection.void()
        if self.state in (State.SUBMITTED, State.REVIEWED):
            self.state = State.WITHDRAWN if self.assignment.is_withdrawn else State.DRAFT
        record("reflection.set_aside", actor=by, subject=reflection, couple=self.assignment.couple)

    def _moved(self, to: State, *since: State) -> bool:
        """Whether this very act brought it there: of two at once, one is first."""
        standing = update(Homework).where(Homework.id == self.id, Homework.state.in_(since))
        first = changed(standing.values(state=to).execution_options(synchronize_session=False))
        db.session.refresh(self, ["state"])
        return bool(first)
