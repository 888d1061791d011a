"""One change: where somebody stood, where they stand now, and how far one may be wrong."""

from decimal import Decimal

from markupsafe import Markup

from practice.charts.axes import Bounds, figure
from practice.charts.drawing import GREY, HUES, PALE, WASH, mark, quiet, rule, svg, text


def change(
    earlier: Decimal, later: Decimal, *, id: str, finding: str, bounds: Bounds, cut: Decimal | None = None,  # noqa: A002 - SVG's word
    higher_is_better: bool = True, threshold: Decimal | None = None, position: int = 0, width: int = 320,
) -> Markup:  # fmt: skip
    """From the open mark to the filled one, on the whole range; the bar at the first spans what is error of measurement.

    `finding`: the change in words. `bounds`: the lowest and the highest score there can be. `width` in CSS pixels.
    """
    low, high = bounds
    start, end, y, height = 8.0, width - 8.0, 21.0, 46.0

    def x(value: Decimal) -> float:
        return start + (end - start) * float((min(max(value, low), high) - low) / (high - low) if high > low else Decimal("0.5"))

    colour, name = HUES[position]
    parts = []
    if cut is not None:
        left, right = (x(cut), end) if higher_is_better else (start, x(cut))
        parts.append(f'<rect class="chart-band" x="{left:.1f}" y="12" width="{right - left:.1f}" height="18" fill="{WASH}"/>')
        parts.append(rule(x(cut), 12, x(cut), 30, colour=GREY, kind="chart-cut", thick=0.75))
        parts.append(quiet(x(cut), 43, figure(cut), size=10, anchor="middle"))
    parts.append(rule(start, y, end, y, colour=PALE))
    if threshold is not None:
        parts.append(rule(x(earlier - threshold), y, x(earlier + threshold), y, colour=PALE, kind="chart-error", thick=7))
    parts.append(rule(x(earlier), y, x(later), y, colour=colour, kind=f"stroke-{name}", thick=1.6))
    parts += [mark(position, x(earlier), y, 4.2, is_open=True), mark(position, x(later), y, 4.2)]
    # Two figures that would touch give way to each side.
    touching = abs(x(earlier) - x(later)) < 24
    sides = ("end", "start") if earlier < later else ("start", "end")
    for value, side in zip((earlier, later), sides, strict=True):
        if value == later or earlier != later:
            parts.append(text(x(value), 9, figure(value), size=10, anchor=side if touching and earlier != later else "middle"))
    return svg("change", finding, "".join(parts), id=id, width=width, height=height)
