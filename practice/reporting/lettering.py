"""Words within a drawing on paper, each line of them set as a whole.

WeasyPrint sets the text of an SVG letter by letter: Arabic falls apart and runs the wrong way, Devanagari loses its vowel
signs, and a chart costs several times as much. Our drawings ask for one line at one point, which Pango sets rightly.
"""

from typing import Any

from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.draw.text import draw_emojis, draw_first_line
from weasyprint.matrix import Matrix
from weasyprint.svg import TAGS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout, create_layout, line_size

_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}  # the share of a line that stands before its point


class _Style(dict[str, Any]):
    """What Pango asks for, as WeasyPrint tells it: values of CSS by their names, and the faces."""

    font_config: FontConfiguration


class _Line:
    """What WeasyPrint draws as one line."""

    def __init__(self, layout: Layout, style: _Style) -> None:
        self.pango_layout, self.style, self.text, self.baseline = layout, style, layout.text, 0


def as_a_whole() -> None:
    """From now on, in this process, `<text>` is set so; what our drawings do not use (paths, turns, spans) is not."""
    TAGS["text"] = _draw


def _draw(svg: Any, node: Any, size: float) -> None:
    """Set a node's line. `size`: of its letters, in the drawing's own units. Called by WeasyPrint, its state saved around it."""
    if not node.text:
        return
    style = _styled(svg, node, size)
    layout = create_layout(node.text, style, svg.context, None, 0)
    wide, _ = line_size(layout.get_first_line()[0], style)
    x, y = svg.point(node.get("x"), node.get("y"), size)
    x -= wide * _BEFORE[node.get("text-anchor", "start")]
    svg.stream.begin_text()
    svg.fill_stroke(*svg.set_graphical_state(node, size), text=True)
    emojis = draw_first_line(svg.stream, _Line(layout, style), "none", "none", Matrix(d=-1, e=x, f=y))
    svg.stream.end_text()
    draw_emojis(svg.stream, style, x, y, emojis)


def _styled(svg: Any, node: Any, size: float) -> _Style:
    style = _Style(INITIAL_VALUES)
    style.font_config = svg.font_config
    style["font_family"] = [face.strip() for face in node.get("font-family", "sans-serif").split(",")]
    style["font_weight"] = int(node.get("font-weight", 400))
    style["font_size"] = size
    return style
