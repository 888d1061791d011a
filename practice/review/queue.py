"""What waits for a coach: parts that were sent, oldest first, and joint steps that may be revealed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import aliased

from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework, State
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.programme.models import PublishedStep

_OPEN = tuple(state for state in State if state.is_open)
SHOWN = 100  # the oldest; a page longer than this helps nobody, and the rest moves up


@dataclass(frozen=True, slots=True)
class Sent:
    """One part that waits to be read; never what is written in it."""

    public_id: str
    couple: str
    name: str
    position: int
    step: str
    sent_at: datetime
    attempt: int
    is_late: bool


@dataclass(frozen=True, slots=True)
class Reveal:
    """A joint step that both have sent, still sealed."""

    public_id: str
    couple: str
    step: str
    complete_at: datetime


def count(mine: Select[Any]) -> int:
    """How many parts wait."""
    waiting = _waiting(mine).with_only_columns(Homework.id).order_by(None)
    return db.session.scalar(select(func.count()).select_from(waiting.subquery())) or 0


def beyond(mine: Select[Any]) -> int:
    """How many wait behind those shown."""
    return max(0, count(mine) - SHOWN)


def sent(mine: Select[Any]) -> list[Sent]:
    """The parts that wait, oldest first, as far as these rows reach: one query however many there are."""
    first, second = aliased(Person), aliased(Person)
    attempt = select(func.max(Reflection.attempt)).where(Reflection.homework_id == Homework.id, Reflection.voided_at.is_(None))
    rows = db.session.execute(
        _waiting(mine)
        .join(Homework.assignment)
        .join(Assignment.couple)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .join(first, first.id == Couple.first_id)
        .join(second, second.id == Couple.second_id)
        .with_only_columns(
            Homework.public_id, Homework.submitted_at, Homework.person_id, Couple.first_id, first.name, second.name,
            first.time_zone, second.time_zone, PublishedStep.title, Assignment.due_on, attempt.scalar_subquery(),
        )
        .limit(SHOWN)
    )  # fmt: skip
    found = []
    for public_id, at, person_id, first_id, one, other, zone, other_zone, title, due_on, number in rows:
        position = 1 if person_id == first_id else 2
        name, zone = (one, zone) if position == 1 else (other, other_zone)
        if at:
            late = is_late(at, due_on, zone)
            found.append(Sent(public_id, f"{one} & {other}", name, position, title, at, number or 1, late))
    return found


def following(mine: Select[Any], part: Homework) -> str | None:
    """The address of the part to read after this one: the next in line, or the first of those left."""
    others = _waiting(mine).where(Homework.id != part.id).with_only_columns(Homework.public_id).limit(1)
    at = part.submitted_at
    later = or_(Homework.submitted_at > at, and_(Homework.submitted_at == at, Homework.id > part.id))
    return db.session.scalar(others.where(later)) or db.session.scalar(others)


def reveals(mine: Select[Any]) -> list[Reveal]:
    """Joint steps that wait to be revealed, oldest first; one that is written anew is not waited for here."""
    first, second, later = aliased(Person), aliased(Person), aliased(Reflection)
    counts = Reflection.voided_at.is_(None)
    is_last = (
        ~select(later.id)
        .where(later.homework_id == Reflection.homework_id, later.attempt > Reflection.attempt, later.voided_at.is_(None))
        .exists()
    )
    sealed = and_(counts, Reflection.revealed_at.is_(None), is_last)
    complete_at = select(func.max(Homework.submitted_at)).where(Homework.assignment_id == Assignment.id).scalar_subquery()
    rows = db.session.execute(
        select(Assignment.public_id, first.name, second.name, PublishedStep.title, complete_at)
        .join(Assignment.couple)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .join(first, first.id == Couple.first_id)
        .join(second, second.id == Couple.second_id)
        .where(Assignment.id.in_(mine.with_only_columns(Assignment.id)))
        .where(Assignment.together, Assignment.withdrawn_at.is_(None))
        .where(~Assignment.parts.any(or_(~Homework.reflections.any(counts), Homework.state.in_(_OPEN))))
        .where(Assignment.parts.any(Homework.reflections.any(sealed)))
        .order_by(complete_at, Assignment.id)
        .limit(SHOWN)
    )
    return [Reveal(public_id, f"{one} & {other}", title, at) for public_id, one, other, title, at in rows if at]


def is_late(sent_at: datetime, due_on: date | None, zone: str) -> bool:
    """Whether it came after its day, on its writer's calendar; shown, never held against anybody."""
    return due_on is not None and sent_at.astimezone(ZoneInfo(zone)).date() > due_on


def _waiting(mine: Select[Any]) -> Select[Any]:
    permitted = mine.with_only_columns(Homework.id)
    waiting = select(Homework).where(Homework.id.in_(permitted), Homework.state == State.SUBMITTED)
    return waiting.order_by(Homework.submitted_at, Homework.id)
