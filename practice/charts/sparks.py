"""Small lines of numbers, to stand in a row or a margin."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from practice.charts.axes import Bounds, Frame
from practice.charts.drawing import HUES, PALE, PINE, mark, rule, svg
from practice.charts.points import ChartPoint, path, runs, scores


def spark(values: Sequence[int | None], *, id: str, finding: str, width: int = 168, height: int = 36) -> Markup:  # noqa: A002 - SVG's word
    """A small line of numbers from 0 to 10, one a day; a day without one is passed over. Sizes in CSS pixels."""
    step = width / max(len(values), 1)
    points = [
        (step * (place + 0.5), 3 + (height - 6) * (10 - value) / 10) for place, value in enumerate(values) if value is not None
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    drawn = f'<polyline points="{line}" fill="none" stroke="{PINE}" stroke-width="1.5"/>' if len(points) > 1 else ""
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{PINE}"/>' for x, y in points)
    ground = f'<line x1="0" y1="{height - 3}" x2="{width}" y2="{height - 3}" stroke="{PALE}" stroke-width="1"/>'
    return svg("spark", finding, ground + drawn + dots, id=id, width=width, height=height)


def sparkline(
    points: Sequence[ChartPoint],
    *,
    id: str,  # noqa: A002 - SVG's word
    finding: str,
    bounds: Bounds,
    width: int = 120,
    position: int = 0,
) -> Markup:
    """One person's scores without words, to stand in a row; gaps stay gaps, and the mark at its end says whose it is.

    `finding`: what it shows, in a sentence. `bounds`: the lowest and the highest score there can be. `width` in CSS pixels.
    """
    known, height = scores(points), 28.0
    first, last = (known[0][0], known[-1][0]) if known else (date.min, date.min)
    frame = Frame(left=5, right=width - 6, top=5, bottom=height - 5, bounds=bounds, first=first, last=last, size=9)
    colour, name = HUES[position]
    parts = [rule(0, height - 1, width, height - 1)]
    for run in runs(points):
        spots = [(frame.x(on), frame.y(value)) for on, value in run]
        alone = f'<circle class="fill-{name}" cx="{spots[0][0]:.1f}" cy="{spots[0][1]:.1f}" r="1.6" fill="{colour}"/>'
        parts.append(path(spots, colour=colour, name=name, thick=1.5) or alone)
    if known:
        parts.append(mark(position, frame.x(last), frame.y(known[-1][1]), 3.2))
    return svg("sparkline", finding, "".join(parts), id=id, width=width, height=height)
