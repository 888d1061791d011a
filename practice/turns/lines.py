"""Lines for the coach: of every step that asks whether they are ready, who is, and whether it is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Executable, select
from sqlalchemy.orm import undefer

from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.turns.course import Kind
from practice.turns.models import Move, Opening, Pause, Readiness


@dataclass(frozen=True, slots=True)
class Said:
    """One of the two: whether they are ready, and whether they have asked for a break."""

    person: Person
    is_ready: bool
    needs_a_break: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One such step, for the coach's eyes alone."""

    assignment: Assignment
    said: Sequence[Said]
    asks: bool  # whether it asks who is ready; otherwise it only holds turns
    is_open: bool
    rests: bool
    is_heard: bool


def of(given: Sequence[Assignment]) -> list[Line]:
    """The lines of those assignments that stand: two questions, however many there are."""
    steps = _steps(given)
    wanted = [each for each in given if each.published_step_id in steps and not each.is_withdrawn]
    told = {row.id: row for row in db.session.execute(_asked([each.id for each in wanted]))} if wanted else {}
    return [
        Line(
            assignment=each,
            said=[
                Said(part.person, told[part.id].is_ready and not part.person.disabled_at, told[part.id].needs_a_break)
                for part in sorted(each.parts, key=lambda part: part.person_id)
            ],
            asks=steps[each.published_step_id],
            is_open=any(told[part.id].is_open for part in each.parts),
            rests=any(told[part.id].rests for part in each.parts),
            is_heard=all(told[part.id].felt_heard for part in each.parts),
        )
        for each in wanted
    ]


def _steps(given: Sequence[Assignment]) -> dict[int, bool]:
    """The published steps among them that hold readiness or turns, and whether they ask who is ready."""
    ids = {each.published_step_id for each in given if each.together and not each.is_withdrawn}
    rows = select(PublishedStep).where(PublishedStep.id.in_(ids)).options(undefer(PublishedStep.body))
    found = db.session.scalars(rows, execution_options={"populate_existing": True}).all() if ids else ()
    return {published.id: published.step.ready is not None for published in found if published.step.ready or published.step.turns}


def _asked(assignments: Sequence[int]) -> Executable:
    """What stands of each part of these assignments, as yes and no."""
    standing = select(Pause.id).where(Pause.assignment_id == Homework.assignment_id, Pause.ended_at.is_(None))
    facts = {
        "is_ready": select(Readiness.id).where(Readiness.homework_id == Homework.id),
        "is_open": select(Opening.id).where(Opening.assignment_id == Homework.assignment_id, Opening.closed_at.is_(None)),
        "rests": standing,
        "needs_a_break": standing.where(Pause.by_id == Homework.person_id),
        "felt_heard": select(Move.id).where(
            Move.assignment_id == Homework.assignment_id, Move.person_id == Homework.person_id, Move.kind == Kind.FELT_HEARD
        ),
    }
    columns = [fact.exists().label(name) for name, fact in facts.items()]
    return select(Homework.id, *columns).where(Homework.assignment_id.in_(assignments))
