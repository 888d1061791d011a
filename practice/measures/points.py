"""When a questionnaire is asked: once, at planned points of the way, or every so many weeks."""

import enum
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from practice.errors import Refused

MOST_WEEKS = 26
FURTHEST = timedelta(days=3 * 366)


class Point(enum.StrEnum):
    """A planned point of the way. Only between these is a change judged; anything else is a trend."""

    START = "start"
    MID = "mid"
    END = "end"
    FOLLOW_UP = "follow_up"

    @property
    def label(self) -> str:
        return {"start": "Start", "mid": "Midway", "end": "End", "follow_up": "Follow-up"}[self.value]


class Rhythm(enum.StrEnum):
    """How often something is asked."""

    ONCE = "once"
    POINTS = "points"
    WEEKS = "weeks"

    @property
    def label(self) -> str:
        return {"once": "Once", "points": "At planned points", "weeks": "Every few weeks"}[self.value]


@dataclass(frozen=True, slots=True)
class Plan:
    """The days on which something is asked. Each has its point; a weekly one begins with the first and goes on."""

    rhythm: Rhythm
    days: tuple[tuple[Point | None, date], ...]
    every_weeks: int = 0

    def must_hold(self, today: date) -> None:
        """Raises: Refused with what makes no sense."""
        on = [day for _, day in self.days]
        if not on:
            raise Refused("Please give a day for at least one of the points.")
        if any(later <= earlier for earlier, later in pairwise(on)):
            raise Refused("Start, midway, end, follow-up: please put the days in that order.")
        if on[0] < today:
            raise Refused("Please choose days from today on.")
        if on[-1] > today + FURTHEST:
            raise Refused("Please choose days within the next three years.")
        if self.rhythm is Rhythm.WEEKS and not 1 <= self.every_weeks <= MOST_WEEKS:
            raise Refused(f"Please choose a number of weeks from 1 to {MOST_WEEKS}.")
