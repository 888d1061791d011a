"""Lines of ledgers, and what may happen to them."""

import enum
import json
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.agreements.check_ins import CheckIn, Kept, keep
from practice.agreements.checking import monday
from practice.agreements.remarks import RemarkKind, remark
from practice.agreements.wording import Owner, Wording
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.library import Checks, Ledger
from practice.trail.models import record

__all__ = ["NOT_YET", "CheckIn", "Kept", "Line", "LineState", "NewWeek", "Owner", "Stale"]
NOT_YET = "Not yet. This is a larger plan, and larger plans wait while smaller things come first. Keep it; its time will come."
_UNDO = timedelta(minutes=10)  # so long a line that was let go comes back with the other's yes


class LineState(enum.StrEnum):
    """How far a line has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    DONE = "done"
    LET_GO = "let_go"

    @property
    def is_open(self) -> bool:
        return self in (LineState.PROPOSED, LineState.AGREED)


_OPEN = (LineState.PROPOSED, LineState.AGREED)


class Stale(Refused):
    """Something was said to words that have changed meanwhile; the page shows both."""


class NewWeek(Refused):
    """What was typed was about a week that is over."""


class Line(Addressed, SealedText, Model):
    """One line of a ledger: of both, or of its author and the coach. Sealed text: JSON of its columns, by who worded it last."""

    __tablename__ = "ledger_lines"
    __table_args__ = (UniqueConstraint("author_id", "save_key"), UniqueConstraint("source_id", "source_row"))
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"))
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"))
    step: Mapped[str] = mapped_column(String(80))
    ledger: Mapped[str] = mapped_column(String(80))
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    owner: Mapped[Owner]
    shared: Mapped[bool]
    state: Mapped[LineState]
    revision: Mapped[int] = mapped_column(default=1)
    worded_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    from_on: Mapped[date | None]
    due_on: Mapped[date | None]
    larger: Mapped[bool] = mapped_column(default=False)
    about_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_lines.id"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("answers.id"))  # the revealed list it was made from
    source_row: Mapped[int | None]
    save_key: Mapped[str] = mapped_column(String(64))
    written_at: Mapped[datetime]
    agreed_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]  # a larger plan, by the coach
    ended_at: Mapped[datetime | None]
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    couple: Mapped[Couple] = relationship(lazy="joined")
    assignment: Mapped[Assignment] = relationship(lazy="joined")
    homework: Mapped[Homework] = relationship()
    author: Mapped[Person] = relationship(foreign_keys=author_id, lazy="joined")

    @property
    def noun(self) -> Ledger:
        """What the step says of its ledger, in the words the couple was given."""
        return self.assignment.published.step.ledger(self.ledger)

    @property
    def wording(self) -> Wording:
        """What it says now."""
        words = json.loads(self.text)
        return Wording(words, self.owner, self.from_on, self.due_on, self.larger, self.about_id)

    @property
    def counts(self) -> bool:
        """Whether it stands: said yes to, not ended, and not waiting for the coach."""
        return self.state is LineState.AGREED and not self.waits

    @property
    def waits(self) -> bool:
        """Whether it is a larger plan that the coach has not opened."""
        return self.larger and self.opened_at is None

    @property
    def concerned(self) -> tuple[int, ...]:
        """Ids of those who look at it week by week."""
        return (self.couple.first_id, self.couple.second_id) if self.shared else (self.author_id,)

    @property
    def text_class(self) -> str:
        return "both" if self.shared else "coach"

    def awaits_yes_of(self, person: Person) -> bool:
        return self.state is LineState.PROPOSED and self.worded_by_id != person.id and person.id in self.concerned

    def say(self, wording: Wording, *, by: Person) -> None:
        """Take these words."""
        self.owner, self.from_on, self.due_on = wording.owner, wording.from_on, wording.due_on
        self.larger, self.about_id, self.worded_by_id = wording.larger, wording.about_id, by.id
        self.write(json.dumps(wording.words), owner=by.key(self.text_class), within=by.practice.key)

    def change(self, wording: Wording, *, by: Person, revision: int) -> bool:
        """Say it otherwise: a yes to the earlier words is gone, and so is the coach's opening.

        Whether a yes was there. Raises: Refused; Stale when it was changed since this revision.
        """
        self.couple.must_be_at_work()
        if self.wording == wording:
            return False
        self._must_stand_at(revision)
        before, had_yes = self.wording.as_json(agreed=self.agreed_at is not None), self.agreed_at is not None
        state = LineState.PROPOSED if self.noun.agreed else LineState.AGREED
        if not self._moved(_OPEN, Line.revision == revision, state=state, revision=revision + 1, agreed_at=None, opened_at=None):
            if self.wording == wording:
                return False  # the other half of a double click was quicker
            self._must_stand_at(revision)
            raise Refused("This has been closed meanwhile. Reopen it first.")
        remark(self.id, RemarkKind.EARLIER, before, by=by, revision=revision, text_class=self.text_class)
        self.say(wording, by=by)
        record("line.changed", actor=by, subject=self, couple=self.couple)
        return had_yes

    def say_yes(self, *, by: Person, revision: int) -> None:
        """Agree to the other's words. Twice is once. Raises: Refused; Stale when the words have changed."""
        self.couple.must_be_at_work()
        self._must_stand_at(revision)
        theirs = (Line.revision == revision, Line.worded_by_id != by.id)
        if self._moved((LineState.PROPOSED,), *theirs, state=LineState.AGREED, agreed_at=clock.now()):
            record("line.said_yes", actor=by, subject=self, couple=self.couple)
            return
        self._must_stand_at(revision)
        if self.state is LineState.PROPOSED:
            raise Refused(f"These are your own words. They count once {self.couple.other(by).name} has said yes.")
        if self.state is not LineState.AGREED:
            raise Refused("This has been closed meanwhile. It can be reopened.")

    def end(self, evidence: str, *, by: Person) -> None:
        """It is done, and this tells how one knows. Raises: Refused."""
        self.couple.must_be_at_work()
        if not self.noun.ends:
            raise Refused("This goes on until you let it go.")
        if self.waits:
            raise Refused(NOT_YET)
        if self._moved((LineState.AGREED,), state=LineState.DONE, ended_at=clock.now(), ended_by_id=by.id):
            remark(self.id, RemarkKind.EVIDENCE, evidence, by=by, revision=self.revision, text_class=self.text_class)
            record("line.ended", actor=by, subject=self, couple=self.couple)
        elif self.state is LineState.PROPOSED:
            raise Refused("It needs a yes from both of you first.")
        elif self.state is LineState.LET_GO:
            raise Refused("You have let this go. Reopen it first.")

    def let_go(self, *, by: Person) -> None:
        """It no longer counts; what was written stays. Raises: Refused."""
        self.couple.must_be_at_work()
        if self._moved(_OPEN, state=LineState.LET_GO, ended_at=clock.now(), ended_by_id=by.id):
            record("line.let_go", actor=by, subject=self, couple=self.couple)
        elif self.state is LineState.DONE:
            raise Refused("This is done already. Reopen it first if it is not.")

    def reopen(self, *, by: Person) -> None:
        """Take it up again. What was let go needs the other's yes afresh, unless it is undone at once. Raises: Refused."""
        self.couple.must_be_at_work()
        ended = {"ended_at": None, "ended_by_id": None}
        if self._moved((LineState.DONE,), state=LineState.AGREED, **ended):
            record("line.reopened", actor=by, subject=self, couple=self.couple)
            return
        undone = self.ended_by_id == by.id and self.ended_at is not None and clock.now() - self.ended_at < _UNDO
        if self.noun.agreed and not (undone and self.agreed_at):
            # Undone at once, it is still the proposal it was; otherwise whoever takes it up again proposes it.
            proposer = self.worded_by_id if undone else by.id
            news = {"state": LineState.PROPOSED, "agreed_at": None, "worded_by_id": proposer}
        else:
            news = {"state": LineState.AGREED}
        if self._moved((LineState.LET_GO,), **news, **ended):
            record("line.reopened", actor=by, subject=self, couple=self.couple)

    def open(self, reason: str, *, by: Person) -> None:
        """The coach opens a larger plan; the reason is for the coach alone. Raises: Refused."""
        if not self.couple.may_write:
            raise Refused("Their work rests at the moment. Reopen it first.")
        if not self.larger or not self.state.is_open:
            raise Refused("There is nothing to open here.")
        if self._moved(_OPEN, Line.opened_at.is_(None), opened_at=clock.now()):
            remark(self.id, RemarkKind.OPENING, reason, by=by, revision=self.revision, text_class="feedback")
            record("line.opened", actor=by, subject=self, couple=self.couple)

    def is_looked_at(self, today: date) -> bool:
        """Whether the week of this day asks about it."""
        return self.noun.checks is not Checks.NONE and self.counts and (self.from_on is None or self.from_on <= today)

    def look(self, *, by: Person, week_on: date, kept: Kept | None, hours: float | None, note: str) -> CheckIn:
        """Say how it went this week; until the week is over it may be said otherwise. Raises: Refused, NewWeek."""
        self.couple.must_be_at_work()
        today = clock.today(by.time_zone)
        if not self.is_looked_at(today) or by.id not in self.concerned:
            raise Refused("There is nothing to look at here this week.")
        if week_on != monday(today):
            raise NewWeek("A new week has begun since you opened this page. Save once more, and your words count for this week.")
        return keep(self.id, by, week_on, kept=kept, hours=hours, note=note, text_class=self.text_class)

    def _must_stand_at(self, revision: int) -> None:
        if self.revision != revision:
            raise Stale("The words have changed since you opened this page.")

    def _moved(self, since: tuple[LineState, ...], *conditions: ColumnElement[bool], **news: Any) -> bool:
        """Whether this very act changed it: of two at once, one is first."""
        db.session.flush()
        standing = update(Line).where(Line.id == self.id, Line.state.in_(since), *conditions)
        first = changed(standing.values(**news).execution_options(synchronize_session=False))
        db.session.refresh(self)
        return bool(first)
