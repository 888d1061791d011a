"""Words within a drawing are set on paper as those beside it are: joined, in their direction, with all their marks."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from practice.charts.drawing import svg, text
from practice.reporting import pdf

PAGE = "<html lang='en'><head><title>t</title></head><body>{}</body></html>"
FACE = "font: 10px Inter, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif"


def shown(body: str) -> list[bytes]:
    """The letters of faces that a page shows, in the order in which they are shown; what moves them is left out."""
    made = pdf.render(PAGE.format(body), stylesheets=("sheet.css",), identifier="0" * 64)
    with pikepdf.open(io.BytesIO(made)) as file:
        forms = [form for page in file.pages for form in page.get("/Resources", {}).get("/XObject", {}).values()]
        return [told for stream in (*file.pages, *forms) for told in _letters(stream)]


def _letters(stream: pikepdf.Object) -> Iterator[bytes]:
    for operands, operator in pikepdf.parse_content_stream(stream):
        if str(operator) == "TJ":
            yield from (bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))


@pytest.mark.parametrize("name", ["Zoë Fylde", "عائشة", "שירה", "दीपा", "王芳", "ก้อง", "👩‍👩‍👧"])
@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_a_name_is_set_within_a_drawing_as_it_is_beside_it(name: str, anchor: str) -> None:
    beside = shown(f"<p style='{FACE}'>{name}</p>")
    within = shown(svg("line-chart", "A name", text(100, 20, name, size=10, anchor=anchor), id="", width=200, height=30))
    assert b"".join(within) == b"".join(beside) != b""


def test_what_ends_at_a_point_ends_there() -> None:
    """Set from the left, in the middle and to the right of one point, a word begins half its length apart."""
    drawn = [text(100, 20, "seventeen", size=10, anchor=anchor) for anchor in ("start", "middle", "end")]
    made = pdf.render(
        PAGE.format(svg("line-chart", "A word", "".join(drawn), id="", width=200, height=30)),
        stylesheets=("sheet.css",),
        identifier="0" * 64,
    )
    with pikepdf.open(io.BytesIO(made)) as file:
        places = [
            float(operands[4]) for operands, operator in pikepdf.parse_content_stream(file.pages[0]) if str(operator) == "Tm"
        ]
    start, middle, end, *_ = places  # the last is the number of the page
    assert start == 100
    assert start - middle == pytest.approx(middle - end)
    assert 30 < start - end < 60
