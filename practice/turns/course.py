"""The course of the turns: from the moves so far, whose turn it is and what may come next."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What one move is."""

    SAID = "said"
    HEARD_BACK = "heard_back"
    FELT_HEARD = "felt_heard"
    NOT_YET = "not_yet"


_VERDICTS = frozenset({Kind.FELT_HEARD, Kind.NOT_YET})
_AFTER = {
    None: frozenset({Kind.SAID}),
    Kind.SAID: frozenset({Kind.HEARD_BACK}),
    Kind.HEARD_BACK: _VERDICTS,
    Kind.NOT_YET: frozenset({Kind.HEARD_BACK}),
    Kind.FELT_HEARD: frozenset({Kind.SAID}),
}


@dataclass(frozen=True, slots=True)
class Course:
    """Moves as (who, what), in order, between two people; `chosen` was asked to speak first, None until somebody was."""

    partners: tuple[int, int]
    moves: tuple[tuple[int, Kind], ...] = ()
    chosen: int | None = None

    @property
    def first(self) -> int | None:
        """Who speaks first."""
        return self.moves[0][0] if self.moves else self.chosen

    @property
    def heard(self) -> frozenset[int]:
        """Who has felt heard."""
        return frozenset(person for person, kind in self.moves if kind is Kind.FELT_HEARD)

    @property
    def is_heard(self) -> bool:
        """Whether both have felt heard: then it is done."""
        return self.heard == frozenset(self.partners)

    @property
    def speaker(self) -> int | None:
        """Who speaks now; nobody before it has begun and after both were heard."""
        if self.first is None or self.is_heard:
            return None
        return self.other(self.first) if self.first in self.heard else self.first

    @property
    def may_come(self) -> frozenset[Kind]:
        """What the next move may be."""
        last = self.moves[-1][1] if self.moves else None
        return _AFTER[last] if self.speaker is not None else frozenset()

    @property
    def asks(self) -> str:
        """What is asked now: to say, to hear, to answer; empty where nothing is."""
        if not self.may_come:
            return ""
        return "say" if Kind.SAID in self.may_come else "hear" if Kind.HEARD_BACK in self.may_come else "answer"

    @property
    def whose_turn(self) -> int | None:
        """Who makes the next move."""
        if self.speaker is None:
            return None
        return self.other(self.speaker) if Kind.HEARD_BACK in self.may_come else self.speaker

    def allows(self, person: int, kind: Kind) -> bool:
        """Whether this may come next, from this person."""
        return person == self.whose_turn and kind in self.may_come

    def other(self, person: int) -> int:
        """The other of the two."""
        return self.partners[1] if person == self.partners[0] else self.partners[0]
