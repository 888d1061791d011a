"""How strong something was, before and after."""

from collections.abc import Sequence
from textwrap import shorten

from markupsafe import Markup

from practice.charts.drawing import INK, PALE, PINE, svg, text


def before_and_after(pairs: Sequence[tuple[str, int, int]], *, width: int = 320) -> Markup:
    """How strong something was, 0 to 10, before (ring) and after (dot): a line for each (title, before, after)."""
    told = "; ".join(f"{title}: {before} before, {after} after" for title, before, after in pairs)
    rows = "".join(_pair(one, 8 + 50 * turn, width) for turn, one in enumerate(pairs))
    height = 50 * len(pairs) + 4
    return svg("before-and-after", told, rows, id="", width=width, height=height)


def _pair(one: tuple[str, int, int], top: float, width: int) -> str:
    title, before, after = one
    start, end, y = 6.0, width - 64.0, top + 24
    was, now = (start + (end - start) * number / 10 for number in (before, after))
    dots = (
        f'<line x1="{start:.1f}" y1="{y}" x2="{end:.1f}" y2="{y}" stroke="{PALE}"/>'
        f'<line x1="{was:.1f}" y1="{y}" x2="{now:.1f}" y2="{y}" stroke="{PINE}" stroke-width="2"/>'
        f'<circle cx="{was:.1f}" cy="{y}" r="4.5" fill="#FFFFFF" stroke="{PINE}" stroke-width="2"/>'
        f'<circle cx="{now:.1f}" cy="{y}" r="5" fill="{PINE}"/>'
    )
    numbers = text(width, y + 4.6, f"{before} → {after}", size=14, anchor="end", fill=INK)
    return text(0, top + 8, shorten(title, 44, placeholder="…"), size=14, anchor="start", fill=INK) + dots + numbers
