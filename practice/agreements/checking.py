"""Weeks: on which day one begins, in which weeks something was looked at by all it concerns, and how often it was kept."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Protocol


class Looked(Protocol):
    """What one person said of one line in one week."""

    @property
    def person_id(self) -> int: ...
    @property
    def week_on(self) -> date: ...
    @property
    def kept(self) -> str | None: ...


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks(looks: Iterable[Looked], concerned: Collection[int]) -> list[date]:
    """The weeks (their Mondays, in order) in which all concerned have looked at it."""
    by_week: dict[date, set[int]] = {}
    for look in looks:
        by_week.setdefault(look.week_on, set()).add(look.person_id)
    return sorted(week for week, people in by_week.items() if people >= set(concerned))


def kept_share(looks: Iterable[Looked]) -> float | None:
    """Of what was said, the share that was kept (0 to 1; partly counts half); None where nothing was said."""
    worth = {"yes": 1.0, "partly": 0.5, "no": 0.0}
    said = [worth[look.kept] for look in looks if look.kept is not None]
    return sum(said) / len(said) if said else None
