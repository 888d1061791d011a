"""What each would like, which the coach alone reads, and what of it is open to both."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.keyring import SealedText
from practice.pace.choosing import Choice, from_json, is_within, shared
from practice.people.models import Person
from practice.programme.library import Pace
from practice.trail.models import record

ELSEWHERE = "You chose something else on another page or device meanwhile. Please look at both, then save what holds."


class PaceChoice(Addressed, SealedText, Model):
    """One partner's choice as it stands now; earlier ones are not kept. Sealed text: the choice as JSON."""

    __tablename__ = "pace_choices"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    chosen_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(default=0)
    save_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click counts once
    homework: Mapped[Homework] = relationship()

    @property
    def choice(self) -> Choice:
        return from_json(pace_of(self.homework.assignment), self.text)


class PaceOpening(Addressed, SealedText, Model):
    """What both may see: what both accepted when it was opened, less what either has taken back. Sealed text: as JSON."""

    __tablename__ = "pace_openings"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), unique=True)
    opened_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # nobody where it opened by itself
    assignment: Mapped[Assignment] = relationship()

    @property
    def shown(self) -> Choice:
        return from_json(pace_of(self.assignment), self.text)

    def show(self, what: Choice) -> None:
        """From now on both see this."""
        coach = self.assignment.couple.coach
        self.write(what.to_json(), owner=coach.key("both"), within=coach.practice.key)


def pace_of(assignment: Assignment) -> Pace:
    """What the step offers. KeyError where it has no pace to set."""
    if (pace := assignment.published.step.pace) is None:
        raise KeyError("pace")
    return pace


def chosen(part: Homework) -> PaceChoice | None:
    """One partner's choice, if there is one; as it stands in the database now."""
    rows = select(PaceChoice).where(PaceChoice.homework_id == part.id)
    return db.session.scalar(rows.execution_options(populate_existing=True))


def opening_of(assignment: Assignment) -> PaceOpening | None:
    """What is open to both, if anything is."""
    rows = select(PaceOpening).where(PaceOpening.assignment_id == assignment.id)
    return db.session.scalar(rows.execution_options(populate_existing=True))


def acceptable(assignment: Assignment) -> Choice | None:
    """What both accept at this moment; None until both have chosen. For the coach, and for opening it."""
    choices = [kept.choice for part in assignment.parts if (kept := chosen(part))]
    return shared(pace_of(assignment), *choices) if len(choices) == 2 else None


def choose(part: Homework, wanted: Choice, *, revision: int, save_key: str) -> None:
    """Choose, or change one's mind. Less is heeded at once and always; more is shown when it is opened the next time.

    `revision` is the one the writer's page began from. Raises: Refused.
    """
    assignment, pace = part.assignment, pace_of(part.assignment)
    _take_turns(assignment)
    kept = chosen(part)
    if kept and kept.save_key == save_key:
        return
    if revision != (kept.revision if kept else 0):
        raise Refused(ELSEWHERE)
    closed = closed_because(assignment)
    # Consent can always be taken back, in a pause too.
    if closed and not (kept and is_within(pace, wanted, kept.choice)):
        raise Refused(closed)
    _keep(part, kept, wanted, save_key)
    if opening := opening_of(assignment):
        opening.show(shared(pace, opening.shown, wanted))
    elif assignment.reveals_itself and not closed and acceptable(assignment) and not assignment.couple.holds_now():
        _open(assignment, None)


def open_to_both(assignment: Assignment, *, by: Person) -> None:
    """Show both what both accept now; a second click changes nothing. Raises: Refused until both have chosen."""
    _take_turns(assignment)
    if assignment.is_withdrawn:
        raise Refused("This step has been withdrawn.")
    if not assignment.couple.may_write:
        raise Refused("Their work rests at the moment. You can open this once you go on.")
    assignment.couple.must_not_hold()
    _open(assignment, by)


def closed_because(assignment: Assignment) -> str:
    """Why no more can be chosen now, as a sentence for a partner; empty while it is open."""
    less = "You can still take something away here, at any time."
    if assignment.is_withdrawn:
        return f"{assignment.couple.coach.name} has taken this step back. {less}"
    try:
        assignment.couple.must_be_at_work()
    except Refused as refused:
        return f"{refused.sentence} {less}"
    return ""


def _keep(part: Homework, kept: PaceChoice | None, wanted: Choice, save_key: str) -> None:
    row = kept or PaceChoice(homework=part, homework_id=part.id, revision=0)
    row.write(wanted.to_json(), owner=part.person.key("coach"), within=part.person.practice.key)
    row.chosen_at, row.revision, row.save_key = clock.now(), row.revision + 1, save_key
    db.session.add(row)
    record("pace.chosen", actor=part.person, subject=row, couple=part.assignment.couple)
    db.session.flush()


def _open(assignment: Assignment, by: Person | None) -> None:
    accepted, opening = acceptable(assignment), opening_of(assignment)
    if accepted is None:
        raise Refused("This can be opened once both have chosen.")
    if opening and opening.shown == accepted:
        return
    opening = opening or PaceOpening(assignment=assignment, assignment_id=assignment.id)
    opening.opened_at, opening.by_id = clock.now(), by.id if by else None
    opening.show(accepted)
    db.session.add(opening)
    record("pace.opened", actor=by, subject=opening, couple=assignment.couple)


def _take_turns(assignment: Assignment) -> None:
    """Two who choose, or open it, at the same moment wait for each other here."""
    db.session.refresh(assignment, ["withdrawn_at"], with_for_update=True)
