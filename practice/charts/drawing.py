"""What every chart is drawn with: our colours, text that is escaped, and the one frame of an SVG that says what it shows."""

from unicodedata import combining, east_asian_width

from markupsafe import Markup, escape

PINE, INK, GREY, PALE = "#1E5B53", "#22302E", "#5B6664", "#BDB3A2"
PLUM, SLATE, WHITE, WASH = "#75487A", "#34658F", "#FFFFFF", "#E3EEEA"
# Partners by their place: colour and the class that turns it over in the dark. Nobody's place is 0.
HUES = {0: (PINE, "pine"), 1: (PLUM, "plum"), 2: (SLATE, "slate")}
_FACE = 'font-family="Inter, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif"'


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


def quiet(x: float, y: float, words: str, *, size: int, anchor: str = "start") -> str:
    """The same in grey, for what stands around a drawing."""
    return text(x, y, words, size=size, anchor=anchor, fill=GREY, kind="chart-quiet")


def wide(words: str, size: float) -> float:
    """About how wide the words are, in CSS pixels: an estimate on the safe side for any script."""
    if words.isascii():
        return len(words) * size * 0.6
    return sum(0 if combining(sign) else size if east_asian_width(sign) in "WF" else size * 0.6 for sign in words)


def fitted(words: str, width: float, size: float) -> str:
    """As much of the words as has room, on one line."""
    words = " ".join(words.split())
    if wide(words, size) <= width:
        return words
    kept = words
    while kept and wide(kept, size) + size > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def mark(position: int, x: float, y: float, size: float = 3.6, *, is_open: bool = False) -> str:
    """A person's mark: a circle in plum, a diamond in slate. An open one stands for what was before."""
    colour, name = HUES[position]
    look = f'class="chart-open stroke-{name}" fill="{WHITE}" stroke="{colour}" stroke-width="1.6"'
    if not is_open:
        look = f'class="chart-mark fill-{name}" fill="{colour}" stroke="{WHITE}" stroke-width="1"'
    if position == 2:
        r = size * 1.3
        return f'<path d="M{x:.1f} {y - r:.1f}L{x + r:.1f} {y:.1f}L{x:.1f} {y + r:.1f}L{x - r:.1f} {y:.1f}Z" {look}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" {look}/>'


def rule(
    x1: float, y1: float, x2: float, y2: float, *, colour: str = PALE, kind: str = "chart-rule", thick: float = 1, dash: str = ""
) -> str:
    """A straight line."""
    ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<line class="{kind}" {ends} stroke="{colour}" stroke-width="{thick:g}"{dashed}/>'
