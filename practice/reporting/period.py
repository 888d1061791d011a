"""The days a report speaks of, on the coach's calendar."""

from calendar import monthrange
from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from practice import formats


@dataclass(frozen=True)
class Period:
    """From one day to another, both within it."""

    from_on: date
    to_on: date
    zone: str = "UTC"

    def day(self, moment: datetime) -> date:
        """The day on which something happened, where the coach lives."""
        return moment.astimezone(ZoneInfo(self.zone)).date()

    def holds(self, moment: datetime | None) -> bool:
        """Whether it happened within these days."""
        return moment is not None and self.from_on <= self.day(moment) <= self.to_on

    def is_over_by(self, moment: datetime | None) -> bool:
        """Whether it happened on the last day or before."""
        return moment is not None and self.day(moment) <= self.to_on

    @property
    def words(self) -> str:
        """ "1 September 2026 to 22 November 2026"."""
        return f"{formats.day(self.from_on)} to {formats.day(self.to_on)}"


def three_months_before(day: date) -> date:
    """The day of that number three months earlier, or the last one that month has."""
    month = day.month + 9 if day.month <= 3 else day.month - 3
    year = day.year - (day.month <= 3)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def weeks_in_a_row(days: Set[date]) -> int:
    """The longest run of weeks (Monday to Sunday) with at least one of these days in each."""
    mondays = {day - timedelta(days=day.weekday()) for day in days}
    longest = 0
    for monday in mondays:
        if monday - timedelta(weeks=1) not in mondays:
            run = 1
            while monday + timedelta(weeks=run) in mondays:
                run += 1
            longest = max(longest, run)
    return longest
