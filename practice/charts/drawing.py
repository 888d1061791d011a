"""What every chart is drawn with: our colours, text that is escaped, and the one frame of an SVG that says what it shows."""

from markupsafe import Markup, escape

PINE, INK, GREY, PALE = "#1E5B53", "#22302E", "#5B6664", "#BDB3A2"
PLUM, SLATE, WHITE = "#75487A", "#34658F", "#FFFFFF"
_FACE = 'font-family="Inter, sans-serif"'


def svg(kind: str, title: str, parts: str, *, id: str, width: float, height: float) -> Markup:  # noqa: A002 - SVG's word
    """The whole drawing. `kind`: its class names; `title`: what it shows, in a sentence; `parts`: SVG, its texts escaped.

    `id` is unique on its page; one that is empty leaves the drawing without.
    """
    told, size = escape(title), f"{width:g} {height:g}"
    named = f'id="{escape(id)}" aria-labelledby="{escape(id)}-title"' if id else f'aria-label="{told}"'
    within = f' id="{escape(id)}-title"' if id else ""
    return Markup(  # noqa: S704 - every text in it has been escaped
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart {kind}" role="img" {named} '
        f'viewBox="0 0 {size}" width="{width:g}" height="{height:g}"><title{within}>{told}</title>{parts}</svg>'
    )


def text(x: float, y: float, words: str, *, size: int, anchor: str = "start", fill: str = INK, kind: str = "chart-text") -> str:
    """One line of words at a point of its baseline; `size` in CSS pixels."""
    where = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {where} font-size="{size}" {_FACE} fill="{fill}">{escape(words)}</text>'
