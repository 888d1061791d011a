"""A couple's days as their coach may see them: when something was kept, and what of it is meant for the coach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from practice.charts.sparks import spark
from practice.homework.models import Homework
from practice.journal.days import noted
from practice.journal.telling import GONE, Told, numbers
from practice.people.models import Person
from practice.programme.library import Readers

# What is known of an entry without opening it: homework id, the daily's key, the day, who reads it.
Plain = tuple[int, str, date, Readers]


class Day(StrEnum):
    """What a day holds, as far as the coach may know."""

    NONE = "none"
    KEPT = "kept"
    PRIVATE = "private"  # kept by its writer for themselves


@dataclass(frozen=True, slots=True)
class Strip:
    """One daily of one partner."""

    person: Person
    title: str
    days: tuple[tuple[date, Day], ...]
    told: tuple[Told, ...]  # what the coach may read, the newest first
    numbers: tuple[int | None, ...]  # a day each; empty where no number is asked for
    ends: str

    @property
    def count(self) -> int:
        """On how many of the days something was kept."""
        return noted((on for on, day in self.days if day is not Day.NONE), until=self.days[-1][0], within=len(self.days))

    @property
    def to_read(self) -> list[Told]:
        """What says more than its number, which stands in the line of numbers."""
        return [each for each in self.told if each.lines or each.ticks or each.kind or each.minutes]

    @property
    def private(self) -> list[date]:
        """Days on which something was kept that nobody but its writer reads."""
        return [on for on, day in self.days if day is Day.PRIVATE]

    def spark(self, name: str) -> Markup | None:
        """The numbers as a small line, under an id of its own; None where there are none to read."""
        told = [number for number in self.numbers if number is not None]
        if not told:
            return None
        return spark(self.numbers, id=f"spark-{name}", finding=f"{self.title}, from 0 to 10: {self.spoken}")

    @property
    def spoken(self) -> str:
        """The numbers in words, the oldest first."""
        return ", ".join(str(number) for number in self.numbers if number is not None)


def strips(parts: Iterable[Homework], plain: Sequence[Plain], told: Sequence[Told], days: Sequence[date]) -> list[Strip]:
    """A strip for each daily somebody has, or has written in; a step given twice is one."""
    found: dict[tuple[int, str, str], list[Homework]] = {}
    for part in parts:
        written = {key for homework_id, key, _on, _readers in plain if homework_id == part.id}
        asked = [] if part.assignment.is_withdrawn else [daily.key for daily in part.assignment.published.step.dailies]
        for key in dict.fromkeys([*asked, *sorted(written)]):
            found.setdefault((part.person_id, part.assignment.published.slug, key), []).append(part)
    return [_strip(key, of, plain, told, days) for (_person, _slug, key), of in found.items()]


def _strip(key: str, parts: list[Homework], plain: Sequence[Plain], told: Sequence[Told], days: Sequence[date]) -> Strip:
    ids = {part.id for part in parts}
    own = [(on, readers) for homework_id, its_key, on, readers in plain if homework_id in ids and its_key == key]
    mine = [each for each in told if each.entry.homework_id in ids and each.entry.key == key]
    daily = next((daily for daily in parts[-1].assignment.published.step.dailies if daily.key == key), None)
    asks_number = daily is not None and bool(daily.low or daily.high)
    return Strip(
        person=parts[0].person,
        title=daily.title if daily else GONE,
        days=tuple((day, _day({readers for on, readers in own if on == day})) for day in days),
        told=tuple(sorted(mine, key=lambda each: (each.on, each.entry.id), reverse=True)),
        numbers=tuple(numbers(mine, days)) if asks_number else (),
        ends=f"0: {daily.low}; 10: {daily.high}" if daily and asks_number else "",
    )


def _day(readers: set[Readers]) -> Day:
    if not readers:
        return Day.NONE
    return Day.PRIVATE if readers == {Readers.ONLY_ME} else Day.KEPT
