"""Questionnaires as data: what ships is right and holds no words but ours, and what does not fit is told by name and key."""

from dataclasses import replace
from decimal import Decimal

import pytest

from practice.measures.instruments import InstrumentError, Status, from_json, from_toml, shipped, to_json, worded
from practice.measures.soundness import of_instrument
from tests.measures.stand_ins import HOUSE_SCALE

UP, DOWN = (0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0)
SOUND = """
key = "house-2"
name = "House-2"
title = "An invented scale"
citation = "Nobody (2026)."
licence = "Ours."
status = "provisional"
higher_is_better = true
lowest = 0
highest = 8
cut = 3
sd = 2
reliability = 0.9
source = "Nobody (2026)."
bands = [{ low = 0, high = 3, label = "low" }, { low = 4, high = 8, label = "high" }]
items = [{ values = [0, 1, 2, 3, 4], text = "Stand-in one" }, { values = [4, 3, 2, 1, 0] }]
"""


def test_what_ships() -> None:
    assert list(shipped()) == ["csi-16", "csi-32", "csi-4", "gad-7", "phq-9", "pulse", "rdas", "who-5"]
    facts = {
        key: (len(one.items), one.bounds, one.cut, one.sd, one.reliability, one.threshold, one.higher_is_better)
        for key, one in shipped().items()
    }
    assert facts == {
        "csi-16": (16, (0, 81), Decimal("51.5"), 17, Decimal("0.98"), 7, True),
        "csi-4": (4, (0, 21), Decimal("13.5"), 4, Decimal("0.94"), 3, True),
        "csi-32": (32, (0, 161), Decimal("104.5"), 32, Decimal("0.98"), 13, True),
        "phq-9": (9, (0, 27), 10, None, None, 6, False),
        "gad-7": (7, (0, 21), 10, None, None, 4, False),
        "who-5": (5, (0, 100), 50, None, None, 10, True),
        "rdas": (0, (0, 69), Decimal("47.31"), None, None, 12, True),
        "pulse": (4, (0, 40), None, None, None, None, True),
    }


def test_which_items_are_keyed_in_reverse() -> None:
    turned = {key: [n for n, item in enumerate(one.items, start=1) if item.is_reversed] for key, one in shipped().items()}
    assert turned.pop("csi-16") == [2, 11, 13, 14, 16]
    assert turned.pop("csi-32") == [2, 3, 4, 5, 10, 15, 26, 28, 30, 32]
    assert not any(turned.values())
    for key in ("csi-16", "csi-4", "csi-32"):
        first, *others = shipped()[key].items
        assert first.values == (0, 1, 2, 3, 4, 5, 6)
        assert {item.values for item in others} <= {UP, DOWN}


def test_no_words_ship_but_our_own() -> None:
    spoken = {key for key, one in shipped().items() if any(item.text or item.options or item.low for item in one.items)}
    assert spoken == {"pulse"}
    assert [key for key, one in shipped().items() if not one.needs_wording] == ["pulse"]
    assert shipped()["pulse"].status is Status.OURS


def test_what_needs_care_says_so() -> None:
    assert [key for key, one in shipped().items() if one.off_by_default] == ["gad-7", "phq-9"]
    assert shipped()["phq-9"].safety_items == (9,)
    assert [key for key, one in shipped().items() if one.bring_only] == ["rdas"]
    assert all(one.citation and one.licence for one in shipped().values())


def test_one_that_is_brought_takes_its_threshold_from_its_figures_and_comes_back_as_it_was_kept() -> None:
    brought = from_toml(SOUND)
    assert brought.threshold == 2
    assert [item.is_worded for item in brought.items] == [False, False]
    for one in (brought, HOUSE_SCALE, *shipped().values()):
        assert from_json(to_json(one)) == one


@pytest.mark.parametrize(
    ("line", "instead", "told"),
    [
        ("highest = 8", "highest = 9", "items: do not fit the range: the 2 items add up to 0–8"),
        ("[4, 3, 2, 1, 0]", "[4, 3, 2, 1]", "items: do not fit the range"),
        ("[4, 3, 2, 1, 0]", "[4, 1, 2, 3, 0]", "items.2.values: should rise or fall"),
        ("[4, 3, 2, 1, 0]", "[4]", "items.2.values: holds 1"),
        ("[4, 3, 2, 1, 0] }", '[4, 3, 2, 1, 0], options = ["a", "b"] }', "items.2.options: holds 2, but there are 5 values"),
        ("[4, 3, 2, 1, 0] }", '[4, 3, 2, 1, 0], low = "a" }', "items.2.high: is missing"),
        ("[4, 3, 2, 1, 0] }", "[4, 3, 2, 1, 0.5] }", "items.2.values.5: should be a whole number"),
        ("low = 4, high = 8", "low = 3, high = 8", "bands: overlap or are out of order"),
        ("low = 4, high = 8", "low = 6, high = 8", "bands: leave a gap"),
        ("low = 4, high = 8", "low = 4, high = 7", "bands: reach from 0 to 7"),
        ("cut = 3", "cut = 2", "cut: is 2 and goes through the band “low”, 0–3"),
        ("cut = 3", "cut = 8", "cut: is 8, outside of the range"),
        ("reliability = 0.9", "reliability = 1", "reliability: cannot be used: The reliability has to be below 1"),
        ("reliability = 0.9", "", "reliability: is missing"),
        ("sd = 2", "sd = 0", "sd: cannot be used: The standard deviation has to be more than 0"),
        ("sd = 2", "sd = 5", "sd: is 5: no standard deviation"),
        ("sd = 2", "sd = nan", "sd: should be a number"),
        ("sd = 2", "sd = 1e900000", "sd: should be a number"),
        ("sd = 2", "sd = 2\nthreshold = 1", "threshold: is 1, but SD 2 and reliability 0.9 give 2"),
        ('source = "Nobody (2026)."', "", "source: is missing: say where"),
        ('"provisional"', '"no_norms"', "cut: is given, but the status is no_norms"),
        ('"provisional"', '"certain"', "status: is 'certain', but should be one of"),
        ("lowest = 0", "lowest = 9", "highest: should be more than lowest"),
        ("lowest = 0", "lowest = 0\nmultiplier = 0", "multiplier: should be more than 0"),
        ("lowest = 0", "lowest = 0\nsafety_items = [3]", "safety_items: names item 3, but there are 2"),
        ("lowest = 0", "lowest = 0\ncolour = 1", "colour: is not a key that belongs here"),
        ('"house-2"', '"House 2"', "key: should be small letters"),
        ('title = "An invented scale"', "", "title: is missing"),
    ],
)
def test_what_does_not_fit_is_told_with_its_name_and_key(line: str, instead: str, told: str) -> None:
    assert line in SOUND
    with pytest.raises(InstrumentError) as wrong:
        from_toml(SOUND.replace(line, instead))
    assert wrong.value.name == "House-2"
    assert any(told in sentence for sentence in wrong.value.sentences), wrong.value


@pytest.mark.parametrize("text", ["", "key = ", "items = 3", "a = " + "[" * 5000, "a = " + "9" * 5000, "\x00"])
def test_a_text_that_is_no_instrument_is_told_as_well(text: str) -> None:
    with pytest.raises(InstrumentError, match="The file cannot be used"):
        from_toml(text)


def test_the_words_have_to_fit_the_key() -> None:
    csi = shipped()["csi-4"]
    fits = [(f"Stand-in {n}", [f"option {n}.{place}" for place in range(len(item.values))]) for n, item in enumerate(csi.items)]
    assert not worded(csi, fits).needs_wording
    assert worded(csi, fits).items[0].values == csi.items[0].values
    with pytest.raises(InstrumentError, match=r"CSI-4[\s\S]*items: 4 are needed, and 3 were given"):
        worded(csi, fits[:3])
    with pytest.raises(InstrumentError, match=r"items\.2\.options: 6 are needed, and 7 were given"):
        worded(csi, [fits[0], fits[0], *fits[2:]])
    with pytest.raises(InstrumentError, match=r"items\.1\.text: is empty"):
        worded(csi, [(" ", fits[0][1]), *fits[1:]])


def test_a_scale_with_words_at_its_ends_alone_needs_no_more() -> None:
    said = worded(shipped()["pulse"], [(f"Stand-in {n}", []) for n in range(4)])
    assert not said.needs_wording
    assert said.items[0].labels == tuple(map(str, range(11)))
    twice = replace(HOUSE_SCALE, items=(HOUSE_SCALE.items[1],) * 2)
    assert ("items", "call two items two.") in list(of_instrument(twice))
