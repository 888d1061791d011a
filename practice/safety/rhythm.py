"""Whether a couple is to be asked again by now. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from practice.safety.models import Unit

MOST = {Unit.STEPS: 16, Unit.WEEKS: 52, Unit.NEVER: 52}


@dataclass(frozen=True, slots=True)
class Rhythm:
    """At the beginning or not; then after every so many steps done together, or weeks, or only when asked for."""

    at_first: bool = True
    unit: Unit = Unit.STEPS
    every: int = 3


USUAL = Rhythm()


@dataclass(frozen=True, slots=True)
class Since:
    """Since when both know each other here, when both were asked last, and how many joint steps they were given since."""

    began_at: datetime
    asked_at: datetime | None
    steps: int


def is_due(rhythm: Rhythm, since: Since, now: datetime) -> bool:
    """Whether both are asked now."""
    if since.asked_at is None and rhythm.at_first:
        return True
    match rhythm.unit:
        case Unit.STEPS:
            return since.steps >= rhythm.every
        case Unit.WEEKS:
            return now - (since.asked_at or since.began_at) >= timedelta(weeks=rhythm.every)
    return False
