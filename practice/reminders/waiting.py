"""What is worth a letter: of partners only their own open steps, of coaches what their couples need; never who did what."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import Select, exists, or_, select

from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework import standing
from practice.homework.models import Assignment, Homework, State
from practice.reminders.models import MOST_FOR_A_STEP, StepReminder

UNOPENED_FOR = timedelta(days=3)
_OPEN = [state for state in State if state.is_open]


def parts_of(people: Collection[int]) -> dict[int, list[tuple[Homework, StepReminder | None]]]:
    """Open parts of these people (by id) of which they may still be reminded, and how often they were."""
    query = (
        select(Homework, StepReminder)
        .join(Assignment, Assignment.id == Homework.assignment_id)
        .join(Couple, Couple.id == Assignment.couple_id)
        .outerjoin(StepReminder, StepReminder.homework_id == Homework.id)
        .where(or_(~Assignment.together, Couple.joint_held_at.is_(None)))
        .where(Homework.person_id.in_(people), Homework.state.in_(_OPEN), Assignment.withdrawn_at.is_(None))
        .where(Couple.state == CoupleState.ACTIVE, (StepReminder.times.is_(None)) | (StepReminder.times < MOST_FOR_A_STEP))
    )
    found: dict[int, list[tuple[Homework, StepReminder | None]]] = {}
    for part, reminder in db.session.execute(query.execution_options(populate_existing=True)).unique():
        found.setdefault(part.person_id, []).append((part, reminder))
    return found


def is_worth_it(part: Homework, reminder: StepReminder | None, day: date, moment: datetime) -> bool:
    """Whether to remind of a part in the digest of this day, which is due at this moment.

    It is new and was not looked at; or still was not some days later; or its day is tomorrow.
    """
    given_at = part.assignment.assigned_at
    if given_at > moment:
        return False
    if part.assignment.due_on == day + timedelta(days=1):
        return True
    last_at = max(given_at, reminder.last_at) if reminder else None
    return part.state is State.ASSIGNED and (last_at is None or moment - last_at >= UNOPENED_FOR - timedelta(hours=1))


def has_work(permitted: Select[Homework], day: date, moment: datetime) -> bool:
    """Whether a coach has something to review, a couple that is stuck, or a step that is due today."""
    mine = permitted.join(Assignment, Assignment.id == Homework.assignment_id).join(Couple, Couple.id == Assignment.couple_id)
    active = mine.where(Couple.state == CoupleState.ACTIVE, Assignment.withdrawn_at.is_(None))
    to_review = active.where(Homework.state == State.SUBMITTED, Homework.submitted_at <= moment)
    today = active.where(Homework.state.in_(_OPEN), Assignment.due_on == day)
    if any(db.session.scalar(select(exists(found.with_only_columns(Homework.id)))) for found in (to_review, today)):
        return True
    couples = set(db.session.scalars(active.with_only_columns(Assignment.couple_id).distinct()))
    return any(each.was_stuck(moment) for each in standing.of_couples(permitted, couples).values())
