"""The stylesheet's colours keep the contrast that reading needs, in light and in dark, and it reaches for nothing outside."""

import re
from pathlib import Path

import pytest

import practice

STYLE = (Path(practice.__file__).parent / "static" / "practice.css").read_text()

TEXT, MARK = 4.5, 3.0
GROUNDS = ["paper", "raised", "sunk"]
WASHES = ["pine-wash", "clay-wash", "plum-wash", "slate-wash"]
PAIRS = [
    *[("ink", ground, TEXT) for ground in [*GROUNDS, *WASHES]],
    *[(colour, ground, TEXT) for colour in ["muted", "pine", "clay-ink", "plum", "slate"] for ground in GROUNDS],
    *[("pine", "pine-wash", TEXT), ("clay-ink", "clay-wash", TEXT), ("on-pine", "pine", TEXT), ("on-clay", "clay", TEXT)],
    *[("on-hearth", "hearth", TEXT), ("on-hearth", "hearth-deep", TEXT), ("clay", "clay-wash", MARK)],
    *[(colour, ground, MARK) for colour in ["edge", "clay"] for ground in GROUNDS],
]


def _palettes() -> dict[str, dict[str, str]]:
    blocks = re.split(r"color-scheme: (?:light|dark);", STYLE)[1:4]
    light, wished, chosen = [dict(re.findall(r"--([\w-]+): (#\w{6});", block.split("}")[0])) for block in blocks]
    return {"light": light, "dark by the device": wished, "dark by choice": chosen}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert round(_contrast("#000000", "#FFFFFF"), 1) == 21


@pytest.mark.parametrize("theme", ["light", "dark by the device", "dark by choice"])
def test_every_colour_stands_out_from_its_ground(theme: str) -> None:
    colours = _palettes()[theme]
    faint = [(front, ground) for front, ground, least in PAIRS if _contrast(colours[front], colours[ground]) < least]
    assert not faint


def test_both_ways_into_the_dark_lead_to_the_same_colours() -> None:
    palettes = _palettes()
    assert palettes["dark by the device"] == palettes["dark by choice"]


def test_the_stylesheet_fetches_only_its_own_letters() -> None:
    fetched = re.findall(r"url\(([^)]*)\)", STYLE)
    assert fetched
    assert all(address.startswith("fonts/") for address in fetched)
