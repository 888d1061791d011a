"""A month as a calendar shows it: weeks from Monday, and what stands on each day. Pure."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on a day: given, to come (surely or about then), or due."""

    on: date
    title: str
    kind: str  # given, comes, about, due
    whom: tuple[int, ...] = ()  # positions of the two; empty for both


@dataclass(frozen=True, slots=True)
class Day:
    on: date
    is_today: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month's weeks; a day that belongs to another month is None."""

    first: date
    weeks: tuple[tuple[Day | None, ...], ...]

    @property
    def name(self) -> str:
        return f"{calendar.month_name[self.first.month]} {self.first.year}"

    @property
    def key(self) -> str:
        return key_of(self.first)

    @property
    def before(self) -> str:
        return key_of(self.first - timedelta(days=1))

    @property
    def after(self) -> str:
        return key_of(self.first + timedelta(days=31))

    @property
    def is_empty(self) -> bool:
        return not any(day and day.marks for week in self.weeks for day in week)


def key_of(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


def chosen(text: str, today: date) -> date:
    """The first day of the month that an address names ("2026-03"); of today's where it names none there is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII)
    first = date(int(found[1]), int(found[2]), 1) if found and int(found[1]) else today.replace(day=1)
    return first if EARLIEST < first < LATEST else today.replace(day=1)


def month(first: date, marks: Iterable[Mark], today: date) -> Month:
    """The month that begins on this day, with what stands on its days."""
    on: dict[date, list[Mark]] = {}
    for mark in marks:
        on.setdefault(mark.on, []).append(mark)
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return Month(
        first,
        tuple(
            tuple(Day(day, day == today, tuple(on.get(day, ()))) if day.month == first.month else None for day in week)
            for week in weeks
        ),
    )
