"""Where a score stands on the drawing, and what stands around it: range, cut, days, steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from practice import formats
from practice.charts.drawing import GREY, INK, WASH, fitted, quiet, rule, wide
from practice.charts.points import ChartMark

Bounds = tuple[Decimal, Decimal]


@dataclass(frozen=True)
class Frame:
    """The field of the scores, in CSS pixels, and what its edges stand for."""

    left: float
    right: float
    top: float
    bottom: float
    bounds: Bounds
    first: date
    last: date
    size: int  # of its words

    def x(self, on: date) -> float:
        days = (self.last - self.first).days
        return self.left + (self.right - self.left) * ((on - self.first).days / days if days else 0.5)

    def y(self, value: Decimal) -> float:
        """A score beyond the range stays at its edge."""
        low, high = self.bounds
        share = (min(max(value, low), high) - low) / (high - low) if high > low else Decimal("0.5")
        return self.bottom - (self.bottom - self.top) * float(share)


def figure(number: Decimal) -> str:
    """A number as it stands on an axis: 0, 51.5, 100."""
    return f"{number.normalize():f}"


def band(frame: Frame, cut: Decimal | None, higher_is_better: bool, words: str) -> str:
    """The better side of the cut as a pale ground, with its name in its corner."""
    if cut is None:
        return ""
    line = frame.y(cut)
    top, bottom = (frame.top, line) if higher_is_better else (line, frame.bottom)
    ground = f'x="0" y="{top:.1f}" width="{frame.right + 8:.1f}" height="{bottom - top:.1f}"'
    name = fitted(words, frame.right - frame.left, frame.size)
    # At its far edge, where lines seldom come; in a band too low for words, on the other side of the cut.
    inner = top + frame.size + 1 if higher_is_better else bottom - 4
    x, y = frame.right + 4, inner if bottom - top > frame.size + 4 else line + (frame.size + 2 if higher_is_better else -4)
    said = quiet(x, y, name, size=frame.size, anchor="end") if words else ""
    edge = rule(0, line, frame.right + 8, line, colour=GREY, kind="chart-cut", thick=0.75)
    return f'<rect class="chart-band" {ground} fill="{WASH}"/>{edge}{said}'


def scale(frame: Frame, cut: Decimal | None) -> str:
    """The ends of the range and the cut; a number that would stand on another is left out, the cut never."""
    low, high = frame.bounds
    ticks = [tick for tick in (cut, low, high) if tick is not None]
    parts: list[str] = []
    taken: list[float] = []
    for tick in ticks:
        y = frame.y(tick)
        if all(abs(y - other) >= frame.size for other in taken):
            taken.append(y)
            # The highest stands below its line, for above it stands what is measured.
            parts.append(quiet(0, y + frame.size + 1 if tick == high else y - 3, figure(tick), size=frame.size))
        if tick != cut:
            parts.append(rule(0, y, frame.right + 8, y))
    return "".join(parts)


def days(frame: Frame, dates: Iterable[date]) -> str:
    """The first and the last day, and of those between as many as have room."""
    known = sorted(set(dates))
    if not known:
        return ""
    y, size, end = frame.bottom + frame.size + 5, frame.size, frame.right + 8
    words = [formats.axis_day(on) for on in known]
    if len(known) == 1:
        return quiet(frame.x(known[0]), y, words[0], size=size, anchor="middle")
    parts, room = [quiet(end, y, words[-1], size=size, anchor="end")], max(wide(each, size) for each in words) + 8
    free = frame.left - 4
    if end - room > free:
        parts.append(quiet(free, y, words[0], size=size))
        free += room
    for on, told in zip(known[1:-1], words[1:-1], strict=True):
        x = frame.x(on)
        if free <= x - room / 2 and x + room / 2 <= end - room:
            parts.append(quiet(x, y, told, size=size, anchor="middle"))
            free = x + room / 2
    return "".join(parts)


def steps(frame: Frame, marks: Sequence[ChartMark]) -> str:
    """Small marks at the foot of the field; words that would touch the ones before are left out, their marks stay."""
    parts, free = [], float("-inf")
    foot = frame.bottom + 2 * frame.size + 12
    for step in sorted(marks, key=lambda step: step.on):
        if not frame.first <= step.on <= frame.last:
            continue
        x, words = frame.x(step.on), fitted(step.words, 90, frame.size)
        parts.append(rule(x, frame.bottom - 3, x, frame.bottom + 3, colour=INK, kind="chart-step", thick=1.2))
        half = wide(words, frame.size) / 2
        if x - half >= free:
            parts.append(quiet(x, foot, words, size=frame.size, anchor="middle"))
            free = x + half + 4
    return "".join(parts)


def bracket(frame: Frame, at: date, value: Decimal, threshold: Decimal, colour: str, name: str, turn: int) -> str:
    """What the first score may be wrong by, either way, as a bracket on its left; a second one stands beside the first."""
    x, kind = frame.x(at) - 8 - 6 * turn, f"chart-bracket stroke-{name}"
    top, bottom = frame.y(value + threshold), frame.y(value - threshold)
    lines = ((x, top, x, bottom), (x, top, x + 3, top), (x, bottom, x + 3, bottom))
    return "".join(rule(*line, colour=colour, kind=kind, thick=0.9) for line in lines)
