"""Goals, in their writers' words, with the number they began with and the latest one by the last day of a report."""

from practice import formats
from practice.goals import standing
from practice.goals.standing import Goal, Rated
from practice.reporting.audience import Reading
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.script import paragraphs
from practice.reporting.sections import Aim


def aims(reading: Reading, period: Period) -> tuple[Aim, ...]:
    """The goals that every reader may know and that had a number by then, the first partner's first."""
    found = ((goal, _until(goal, period)) for goal in standing.of(reading.couple, reading.readers))
    return tuple(_aim(reading, goal, rated) for goal, rated in found if rated)


def title(reading: Reading) -> str:
    """The heading over them."""
    return "What each wants more of" if reading.audience is Audience.COACH else "What you want more of"


def _until(goal: Goal, period: Period) -> list[Rated]:
    return [rated for rated in goal.ratings if rated.on <= period.to_on]


def _aim(reading: Reading, goal: Goal, rated: list[Rated]) -> Aim:
    now = _number(rated[-1]) if len(rated) > 1 else ""
    return Aim(reading.who(goal.person), paragraphs(goal.wants), paragraphs(goal.notices), _number(rated[0]), now)


def _number(rated: Rated) -> str:
    return f"{rated.value} of 10 on {formats.day(rated.on)}"
