"""How far and how fast one person would like to go, and what of it two people share."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from practice.programme.library import Pace


@dataclass(frozen=True, slots=True)
class Choice:
    """Any of a pace's `far`, in its order, and one of its `fast`."""

    far: tuple[str, ...]
    fast: str

    def to_json(self) -> str:
        return json.dumps({"far": list(self.far), "fast": self.fast})


def choice(pace: Pace, far: Iterable[str], fast: str) -> Choice:
    """What was chosen of what the step offers; a speed it does not know is its slowest."""
    wanted, speeds = set(far), [option.key for option in pace.fast]
    return Choice(tuple(option.key for option in pace.far if option.key in wanted), fast if fast in speeds else speeds[0])


def from_json(pace: Pace, text: str) -> Choice:
    """A choice as it was kept."""
    kept = json.loads(text)
    return choice(pace, kept["far"], kept["fast"])


def shared(pace: Pace, one: Choice, other: Choice) -> Choice:
    """What both accept: only what is in both, at the slower of the two speeds."""
    return choice(pace, set(one.far) & set(other.far), min(one.fast, other.fast, key=lambda fast: _speed(pace, fast)))


def is_within(pace: Pace, one: Choice, other: Choice) -> bool:
    """Whether one asks for no more than the other, and no faster."""
    return set(one.far) <= set(other.far) and _speed(pace, one.fast) <= _speed(pace, other.fast)


def _speed(pace: Pace, fast: str) -> int:
    """0 for the slowest."""
    return [option.key for option in pace.fast].index(fast)
