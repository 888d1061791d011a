"""Scores over time, for one person or for two on one axis."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class ChartPoint:
    """One occasion and its score; None where it was missed or left unfinished."""

    on: date
    value: Decimal | None


@dataclass(frozen=True)
class ChartLine:
    """One person's scores in one wording: their name, their place (1 plum circle, 2 slate diamond), the oldest score first."""

    name: str
    position: int
    points: tuple[ChartPoint, ...]
