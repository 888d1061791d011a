"""What a chart of scores is made from: occasions, lines of them, and the days of steps below."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from operator import attrgetter


@dataclass(frozen=True)
class ChartPoint:
    """One occasion and its score; None where it was missed or left unfinished."""

    on: date
    value: Decimal | None


@dataclass(frozen=True)
class ChartLine:
    """One person's scores in one wording: their name, their place (1 plum circle, 2 slate diamond), and each occasion.
    Two lines of one name are two wordings, and nothing is drawn from one to the other."""

    name: str
    position: int
    points: tuple[ChartPoint, ...]


@dataclass(frozen=True)
class ChartMark:
    """A day worth a small mark below the chart, and a word or number for it."""

    on: date
    words: str


Spot = tuple[float, float]
Score = tuple[date, Decimal]


def in_order(points: Iterable[ChartPoint]) -> list[ChartPoint]:
    """The oldest first; two of one day stay as they came."""
    return sorted(points, key=attrgetter("on"))


def scores(points: Iterable[ChartPoint]) -> list[Score]:
    """Those that have a score."""
    return [(point.on, point.value) for point in in_order(points) if point.value is not None]


def runs(points: Iterable[ChartPoint]) -> Iterator[list[Score]]:
    """Scores that follow each other with none missing between: a line is drawn within a run, never from one to the next."""
    for known, run in groupby(in_order(points), key=lambda point: point.value is not None):
        if known:
            yield [(point.on, point.value) for point in run if point.value is not None]


def path(spots: Sequence[Spot], *, colour: str, name: str, thick: float, dash: str = "") -> str:
    """A line through these spots."""
    if len(spots) < 2:
        return ""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    look = f'class="chart-line stroke-{name}" fill="none" stroke="{colour}" stroke-width="{thick:g}"'
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{corners}" {look} stroke-linejoin="round"{dashed}/>'
