"""Giving steps as homework."""

from datetime import date

from sqlalchemy import select

from practice import clock
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment, Homework, Reveals, State
from practice.people.models import Person
from practice.programme.models import PublishedStep, enrol
from practice.trail.models import record


def assign(
    couple: Couple,
    step: PublishedStep,
    people: list[Person],
    *,
    due_on: date | None,
    note: str,
    reveals: Reveals = Reveals.COACH,
    by: Person,
) -> list[Assignment]:
    """Give a step as homework: a joint step to both in one assignment, an own step to each in one of their own.

    Raises: Refused when the couple cannot work now, has this step open already, or its joint steps are held.
    """
    if not couple.may_write:
        raise Refused("Steps can be given once both partners have joined and signed, and while their work is not paused.")
    if step.together:
        couple.must_not_hold()
    groups = [list(couple.partners)] if step.together else [[person] for person in people]
    return [_assign(couple, step, group, due_on, note, reveals, by) for group in groups]


def _assign(
    couple: Couple,
    step: PublishedStep,
    people: list[Person],
    due_on: date | None,
    note: str,
    reveals: Reveals,
    by: Person,
) -> Assignment:
    if already := _open_part(step, people):
        raise Refused(f"{already.person.name} has “{step.title}” open already.")
    enrol(couple)
    assignment = Assignment(
        couple=couple,
        published=step,
        together=step.together,
        due_on=due_on,
        reveals=reveals if step.together else Reveals.COACH,
        assigned_at=clock.now(),
        parts=[Homework(person=person, reflections=[]) for person in people],
    )
    assignment.write_note(note)
    db.session.add(assignment)
    record("assignment.assigned", actor=by, subject=assignment, couple=couple, step=step.slug)
    return assignment


def _open_part(step: PublishedStep, people: list[Person]) -> Homework | None:
    return db.session.scalar(
        select(Homework)
        .join(Assignment)
        .where(
            # By its name: after a move the same step stands in another edition too.
            Assignment.published.has(PublishedStep.slug == step.slug),
            Homework.person_id.in_([p.id for p in people]),
            Homework.state.in_([s for s in State if s.is_open]),
        )
        .limit(1)
    )
