"""Adding lines to the ledger of a step, once each."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from practice import clock
from practice.agreements.models import Line, LineState, Owner
from practice.agreements.wording import Wording
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Homework
from practice.people.models import Person
from practice.programme.library import Ledger
from practice.trail.models import record


def owner_of(couple: Couple, person: Person) -> Owner:
    """Whose task it is when it is this person's."""
    return Owner.FIRST if couple.position(person) == 1 else Owner.SECOND


def add(part: Homework, ledger: Ledger, wording: Wording, *, save_key: str) -> Line:
    """Write a line. The same key twice is a double click, and one line. Raises: Refused."""
    part.assignment.couple.must_be_at_work()
    must_stand(part)
    if ledger.made_from:
        raise Refused("Lines of this list come from what you both have sent and opened to each other.")
    kept = select(Line).where(Line.author_id == part.person_id, Line.save_key == save_key[:64])
    return db.session.scalar(kept) or put(new(part, ledger, wording, save_key)) or db.session.scalars(kept).one()


def must_stand(part: Homework) -> None:
    """Raises: Refused for a step that was taken back: its ledger lives on, but nothing is added."""
    if part.assignment.is_withdrawn:
        coach = part.assignment.couple.coach.name
        raise Refused(f"{coach} has taken this step back, so nothing new is added here. What stands here lives on.")


def new(part: Homework, ledger: Ledger, wording: Wording, save_key: str) -> Line:
    """A line that stands nowhere yet; its part's person is its author."""
    assignment = part.assignment
    line = Line(
        couple=assignment.couple, assignment=assignment, homework=part, step=assignment.published.slug, ledger=ledger.key,
        author=part.person, shared=ledger.shared and assignment.together, save_key=save_key[:64], written_at=clock.now(),
        state=LineState.PROPOSED if ledger.agreed else LineState.AGREED,
    )  # fmt: skip
    line.say(wording, by=part.person)
    return line


def put(line: Line, by: Person | None = None) -> Line | None:
    """Keep a new line; None where the same stands there already: a double click, or the same row twice."""
    try:
        with db.session.begin_nested():
            db.session.add(line)
    except IntegrityError:
        return None
    record("line.added", actor=by or line.author, subject=line, couple=line.couple)
    return line
