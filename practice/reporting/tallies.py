"""What is counted for the four measures, from rows that each reader may know of."""

from collections.abc import Set
from datetime import date, datetime
from typing import Any

from practice.homework.models import Assignment, Homework
from practice.people.models import Person
from practice.reporting.audience import Reading
from practice.reporting.period import Period, weeks_in_a_row
from practice.reporting.wording import Joint, Own
from practice.reporting.writings import Sent


def joint(assignments: list[Assignment], period: Period, **more: Any) -> Joint:
    """Of the shared steps only what both know alike: given, opened, reviewed in both parts; `more` comes from other rooms."""
    given = [each for each in assignments if each.together and period.is_over_by(each.assigned_at)]
    opened = [each for each in given if period.is_over_by(opened_at(each))]
    first = min((period.day(each.assigned_at) for each in given), default=period.to_on)
    return Joint(
        given=len(given),
        opened=tuple(each.published.title for each in opened if period.holds(opened_at(each))),
        opened_in_all=len(opened),
        reviewed=sum(all(period.is_over_by(_reviewed_at(part)) for part in each.parts) for each in opened),
        weeks=(period.to_on - first).days // 7,
        **more,
    )


def opened_at(assignment: Assignment) -> datetime | None:
    """When both parts of a shared step first lay open to both; None while any is sealed."""
    if not assignment.is_revealed:
        return None
    return max(part.revealed.revealed_at for part in assignment.parts if part.revealed and part.revealed.revealed_at)


def own(
    reading: Reading, person: Person, assignments: list[Assignment], sent: list[Sent], period: Period,
    *, entries: Set[date] = frozenset(), **more: Any,
) -> Own:  # fmt: skip
    """One partner's own figures, of every step given to them; `entries` are the days on which they kept one."""
    parts = [part for each in assignments for part in each.parts if part.person_id == person.id]
    asked = [part for part in parts if _is_asked(part, period)]
    done = [part for part in asked if part.latest and period.holds(part.latest.submitted_at)]
    days = {
        period.day(one.submitted_at)
        for part in parts
        for one in part.reflections
        if not one.is_void and period.holds(one.submitted_at)
    }
    reviewed = [(part, at) for part in done if period.is_over_by(at := _reviewed_at(part))]
    alone = [part for part in parts if not part.assignment.together and period.is_over_by(part.assignment.assigned_at)]
    return Own(
        who=reading.who(person),
        you=reading.partners == (person,),
        asked=len(asked),
        sent=len(done),
        days=len(days),
        reviewed=len(reviewed),
        review_days=tuple((at - part.latest.submitted_at).days for part, at in reviewed if at and part.latest),
        own_given=len(alone),
        own_sent=sum(1 for part in alone if part.latest and period.is_over_by(part.latest.submitted_at)),
        entries=len(entries),
        weeks=weeks_in_a_row(days | entries),
        points=sum(one.points for one in sent if one.part.person_id == person.id),
        **more,
    )


def _is_asked(part: Homework, period: Period) -> bool:
    """Given by the last day, and not sent before the first."""
    first = next((one for one in part.reflections if not one.is_void), None)
    done_before = first is not None and period.day(first.submitted_at) < period.from_on
    return period.is_over_by(part.assignment.assigned_at) and not done_before


def _reviewed_at(part: Homework) -> datetime | None:
    """When the coach reviewed what was last sent."""
    if part.latest is None or part.reviewed_at is None or part.reviewed_at < part.latest.submitted_at:
        return None
    return part.reviewed_at
