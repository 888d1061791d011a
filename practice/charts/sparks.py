"""Small lines of numbers, to stand in a row or a margin."""

from collections.abc import Sequence

from markupsafe import Markup

from practice.charts.drawing import PALE, PINE, svg


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
