"""A week of one's own: each daily a row, each day a quiet mark or nothing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from practice.journal.dailies import Given
from practice.journal.keeping import EARLIEST
from practice.journal.models import Entry
from practice.journal.telling import title_of

_FIRST = date(2000, 1, 3)  # a Monday before anything was kept here


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of a row."""

    on: date
    is_kept: bool
    may_write: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One daily; without `given` its step was taken back."""

    title: str
    given: Given | None
    cells: tuple[Cell, ...]


def within_reach(asked: str, today: date) -> date:
    """The day that was asked for, as far as there is anything to look at; else today."""
    try:
        return min(max(date.fromisoformat(asked), _FIRST), today)
    except ValueError:
        return today


def rows(found: Sequence[Given], entries: Sequence[Entry], days: Sequence[date], today: date) -> list[Row]:
    """A row for each daily one has and does not let rest, and for what else was written in these days."""
    kept: dict[tuple[str, str], set[date]] = {}
    titles: dict[tuple[str, str], str] = {}
    for entry in entries:
        name = (entry.homework.assignment.published.slug, entry.key)
        kept.setdefault(name, set()).add(entry.on)
        titles[name] = title_of(entry)
    made = []
    for one in found:
        there = kept.pop((one.part.assignment.published.slug, one.daily.key), set())
        if there or not one.is_resting:
            made.append(Row(one.daily.title, one, _cells(there, days, today)))
    return made + [Row(titles[name], None, _cells(there, days, None)) for name, there in kept.items()]


def _cells(kept: Collection[date], days: Sequence[date], today: date | None) -> tuple[Cell, ...]:
    return tuple(Cell(day, day in kept, today is not None and today - EARLIEST <= day <= today) for day in days)


def neighbours(days: Sequence[date], today: date) -> tuple[date | None, date | None]:
    """The Mondays of the week before and of the week after; None where there is nothing to look at."""
    before, after = days[0] - timedelta(days=7), days[0] + timedelta(days=7)
    return (before if before >= _FIRST else None), (after if after <= today else None)
