"""The strip of steps: the same drawing for the same steps, readable without colour, harmless with any title."""

from xml.etree import ElementTree

import pytest

from practice.charts.strips import StripState, StripStep, step_strip, strip_finding

SVG = "{http://www.w3.org/2000/svg}"
SIXTEEN = [
    StripStep(n, f"Step {n}", StripState.DONE if n < 4 else StripState.LATER, "Together" if n < 8 else "On your own")
    for n in range(1, 17)
]


def drawn(*args: object, **kwargs: object) -> ElementTree.Element:
    return ElementTree.fromstring(step_strip(*args, **kwargs))


def test_the_same_steps_give_the_same_bytes() -> None:
    assert step_strip(SIXTEEN) == step_strip(list(SIXTEEN))


def test_its_first_child_is_a_title_that_says_what_was_found() -> None:
    title = drawn(SIXTEEN)[0]
    assert (title.tag, title.text) == (f"{SVG}title", "3 of 16 steps finished.")
    assert drawn(SIXTEEN, finding="All well")[0].text == "All well"


def test_ids_are_unique_and_follow_the_name_given() -> None:
    ids = [each.get("id") for each in drawn(SIXTEEN, id="ana").iter() if each.get("id")]
    assert ids == ["ana", "ana-title"]


def test_no_style_no_script_no_address() -> None:
    for each in drawn(SIXTEEN).iter():
        assert each.tag.removeprefix(SVG) in {"svg", "title", "g", "line", "circle", "text"}
        assert not {"style", "href", "onload"} & set(each.attrib)


def test_a_title_with_markup_is_text() -> None:
    svg = step_strip([StripStep(1, "</text><script>alert(1)</script>", StripState.NOW)], finding="<b>&")
    assert "<script" not in svg
    assert "<b>" not in svg


@pytest.mark.parametrize("width", [280, 320, 480, 642])
def test_everything_stays_inside_the_drawing(width: int) -> None:
    svg = drawn(SIXTEEN, width=width)
    _, _, wide, high = map(float, svg.get("viewBox", "").split())
    for mark in svg.iter(f"{SVG}circle"):
        x, y, r = (float(mark.get(key, "")) for key in ("cx", "cy", "r"))
        assert x - r >= 0
        assert x + r <= wide
        assert y - r >= 0
        assert y + r <= high
    assert all(0 < float(text.get("y", "")) < high for text in svg.iter(f"{SVG}text"))


def test_states_differ_by_more_than_colour() -> None:
    marks = {state: next(drawn([StripStep(1, "a", state)], width=300).iter(f"{SVG}circle")) for state in StripState}
    shapes = {(m.get("stroke-width"), m.get("stroke-dasharray"), m.get("fill") == "#FFFFFF") for m in marks.values()}
    # Later and private differ in the ring alone: the private one has none.
    assert len(shapes) >= len(marks) - 1
    assert marks[StripState.PRIVATE].get("stroke") == "#FFFFFF"


def test_a_private_step_is_not_counted() -> None:
    steps = [StripStep(1, "a", StripState.DONE), StripStep(2, "b", StripState.NOW), StripStep(3, "c", StripState.PRIVATE)]
    assert strip_finding(steps) == "1 of 2 steps finished, 1 under way."


def test_no_steps_at_all_is_still_a_drawing() -> None:
    assert drawn([])[0].text == "No step is shown here."
