"""What a chart of scores costs, beside the least: the same bytes put together from nothing."""

from datetime import date, timedelta
from decimal import Decimal

from practice.charts.lines import line_chart
from practice.charts.points import ChartLine, ChartPoint

_FIRST = date(2026, 1, 5)


# Two people's weeks, with one in six left out.
_LINES = [
    ChartLine(
        name,
        place,
        tuple(
            ChartPoint(_FIRST + timedelta(weeks=week), Decimal(20 + week % 9 * place) if week % 6 else None) for week in range(26)
        ),
    )
    for place, name in enumerate(("Ana", "Ben"), start=1)
]
_BOUNDS = (Decimal(0), Decimal(81))


def half_a_year() -> bytes:
    """A chart of two people's half year."""
    drawn = line_chart(_LINES, id="a", title="Both", label="CSI-16", bounds=_BOUNDS, cut=Decimal("51.5"), threshold=Decimal(7))
    return drawn.encode()


def bare() -> bytes:
    """As many numbers written as such a chart has."""
    return "".join(f'<circle cx="{x:.1f}" cy="{x / 3:.1f}" r="3"/>' for x in range(120)).encode()
