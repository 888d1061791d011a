"""Where a couple's story is played: who they are, what they were given so far, and the lines that have names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from practice.agreements.models import Line
from practice.couples.models import Couple
from practice.homework.models import Assignment, Homework
from practice.people.models import Person
from practice.sample.days import Calendar


class Deed(NamedTuple):
    """Something done at a moment."""

    at: datetime
    do: Callable[[], Any]


@dataclass
class Stage:
    """Filled while the story goes on: acts ask for what is there when their moment has come."""

    calendar: Calendar
    assignments: list[Assignment] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)
    couple: Couple | None = None

    @property
    def both(self) -> Couple:
        assert self.couple
        return self.couple

    def person(self, who: str) -> Person:
        return self.both.partners[("first", "second").index(who)]

    def given(self, slug: str) -> Assignment:
        """The newest assignment of this step."""
        return [given for given in self.assignments if given.published.slug == slug][-1]

    def part(self, slug: str, who: str) -> Homework:
        """A partner's newest part of this step."""
        person = self.person(who)
        parts = [part for given in self.assignments if given.published.slug == slug for part in given.parts]
        return [part for part in parts if part.person is person][-1]
