"""Scores over time, for one person or for two on one axis."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from markupsafe import Markup

from practice.charts import axes
from practice.charts.axes import Bounds, Frame
from practice.charts.drawing import HUES, fitted, mark, quiet, rule, svg, text, wide
from practice.charts.points import ChartLine, ChartMark, Score, Spot, path, runs, scores

_NARROW = 480  # below this width words are set larger, since a phone shrinks what it shows
_MEETING = 5.6  # how large a diamond is that stands behind a circle


def line_chart(
    lines: Sequence[ChartLine], *, id: str, title: str, label: str, bounds: Bounds, cut: Decimal | None = None,  # noqa: A002 - SVG's word
    higher_is_better: bool = True, threshold: Decimal | None = None, marks: Sequence[ChartMark] = (), good_range: str = "",
    width: int = 642,
) -> Markup:  # fmt: skip
    """Each person's line with its name at the end; what is missing is a gap.

    `title`: the finding, in a sentence. `label`: what is measured. `bounds`: the lowest and the highest score there can be.
    `threshold`: from how many points a change counts, drawn at each first score. `good_range`: the name of the better side
    of the cut. `width`: the printed width in CSS pixels.
    """
    size = 10 if width >= _NARROW else 12
    known = [on for line in lines for on, _ in scores(line.points)]
    room = width * (0.2 if width >= _NARROW else 0.27)
    top = size + 12.0
    frame = Frame(
        left=34 + size, right=width - room, top=top, bottom=top + (150 if width >= _NARROW else 140), bounds=bounds,
        first=min(known, default=date.min), last=max(known, default=date.min), size=size,
    )  # fmt: skip
    parts = [
        axes.band(frame, cut, higher_is_better, good_range),
        axes.scale(frame, cut),
        text(0, size, fitted(label, width, size), size=size, kind="chart-text"),
        *(_bracket(frame, line, threshold) for line in lines),
        *(_paths(frame, line) for line in lines),
        _marks(frame, lines),
        _names(frame, lines, room),
        axes.days(frame, known),
        axes.steps(frame, marks) if known else "",
    ]
    if not known:
        middle = (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2
        parts.append(quiet(*middle, "No score yet", size=size, anchor="middle"))
    height = frame.bottom + size + 10 + (size + 7 if marks and known else 0)
    return svg("line-chart", title, "".join(parts), id=id, width=width, height=height)


def _paths(frame: Frame, line: ChartLine) -> str:
    """The line itself; the second partner's is broken, so that two that cross are told apart without colour."""
    colour, name = HUES[line.position]
    dash = "7 2.5" if line.position == 2 else ""
    return "".join(path(_spots(frame, run), colour=colour, name=name, thick=1.6, dash=dash) for run in runs(line.points))


def _marks(frame: Frame, lines: Sequence[ChartLine]) -> str:
    """Every mark, the circles last: where two meet, the corners of a larger diamond stand out around the circle."""
    spots = [(line.position, spot) for line in sorted(lines, key=lambda line: -line.position) for spot in _marked(frame, line)]
    circles = [spot for place, spot in spots if place == 1]
    return "".join(
        mark(place, x, y, _MEETING if place == 2 and any(abs(x - a) < 5 and abs(y - b) < 5 for a, b in circles) else 3.6)
        for place, (x, y) in spots
    )


def _marked(frame: Frame, line: ChartLine) -> Iterator[Spot]:
    """Where marks are set: those that would hide each other are thinned out; one alone, or last, is always there."""
    known, free = list(runs(line.points)), float("-inf")
    last = known[-1][-1][0] if known else None
    for run in known:
        for (x, y), (on, _) in zip(_spots(frame, run), run, strict=True):
            if len(run) == 1 or on == last or x >= free:
                yield x, y
                free = x + 11


def _spots(frame: Frame, run: Sequence[Score]) -> list[Spot]:
    return [(frame.x(on), frame.y(value)) for on, value in run]


def _bracket(frame: Frame, line: ChartLine, threshold: Decimal | None) -> str:
    known = scores(line.points)
    if threshold is None or not known:
        return ""
    on, value = known[0]
    colour, name = HUES[line.position]
    return axes.bracket(frame, on, value, threshold, colour, name, turn=1 if line.position == 2 else 0)


def _names(frame: Frame, lines: Sequence[ChartLine], room: float) -> str:
    """Each person's last score and name beside the end of their line, moved apart where two would touch."""
    newest = {(line.position, line.name): known[-1] for line in lines if (known := scores(line.points))}
    wanted = sorted((frame.y(value), who, on, value) for who, (on, value) in newest.items())
    places = apart([y for y, *_ in wanted], frame.size * 1.35, frame.top + 2, frame.bottom)
    x, parts = frame.right + 15, []
    for place, (y, (position, name), on, value) in zip(places, wanted, strict=True):
        if frame.x(on) < frame.right - 1 or abs(place - y) > 1.5:
            parts.append(rule(frame.x(on) + 5, y, x - 6, place, kind="chart-leader", thick=0.75, dash="1 2"))
        told, base = axes.figure(value), place + frame.size * 0.36
        after = x + 8 + wide(told, frame.size) + 4
        colour, hue = HUES[position]
        parts.append(mark(position, x, place, 3))
        parts.append(text(x + 8, base, told, size=frame.size))
        named = fitted(name, frame.right + room - after, frame.size)
        parts.append(text(after, base, named, size=frame.size, fill=colour, kind=f"fill-{hue}"))
    return "".join(parts)


def apart(wanted: Sequence[float], distance: float, top: float, bottom: float) -> list[float]:
    """Places as near as can be to these (ascending), at least `distance` from each other, within top and bottom if they fit."""
    places: list[float] = []
    for y in wanted:
        places.append(max(y, places[-1] + distance) if places else max(y, top))
    over = max(0.0, places[-1] - bottom) if places else 0.0
    limit = bottom
    for at in range(len(places) - 1, -1, -1):
        if over and places[at] > limit:
            places[at] = limit
        limit = places[at] - distance
    return places
