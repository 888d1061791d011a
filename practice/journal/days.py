"""Days with an entry: how many, which are best, which kinds were noted. Plain days in, plain numbers out."""

from collections.abc import Iterable
from datetime import date, timedelta


def noted(days: Iterable[date], *, until: date, within: int) -> int:
    """How many of the last `within` days, the day `until` being the last of them, have an entry."""
    first = until - timedelta(days=within - 1)
    return len({day for day in days if first <= day <= until})


def most_in_any(days: Iterable[date], *, within: int) -> int:
    """The most days with an entry in any `within` days that follow each other: a gap before or after costs nothing.

    `within` of 0 or less means any time at all.
    """
    kept = sorted(set(days))
    if within < 1:
        return len(kept)
    best = first = 0
    for last, day in enumerate(kept):
        while (day - kept[first]).days >= within:
            first += 1
        best = max(best, last - first + 1)
    return best


def reaches(days: Iterable[date], *, least: int, within: int) -> bool:
    """Whether there was ever an entry on `least` days out of `within`."""
    return most_in_any(days, within=within) >= least


def kinds_noted(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds that somebody has noted, such as the four kinds of talk."""
    return frozenset(kind for kind in kinds if kind)


def week_of(day: date) -> tuple[date, ...]:
    """The seven days of a day's week, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(7))


def last(days: int, *, until: date) -> tuple[date, ...]:
    """So many days that follow each other, `until` being the last."""
    return tuple(until - timedelta(days=number) for number in reversed(range(days)))
