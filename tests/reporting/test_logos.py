"""A logo is checked by what it holds, and only what was drawn or painted comes through."""

import io

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from practice.errors import Refused
from practice.reporting import logos
from practice.reporting.drawing import drawn
from practice.reporting.orders import Dress
from practice.reporting.printing import Press, Trouble
from tests.reporting import pictures


@pytest.mark.parametrize(("brought", "told"), pictures.BAD.values(), ids=pictures.BAD)
def test_what_is_no_logo_is_told_in_a_sentence(brought: bytes, told: str) -> None:
    with pytest.raises(Refused, match=told):
        logos.checked(brought)


def test_what_is_cut_off_is_no_logo_even_where_another_library_would_load_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = pictures.png()
    for kept in range(40, len(whole) - 12, 7):
        with pytest.raises(Refused, match="damaged"):
            logos.checked(whole[:kept])


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "LA", "I;16"])
def test_any_way_of_painting_is_fine(mode: str) -> None:
    kept = logos.checked(pictures.png(mode=mode))
    with Image.open(io.BytesIO(kept.data)) as picture:
        assert (picture.mode, picture.size) == ("RGB", (720, 180))


def test_only_the_picture_is_kept() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Where", "51.5 N 0.1 W", zip=True)
    kept = logos.checked(pictures.png(pnginfo=notes, icc_profile=b"profile"))
    with Image.open(io.BytesIO(kept.data)) as picture:
        assert picture.info == {}


def test_what_is_clear_is_white_on_paper() -> None:
    with Image.open(io.BytesIO(logos.checked(pictures.png(mode="RGBA")).data)) as picture:
        assert picture.getpixel((9, 9)) == (255, 255, 255)


def test_a_drawing_comes_through_as_shapes_alone() -> None:
    kept = logos.checked(pictures.SVG.encode())
    assert kept.kind == "image/svg+xml"
    assert b"url(#sea)" in kept.data
    assert b'stop-color="#75487A"' in kept.data
    for gone in (b"secret", b"Harbour", b"style", b"ed:", b"note"):
        assert gone not in kept.data
    assert drawn(kept.data) == kept.data, "what was drawn anew stays as it is"


def test_a_drawing_that_takes_a_second_to_print_is_refused() -> None:
    line = f'<path d="M0 0C{"1 1 2 2 3 3 " * 4000}" stroke-dasharray="0.0001" stroke="red"/>'
    with pytest.raises(Refused, match="takes too long to print"):
        logos.checked(pictures.with_more(line * 16))


def test_a_logo_is_on_the_paper_that_it_was_ordered_for_and_on_no_other() -> None:
    press, page = (
        Press(),
        "<html lang='en'><head><title>t</title></head><body><p><img src='own:logo' alt='Logo'/></p></body></html>",
    )
    try:
        made, _ = press.order(page, (), "0" * 64, dress=Dress(logo=logos.checked(pictures.png()).data, logo_kind="image/png"))
        assert b"/Image" in made
        with pytest.raises(Trouble):
            press.order(page, (), "0" * 64)
    finally:
        press.close()
