"""What waits for a partner and for their coach, put in order; nothing here knows of the other partner."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from practice.homework.models import Homework, State
from practice.programme.models import PublishedStep

_FIRST = (State.ASKED_AGAIN, State.DRAFT, State.OPENED, State.ASSIGNED)
_LINES = {
    State.ASKED_AGAIN: "Your coach asks you to look at this once more",
    State.DRAFT: "You have begun; your words are kept",
    State.OPENED: "You have had a look",
    State.ASSIGNED: "New",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One step in the strip, as this partner may know it; without a part of their own it has not begun."""

    number: int
    title: str
    slug: str
    state: str
    part: Homework | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """One partner's own parts, newest first, on one of their days."""

    parts: Sequence[Homework]
    today: date

    @property
    def open(self) -> list[Homework]:
        """What may be written now: asked again, begun, looked at, new; within each by due day."""
        ready = [part for part in self.parts if part.state.is_open]
        return sorted(ready, key=lambda p: (_FIRST.index(p.state), p.assignment.due_on or date.max, p.assignment.assigned_at))

    @property
    def sent(self) -> list[Homework]:
        return [part for part in self.parts if part.state is State.SUBMITTED]

    @property
    def revealed(self) -> list[Homework]:
        """Joint steps whose shared words are open to both."""
        return [part for part in self.parts if part.assignment.is_revealed]

    @property
    def earlier(self) -> list[Homework]:
        """What the coach has read, and what was taken back after something was written."""
        kept = (State.REVIEWED, State.WITHDRAWN)
        return [part for part in self.parts if part.state in kept and (part.opened_at or part.reflections)]

    def line(self, part: Homework) -> str:
        """A quiet word about an open part, kind when its day is over."""
        return "Due day passed; whenever you are ready" if part.is_late(self.today) else _LINES[part.state]

    def strip(self, steps: Sequence[PublishedStep]) -> list[Mark]:
        """Every step of the programme and how far this partner has come with it."""
        newest: dict[str, Homework] = {}
        for part in self.parts:
            if part.state is not State.WITHDRAWN:
                newest.setdefault(part.assignment.published.slug, part)
        return [Mark(s.position, s.title, s.slug, _state(newest.get(s.slug)), newest.get(s.slug)) for s in steps]


def _state(part: Homework | None) -> str:
    if part is None:
        return "not_yet"
    return "under_way" if part.state.is_open else "done"
