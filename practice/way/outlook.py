"""What the coach sees of a couple's plan: when each step opens in words, what is in the way, and what stands on which day."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from practice import formats
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.states import State
from practice.people.models import Person
from practice.programme.models import PublishedStep, edition_of
from practice.way.models import Opens, Planned, Whom
from practice.way.months import Mark
from practice.way.opening import GONE, last_given
from practice.way.planning import coming
from practice.way.schedule import Schedule

_WAITS = "Waits for you, as all that they do together does at present."


@dataclass(frozen=True, slots=True)
class Row:
    """One step to come."""

    planned: Planned
    title: str
    when: str
    expected: date | None
    trouble: str  # why it cannot be given, as a sentence; else empty


def rows(couple: Couple, today: date) -> list[Row]:
    """What is to come, in its order."""
    planned = coming(couple)
    schedule = Schedule(planned, last_given(couple))
    current = {step.slug: step.title for step in edition_of(couple).steps}
    opened = _open(couple)
    found = []
    for number, (each, day) in enumerate(zip(planned, schedule.expected(today), strict=True)):
        trouble = "" if each.published.slug in current else GONE
        if not trouble and couple.is_held and each.published.together:
            trouble = _WAITS
        if not trouble and (each.held_at or (day and day <= today)):
            trouble = _in_the_way(each, opened)
        if not trouble and number == 0 and each.opens is Opens.WHEN_REVIEWED and schedule.last and schedule.last.withdrawn:
            trouble = (
                f"“{schedule.last.withdrawn}” was withdrawn, so it will not be reviewed. Set another rule, or give this one."
            )
        found.append(Row(each, current.get(each.published.slug, each.published.title), _when(each, day, today), day, trouble))
    return found


def _open(couple: Couple) -> set[tuple[str, int]]:
    """Steps that somebody has open: (slug, person)."""
    parts = (
        select(PublishedStep.slug, Homework.person_id)
        .select_from(Homework)
        .join(Assignment, Assignment.id == Homework.assignment_id)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .where(Assignment.couple_id == couple.id, Homework.state.in_([state for state in State if state.is_open]))
    )
    return {(slug, person_id) for slug, person_id in db.session.execute(parts)}


def _in_the_way(planned: Planned, opened: Collection[tuple[str, int]]) -> str:
    names = [person.name for person in planned.people if (planned.published.slug, person.id) in opened]
    if not names:
        return ""
    verb = "has" if len(names) == 1 else "have"
    return f"{formats.joined(names)} {verb} it open already. It is given as soon as that is sent, or withdrawn by you."


def _when(planned: Planned, day: date | None, today: date) -> str:
    about = f", about {formats.short_day(day)}" if day else ""
    match planned.opens:
        case Opens.AFTER_DAYS:
            days = formats.count(planned.after_days or 0, "day", "days")
            return f"{days} after the one before was given{about}"
        case Opens.WHEN_REVIEWED | Opens.BY_HAND:
            return planned.opens.label
    return "Today" if day is None or day <= today else f"On {formats.short_day(day)}"


def marks(couple: Couple, to_come: Sequence[Row], given: Sequence[Assignment]) -> Iterator[Mark]:
    """What stands on the calendar, on the coach's days: what was given, when it is due, what is to come and can."""
    for assignment in given:
        if not assignment.is_withdrawn:
            whom = () if assignment.together else tuple(couple.position(part.person) for part in assignment.parts)
            yield Mark(_day(assignment, couple.coach), assignment.published.title, "given", whom)
            if assignment.due_on:
                yield Mark(assignment.due_on, assignment.published.title, "due", whom)
    for row in to_come:
        if row.expected and not row.trouble:
            whom = {Whom.BOTH: (), Whom.FIRST: (1,), Whom.SECOND: (2,)}[row.planned.whom]
            yield Mark(row.expected, row.title, "comes" if row.planned.opens.is_dated else "about", whom)


def _day(assignment: Assignment, coach: Person) -> date:
    return assignment.assigned_at.astimezone(ZoneInfo(coach.time_zone)).date()


def next_day(couple: Couple, person: Person, today: date) -> date | None:
    """The next day on which a step of this partner's opens, their own or one for both; one question, and only of days."""
    mine = Whom.FIRST if person.id == couple.first_id else Whom.SECOND
    days = select(Planned.opens_on).where(
        Planned.couple_id == couple.id, Planned.given_at.is_(None), Planned.skipped_at.is_(None),
        Planned.opens == Opens.ON_DAY, Planned.opens_on > today, Planned.whom.in_([Whom.BOTH, mine]),
    )  # fmt: skip
    if couple.is_held:
        # What will not come is not announced.
        days = days.where(Planned.published.has(~PublishedStep.together))
    return db.session.scalar(days.order_by(Planned.opens_on).limit(1))
