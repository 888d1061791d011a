"""An entry as it reads: its words beside what was asked for, ready for a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select
from sqlalchemy.orm import joinedload, lazyload, undefer
from sqlalchemy.sql.base import ExecutableOption

from practice.homework.models import Assignment, Homework
from practice.journal.models import Entry
from practice.programme.library import Readers
from practice.programme.models import PublishedStep

GONE = "A daily entry"  # where the step asks for it no longer


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, opened."""

    entry: Entry
    title: str
    lines: tuple[tuple[str, str], ...]  # what was asked for, and what was written
    kind: str
    ticks: tuple[str, ...]
    minutes: int | None
    number: int | None
    ends: str  # what 0 and 10 mean

    @property
    def on(self) -> date:
        return self.entry.on

    @property
    def is_private(self) -> bool:
        return self.entry.readers is Readers.ONLY_ME


def tell(entry: Entry) -> Told:
    """Open one entry."""
    daily, words = entry.daily, entry.words
    labels = {column.key: column.label for column in daily.lines} if daily else {}
    keys = [*labels, *(key for key in words.lines if key not in labels)]
    return Told(
        entry=entry,
        title=title_of(entry),
        lines=tuple((labels.get(key, ""), words.lines[key]) for key in keys if words.lines.get(key)),
        kind=next((option.label for option in daily.kinds if option.key == words.kind), "") if daily else "",
        ticks=words.ticks,
        minutes=words.minutes,
        number=words.number,
        ends=f"0: {daily.low}; 10: {daily.high}" if daily and daily.low else "",
    )


def title_of(entry: Entry) -> str:
    return entry.daily.title if entry.daily else GONE


def by_day(entries: Iterable[Entry]) -> list[tuple[date, list[Told]]]:
    """Entries under their days, the newest day first; within a day as they were written."""
    days: dict[date, list[Told]] = {}
    for entry in sorted(entries, key=lambda entry: entry.id):
        days.setdefault(entry.on, []).append(tell(entry))
    return sorted(days.items(), reverse=True)


def of_others() -> tuple[ExecutableOption, ...]:
    """What is loaded along with entries whose steps are not at hand."""
    assignment = joinedload(Entry.homework).options(lazyload(Homework.reflections)).joinedload(Homework.assignment)
    return (assignment.options(lazyload(Assignment.parts), joinedload(Assignment.published).undefer(PublishedStep.body)),)


def with_steps(parts: Select[Homework]) -> Select[Homework]:
    """The same parts, each with the step it belongs to, in one query."""
    return parts.options(
        joinedload(Homework.assignment).options(
            joinedload(Assignment.couple),
            lazyload(Assignment.parts),
            joinedload(Assignment.published).options(undefer(PublishedStep.body)),
        ),
        lazyload(Homework.reflections),
    ).order_by(Homework.id)


def numbers(told: Sequence[Told], days: Sequence[date]) -> list[int | None]:
    """The number of each day, the last where there are several; None where there is none."""
    found = {each.on: each.number for each in told if each.number is not None}
    return [found.get(day) for day in days]
