"""Whom a figure is of, and the figures of a report in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Who:
    """A partner's name with their place (1 or 2: colour and shape), or 0 for both together."""

    name: str
    position: int
    direction: str = "ltr"


@dataclass(frozen=True)
class Figures:
    """One to three figures in words, of one partner or of both together."""

    who: Who
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """One of the four things that make it last: its name, what was found, the figures behind it."""

    name: str
    finding: str
    figures: tuple[Figures, ...]
