"""A couple's homework at a glance: what was given, what waits for the coach, and where each step stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from practice.homework.models import Assignment, Homework, State
from practice.programme.models import PublishedStep

_SENT = (State.SUBMITTED, State.REVIEWED)


@dataclass(frozen=True, slots=True)
class Mark:
    """One step in the strip."""

    number: int
    title: str
    slug: str
    state: str  # done, under_way, not_yet


@dataclass(frozen=True, slots=True)
class Overview:
    """What somebody may see of a couple's assignments, newest first."""

    given: Sequence[Assignment]

    @property
    def standing(self) -> list[Assignment]:
        """Those that have not been taken back."""
        return [assignment for assignment in self.given if not assignment.is_withdrawn]

    @property
    def to_review(self) -> list[Homework]:
        """Parts that were sent and not looked at, oldest first."""
        sent = [part for each in self.given for part in each.parts if part.state is State.SUBMITTED]
        return sorted(sent, key=lambda part: (part.submitted_at, part.id))

    @property
    def to_reveal(self) -> list[Assignment]:
        """Joint steps both have sent, still sealed, and neither is writing anew."""
        return [each for each in self.given if each.awaits_reveal]

    @property
    def written(self) -> list[Assignment]:
        """Those in which somebody has sent something."""
        return [each for each in self.given if any(part.latest for part in each.parts)]

    def lately(self, since: datetime) -> list[Assignment]:
        """Given since then, or still under way."""
        return [each for each in self.given if each.assigned_at >= since or _goes_on(each)]

    def earlier(self, since: datetime) -> list[Assignment]:
        """Given before then, and nobody has anything left to do with them."""
        return [each for each in self.given if each.assigned_at < since and not _goes_on(each)]

    def strip(self, steps: Sequence[PublishedStep]) -> list[Mark]:
        """Each step of the programme and how far it has come."""
        return [Mark(step.position, step.title, step.slug, self._state(step.slug)) for step in steps]

    def not_begun(self, steps: Sequence[PublishedStep]) -> list[PublishedStep]:
        """Steps that stand before them."""
        return [step for step in steps if self._state(step.slug) == "not_yet"]

    def _state(self, slug: str) -> str:
        of_step = [each for each in self.given if each.published.slug == slug]
        parts = [part for each in of_step for part in each.parts if part.state is not State.WITHDRAWN]
        if not parts:
            return "not_yet"
        return "done" if all(part.state in _SENT for part in parts) else "under_way"


def _goes_on(given: Assignment) -> bool:
    return given.awaits_reveal or any(part.state.is_open or part.state is State.SUBMITTED for part in given.parts)
