"""Assignments and each partner's part in them."""

import enum
from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.homework.reflections import Reflection
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.trail.models import record


class State(enum.StrEnum):
    """How far one partner's part has come."""

    ASSIGNED = "assigned"
    OPENED = "opened"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ASKED_AGAIN = "asked_again"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {
            "assigned": "Not opened yet",
            "opened": "Opened",
            "draft": "Begun",
            "submitted": "Sent",
            "asked_again": "Asked again",
            "reviewed": "Reviewed",
            "withdrawn": "Withdrawn",
        }[self.value]

    @property
    def is_open(self) -> bool:
        """Whether its partner may still write and send."""
        return self in (State.ASSIGNED, State.OPENED, State.DRAFT, State.ASKED_AGAIN)


class Assignment(Addressed, SealedText, Model):
    """A step given as homework: a joint one to both, an own one to one person. Its sealed text is the coach's note."""

    __tablename__ = "assignments"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    published_step_id: Mapped[int] = mapped_column(ForeignKey("published_steps.id"))
    together: Mapped[bool]
    due_on: Mapped[date | None]
    reveals_itself: Mapped[bool] = mapped_column(default=False)
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
    def all_sent(self) -> bool:
        """Whether everyone it was given to has sent at least one reflection."""
        return all(part.latest for part in self.parts)

    @property
    def is_revealed(self) -> bool:
        """Whether each may read what the other has shared."""
        return self.together and self.all_sent and all(p.revealed for p in self.parts)

    @property
    def awaits_reveal(self) -> bool:
        """Whether something both have sent is still sealed."""
        return (
            self.together
            and not self.is_withdrawn
            and self.all_sent
            and any(not part.latest.is_revealed for part in self.parts if part.latest)
        )

    def part_of(self, person: Person) -> "Homework | None":
        return next((part for part in self.parts if part.person_id == person.id), None)

    def is_overdue(self, today: date) -> bool:
        return self.due_on is not None and today > self.due_on and any(part.state.is_open for part in self.parts)

    def change(self, *, due_on: date | None, note: str, by: Person) -> None:
        """Another due day or another note. Raises: Refused once it is taken back."""
        self._must_stand()
        self.due_on = due_on
        self.write_note(note)
        record("assignment.changed", actor=by, subject=self, couple=self.couple)

    def withdraw(self, *, by: Person) -> None:
        """Take it back; what was written stays with its writer. Raises: Refused when it already is."""
        self._must_stand()
        self.withdrawn_at = clock.now()
        for part in self.parts:
            if part.state.is_open:
                part.state = State.WITHDRAWN
        record("assignment.withdrawn", actor=by, subject=self, couple=self.couple)

    def reveal(self, *, by: Person | None) -> None:
        """Let each read what the other shared in what they last sent. Raises: Refused until both have sent."""
        self._must_stand()
        if not self.together:
            raise Refused("This step is done alone, so there is nothing to reveal.")
        if not self.all_sent:
            raise Refused("It stays sealed until both have written.")
        if not self.awaits_reveal:
            raise Refused("This is revealed already.")
        for part in self.parts:
            if part.latest and part.latest.open_to_both():
                record("reflection.revealed", actor=by, subject=part.latest, couple=self.couple)

    def _must_stand(self) -> None:
        if self.is_withdrawn:
            raise Refused("This step has been withdrawn.")

    def write_note(self, note: str) -> None:
        coach = self.couple.coach
        self.write(note.strip(), owner=coach.key("feedback"), within=coach.practice.key)


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
        if self.state is State.WITHDRAWN:
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

    def submit(self, reflection: Reflection) -> None:
        """Send. Raises: Refused. A joint step that opens by itself does so when the second one arrives."""
        self.must_be_open()
        reflection.attempt = len(self.reflections) + 1
        reflection.submitted_at = clock.now()
        self.reflections.append(reflection)
        self.state, self.submitted_at = State.SUBMITTED, clock.now()
        record("reflection.submitted", actor=self.person, subject=reflection, couple=self.assignment.couple)
        if self.assignment.reveals_itself and self.assignment.awaits_reveal:
            self.assignment.reveal(by=None)

    def ask_again(self, *, by: Person) -> None:
        """Ask for another attempt; the earlier ones are kept, and asking twice is asking once. Raises: Refused."""
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
            self.state = State.DRAFT
        record("reflection.set_aside", actor=by, subject=reflection, couple=self.assignment.couple)

    def _moved(self, to: State, *since: State) -> bool:
        """Whether this very act brought it there: of two at once, one is first."""
        standing = update(Homework).where(Homework.id == self.id, Homework.state.in_(since))
        first = changed(standing.values(state=to).execution_options(synchronize_session=False))
        db.session.refresh(self, ["state"])
        return bool(first)
