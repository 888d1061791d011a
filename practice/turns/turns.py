"""Turns: every act of the two and of their coach, from being ready to having been heard."""

import secrets
from collections.abc import Sequence

from sqlalchemy import delete

from practice import clock
from practice.couples.models import CoupleState
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.trail.models import record
from practice.turns.course import Kind
from practice.turns.models import Move, Opening, Pause, Readiness
from practice.turns.standing import Standing

MOVED_ON = "This has moved on since you opened the page, so nothing was sent. Your words are still here."


class Turns(Standing):
    """The turns of one assignment, and what may be done with them."""

    @classmethod
    def to_change(cls, assignment: Assignment) -> "Turns":
        """As they stand, for an act: whoever acts at the same moment waits here, and then sees what was done."""
        db.session.refresh(assignment, ["withdrawn_at"], with_for_update=True)
        db.session.refresh(assignment.couple, ["state"])
        return cls.of(assignment)

    # A partner's acts
    def say_ready(self, person: Person) -> None:
        """Tell the coach alone that one is ready; saying it twice is saying it once. Raises: Refused."""
        self._must_stand()
        self.couple.must_be_at_work()
        if person.id not in self.ready and (part := self.assignment.part_of(person)):
            part.open()
            db.session.add(Readiness(homework=part, said_at=clock.now()))
            record("readiness.said", actor=person, subject=part, couple=self.couple)

    def take_back(self, person: Person) -> None:
        """Be ready no longer. Once it is open nobody is carried along: then this is asking for a break. Raises: Refused."""
        self._must_stand()
        if self.opening and not self.course.is_heard:
            self.need_a_break(person)
        else:
            self._forget_readiness(person)

    def need_a_break(self, person: Person) -> None:
        """Let the turns rest at once, whatever else is going on; only the coach learns who asked. Raises: Refused."""
        self._must_stand()
        self._must_be_under_way()
        self._forget_readiness(person)
        self._pause(person)

    def move(self, kind: Kind, person: Person, text: str, *, number: int, save_key: str) -> None:
        """One's own move, written from a page that knew what came before it; a double click counts once. Raises: Refused."""
        if any(move.save_key == save_key for move in self.moves):
            return
        if sentence := self.halted:
            raise Refused(sentence)
        if number != self.next_number or not self.course.allows(person.id, kind):
            raise Refused(MOVED_ON)
        self._make(kind, person, text, save_key, by=person)

    # The coach's acts
    def open(self, reason: str, *, by: Person) -> None:
        """Let both begin; while somebody is not ready only with a reason. Raises: Refused."""
        self._must_work()
        if self.opening:
            return
        self.couple.must_not_hold()
        if self.unready and not reason.strip():
            raise Refused("Somebody is not ready. If you open it all the same, please write why.")
        made = Opening(assignment=self.assignment, number=len(self.openings) + 1, by_id=by.id, opened_at=clock.now())
        made.write(reason.strip() if self.unready else "", owner=by.key("feedback"), within=by.practice.key)
        db.session.add(made)
        record("turns.opened", actor=by, subject=self.assignment, couple=self.couple, both_ready=not self.unready)

    def close(self, *, by: Person) -> None:
        """Close it again; what was written stays, and each may change their mind about being ready. Raises: Refused."""
        self._must_stand()
        if self.opening:
            self.opening.closed_at = clock.now()
            self._end(self.pauses)
            record("turns.closed", actor=by, subject=self.assignment, couple=self.couple)

    def begin(self, first: Person | None, *, by: Person) -> None:
        """Say who speaks first, or let chance say it (None). What has begun stays as it is. Raises: Refused."""
        self._must_work()
        if self.opening is None:
            raise Refused("Please open the step first.")
        if self.course.first is None:
            self.opening.first_id = (first or secrets.choice(self.couple.partners)).id
            record("turns.begun", actor=by, subject=self.assignment, couple=self.couple, by_chance=first is None)

    def pause(self, *, by: Person) -> None:
        """Let the turns rest at once. Raises: Refused."""
        self._must_stand()
        self._must_be_under_way()
        self._pause(by)

    def resume(self, *, seen: str, by: Person) -> None:
        """Go on; a break that somebody asked for after the pause which the page knew still stands. Raises: Refused."""
        self._must_work()
        known = next((at for at, pause in enumerate(self.pauses, 1) if pause.public_id == seen), 0)
        if known:
            self._end(self.pauses[:known])
            record("turns.resumed", actor=by, subject=self.assignment, couple=self.couple)

    def note(self, kind: Kind, *, number: int, by: Person) -> None:
        """Note that the next move was made aloud, in a session: no words are kept. Raises: Refused."""
        self._must_work()
        if sentence := self.halted:
            raise Refused(sentence)
        whose = self.whose_turn
        if number != self.next_number or kind not in self.course.may_come or whose is None:
            raise Refused("This has moved on since you opened the page. Please look again.")
        self._make(kind, whose, "", f"aloud.{number}", by=by)

    def _make(self, kind: Kind, person: Person, text: str, save_key: str, *, by: Person) -> None:
        made = Move(
            assignment=self.assignment, number=self.next_number, person=person, person_id=person.id, by_id=by.id,
            kind=kind, at=clock.now(), save_key=save_key[:64],
        )  # fmt: skip
        made.write(text.strip(), owner=person.key("both"), within=person.practice.key)
        db.session.add(made)
        self.moves.append(made)
        if part := self.assignment.part_of(person):
            part.begin()
        record(f"turns.{kind}", actor=by, subject=made, couple=self.couple)

    def _pause(self, person: Person) -> None:
        if all(pause.by_id != person.id for pause in self.pauses):
            db.session.add(Pause(assignment_id=self.assignment.id, by_id=person.id, paused_at=clock.now()))
            record("turns.paused", actor=person, subject=self.assignment, couple=self.couple)

    def _end(self, pauses: Sequence[Pause]) -> None:
        for pause in pauses:
            pause.ended_at = clock.now()

    def _forget_readiness(self, person: Person) -> None:
        part = self.assignment.part_of(person)
        if part and person.id in self.ready:
            db.session.execute(delete(Readiness).where(Readiness.homework_id == part.id))
            record("readiness.taken_back", actor=person, subject=part, couple=self.couple)

    def _must_stand(self) -> None:
        if self.assignment.is_withdrawn:
            raise Refused("This step has been taken back.")

    def _must_work(self) -> None:
        self._must_stand()
        if self.couple.state is not CoupleState.ACTIVE:
            raise Refused("Their work rests at the moment. Reopen it first.")

    def _must_be_under_way(self) -> None:
        if self.opening is None:
            raise Refused("This step is closed, so nothing goes on here.")
        if self.course.is_heard:
            raise Refused("Both have felt heard, so there is nothing that would have to rest.")
