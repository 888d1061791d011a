"""Telling: the moves put together as turns, the way they are read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from practice.couples.models import Couple
from practice.people.models import Person
from practice.turns.course import Kind
from practice.turns.models import Move


@dataclass(slots=True)
class Try:
    """What the listener heard, and what the speaker answered to that."""

    heard: Move
    verdict: Move | None = None


@dataclass(slots=True)
class Turn:
    """One of the two speaks, and the other listens as often as it takes."""

    speaker: Person
    listener: Person
    said: Move
    tries: list[Try] = field(default_factory=list)

    @property
    def is_heard(self) -> bool:
        last = self.tries[-1].verdict if self.tries else None
        return last is not None and last.kind is Kind.FELT_HEARD


def told(couple: Couple, moves: Iterable[Move]) -> list[Turn]:
    """The turns in order; of the last one there may only be the beginning."""
    turns: list[Turn] = []
    for move in moves:
        match move.kind:
            case Kind.SAID:
                turns.append(Turn(move.person, couple.other(move.person), move))
            case Kind.HEARD_BACK:
                turns[-1].tries.append(Try(move))
            case _:
                turns[-1].tries[-1].verdict = move
    return turns
