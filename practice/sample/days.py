"""Moments of the past half year, and days within answers; the same today gives the same ones."""

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from practice.programme.library import ColumnKind, Prompt, PromptKind

_LATE_MORNING, _EVENING = time(9, 30), time(18, 40)


class Calendar:
    """Counts back from today."""

    def __init__(self, today: date, seed: int = 16) -> None:
        self.today = today
        self._chance = random.Random(seed)  # noqa: S311 - minutes of a day, no secrets

    def at_work(self, days_ago: int) -> datetime:
        """A moment at which a coach sits at the desk."""
        return self._moment(days_ago, _LATE_MORNING, 6 * 60)

    def after_work(self, days_ago: int) -> datetime:
        """A moment at which somebody finds time to write, mostly in the evening."""
        return self._moment(days_ago, _EVENING, 4 * 60)

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def _moment(self, days_ago: int, earliest: time, minutes: int) -> datetime:
        begin = datetime.combine(self.day(days_ago), earliest, UTC)
        return begin + timedelta(seconds=self._chance.randrange(minutes * 60))


def spoken(prompt: Prompt, told: Any, written_on: date) -> Any:
    """An answer of a story as the programme keeps it: days as days, rows with their columns."""
    if prompt.kind is PromptKind.DATE:
        return _day(told, written_on)
    if prompt.kind is PromptKind.ROWS:
        return [
            {
                column.key: _day(cell, written_on) if column.kind is ColumnKind.DATE else cell
                for column, cell in zip(prompt.columns, row, strict=True)
            }
            for row in told
        ]
    return told.strip() if isinstance(told, str) else told


def _day(told: int | str, written_on: date) -> str:
    return (written_on + timedelta(days=told)).isoformat() if isinstance(told, int) else told
