"""Scores over time: gaps stay gaps, two are told apart without colour, any points and any name fit."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.charts.changes import change
from practice.charts.lines import apart, line_chart
from practice.charts.points import ChartLine, ChartMark, ChartPoint
from practice.charts.sparks import sparkline

SVG = "{http://www.w3.org/2000/svg}"
MONDAY = date(2026, 1, 5)
CSI = {
    "label": "CSI-16", "title": "Ana: a reliable rise.", "bounds": (Decimal(0), Decimal(81)), "cut": Decimal("51.5"),
    "threshold": Decimal(7), "good_range": "the satisfied range",
}  # fmt: skip
ODD_NAMES = ["Ana", "B" * 300, "</text><script>", "عائشة", "李小龍", "", "👩‍👩‍👧"]
POINTS = st.lists(st.tuples(st.integers(0, 900), st.one_of(st.none(), st.integers(0, 81))), max_size=30)


def point(days: int, value: int | None) -> ChartPoint:
    return ChartPoint(MONDAY + timedelta(days=days), None if value is None else Decimal(value))


def points(*values: int | None, every: int = 14) -> tuple[ChartPoint, ...]:
    return tuple(point(every * turn, value) for turn, value in enumerate(values))


def drawn(*lines: ChartLine, **more: object) -> ElementTree.Element:
    return ElementTree.fromstring(line_chart(lines, id="a", **CSI | more))


def lines_of(svg: ElementTree.Element) -> list[int]:
    """How many corners each line has."""
    return [len(line.get("points", "").split()) for line in svg.iter(f"{SVG}polyline")]


def words(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def marks(svg: ElementTree.Element, name: str) -> list[str]:
    return [each.tag.removeprefix(SVG) for each in svg.iter() if f"chart-mark fill-{name}" in each.get("class", "")]


def numbers(svg: ElementTree.Element) -> Iterator[tuple[float, float]]:
    for each in svg.iter():
        for across, down in (("x", "y"), ("cx", "cy"), ("x1", "y1"), ("x2", "y2")):
            if across in each.attrib:
                yield float(each.attrib[across]), float(each.attrib[down])
        yield from (tuple(map(float, spot.split(","))) for spot in each.get("points", "").split())


def test_what_was_missed_is_a_gap_and_never_joined() -> None:
    svg = drawn(ChartLine("Ana", 1, points(34, 38, None, 41, None, 64)))
    assert lines_of(svg) == [2]
    assert marks(svg, "plum") == ["circle"] * 5  # four scores, those that stand alone too, and one beside the name


def test_no_line_is_drawn_from_one_wording_to_the_next() -> None:
    later = tuple(ChartPoint(point.on + timedelta(days=90), point.value) for point in points(60, 62))
    svg = drawn(ChartLine("Ana", 1, points(40, 45)), ChartLine("Ana", 1, later))
    assert lines_of(svg) == [2, 2]
    assert words(svg).count("Ana") == 1


def test_partners_differ_by_shape_and_each_has_a_name_and_a_bracket() -> None:
    svg = drawn(ChartLine("Ana", 1, points(34, 60)), ChartLine("Ben", 2, points(35, 61)))
    assert set(marks(svg, "plum")) == {"circle"}
    assert set(marks(svg, "slate")) == {"path"}
    assert {"Ana", "Ben", "60", "61", "51.5", "the satisfied range"} <= set(words(svg))
    assert sum("chart-bracket" in each.get("class", "") for each in svg.iter()) == 6


def test_where_both_scored_alike_both_marks_are_seen_and_their_lines_differ_without_colour() -> None:
    svg = drawn(ChartLine("Ana", 1, points(34, 60)), ChartLine("Ben", 2, points(34, 30)))
    dashes = {each.get("class", ""): each.get("stroke-dasharray") for each in svg.iter(f"{SVG}polyline")}
    assert dashes == {"chart-line stroke-plum": None, "chart-line stroke-slate": "7 2.5"}
    shapes = [each for each in svg.iter() if "chart-mark" in each.get("class", "")]
    assert [each.tag.removeprefix(SVG) for each in shapes[:4]] == ["path", "path", "circle", "circle"]
    behind, apart = [each.get("d", "") for each in shapes[:2]]
    assert height(behind) > 1.5 * height(apart)


def height(diamond: str) -> float:
    tops = [float(corner.split(" ")[1]) for corner in diamond.strip("MZ").split("L")]
    return max(tops) - min(tops)


def test_the_good_range_lies_where_it_is_better() -> None:
    top = next(each for each in drawn().iter() if each.get("class") == "chart-band")
    low = next(each for each in drawn(higher_is_better=False).iter() if each.get("class") == "chart-band")
    assert float(top.get("y", "")) < float(low.get("y", ""))
    assert not any(each.get("class") == "chart-band" for each in drawn(cut=None).iter())


def test_the_title_says_what_was_found_and_ids_are_unique() -> None:
    svg = drawn(ChartLine("Ana", 1, points(34)))
    assert svg[0].text == "Ana: a reliable rise."
    assert [each.get("id") for each in svg.iter() if each.get("id")] == ["a", "a-title"]


def test_a_drawing_without_scores_says_so() -> None:
    assert "No score yet" in words(drawn())
    assert "No score yet" in words(drawn(ChartLine("Ana", 1, points(None, None))))


def test_two_hundred_weeks_keep_their_line_and_thin_out_their_marks() -> None:
    svg = drawn(ChartLine("Ana", 1, points(*[week % 80 for week in range(200)], every=7)))
    assert lines_of(svg) == [200]
    assert 10 < len(marks(svg, "plum")) < 80


def test_steps_stand_below_and_only_those_within_the_days_shown() -> None:
    steps = [ChartMark(MONDAY + timedelta(days=days), f"step {days}") for days in (-3, 0, 14, 60)]
    told = words(drawn(ChartLine("Ana", 1, points(1, 2, 3)), marks=steps))
    assert [word for word in told if "step" in word] == ["step 0", "step 14"]


@pytest.mark.parametrize("name", ["عائشة", "שירה", "दीपा", "👩‍👩‍👧"])
def test_a_name_in_any_script_stands_at_the_end_of_its_line(name: str) -> None:
    assert name in words(drawn(ChartLine(name, 1, points(40, 50))))
    assert "50" in words(drawn(ChartLine(name, 1, points(40, 50))))


@pytest.mark.parametrize("width", [320, 360, 642])
def test_words_are_large_enough_to_read(width: int) -> None:
    svg = drawn(ChartLine("Ana", 1, points(34, 60)), width=width)
    assert min(float(text.get("font-size", "")) for text in svg.iter(f"{SVG}text")) >= 9


@given(POINTS, POINTS, st.sampled_from(ODD_NAMES), st.sampled_from([166, 320, 642]))
def test_any_points_and_any_name_make_a_harmless_drawing_that_stays_inside(
    one: list[tuple[int, int | None]], other: list[tuple[int, int | None]], name: str, width: int
) -> None:
    each = ((name, 1, one), ("Ben", 2, other))
    lines = [ChartLine(who, place, tuple(point(*found) for found in its)) for who, place, its in each]
    svg = drawn(*lines, width=width)
    assert line_chart(lines, id="a", width=width, **CSI) == line_chart(list(lines), id="a", width=width, **CSI)
    _, _, wide, high = map(float, svg.get("viewBox", "").split())
    assert all(-0.01 <= x <= wide and -0.01 <= y <= high for x, y in numbers(svg))
    for part in svg.iter():
        assert part.tag.removeprefix(SVG) in {"svg", "title", "line", "circle", "path", "rect", "text", "polyline"}
        assert not {"style", "href", "onload"} & set(part.attrib)


@given(st.lists(st.floats(20, 170), max_size=8))
def test_labels_keep_their_distance(wanted: list[float]) -> None:
    places = apart(sorted(wanted), 13.5, 20, 170)
    assert all(later - earlier >= 13.4 for earlier, later in pairwise(places))
    assert all(19.9 <= place <= 170.1 for place in places)


def test_a_small_line_keeps_gaps_and_ends_in_its_owners_mark() -> None:
    svg = ElementTree.fromstring(sparkline(points(3, 4, None, 5), id="s", finding="Up.", bounds=CSI["bounds"], position=2))
    assert (lines_of(svg), marks(svg, "slate"), svg[0].text) == ([2], ["path"], "Up.")
    assert not list(
        ElementTree.fromstring(sparkline((), id="s", finding="None yet.", bounds=CSI["bounds"])).iter(f"{SVG}polyline")
    )


@pytest.mark.parametrize(("earlier", "later"), [(40, 60), (60, 40), (50, 51), (50, 50), (0, 81)])
def test_a_change_goes_from_an_open_mark_to_a_filled_one(earlier: int, later: int) -> None:
    figures = {"bounds": CSI["bounds"], "cut": CSI["cut"], "threshold": CSI["threshold"]}
    svg = ElementTree.fromstring(change(Decimal(earlier), Decimal(later), id="c", finding="A rise.", position=1, **figures))
    assert marks(svg, "plum") == ["circle"]
    assert sum("chart-open" in each.get("class", "") for each in svg.iter()) == 1
    assert {str(later), "51.5"} <= set(words(svg))
    assert all(0 <= x <= 320 for x, _ in numbers(svg))
