"""Pasted text becomes the words of an instrument, beside its key; what does not fit is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from practice.measures import files, pasting
from practice.measures.instruments import Instrument, InstrumentError, from_json, shipped, to_json
from practice.measures.own import Typed
from practice.measures.own import instrument as own

SEVEN = "\n".join(f"word {place}" for place in range(7))
SIX = "\n".join(f"word {place}" for place in range(6))
FOUR = "1. First thing\n2. Second thing\n3. Third thing\n4. Fourth thing"
TYPED = Typed(
    key="own-evenings-abc123", name="Evenings", title="", introduction="This week:", items="Warm\nCold",
    options="never\nsometimes\nalways",
    reversed="2", subscales="", bands="", safety_items="", citation="Written here", licence="Ours", source="", good_range="",
    higher_is_better=True, is_published=False, cut=None, sd=None, reliability=None,
)  # fmt: skip


def wrong(error: pytest.ExceptionInfo[InstrumentError]) -> str:
    return " | ".join(error.value.sentences)


def test_a_block_is_for_the_items_it_names_and_one_for_all_the_others() -> None:
    made = pasting.worded(shipped()["csi-4"], " Over the last month \n", FOUR, f"1:\n{SEVEN}\n\n{SIX}")
    assert [item.text for item in made.items] == ["First thing", "Second thing", "Third thing", "Fourth thing"]
    assert [len(item.options) for item in made.items] == [7, 6, 6, 6]
    assert made.introduction == "Over the last month"
    assert not made.needs_wording
    assert from_json(to_json(made)) == made


def test_two_lines_are_the_words_at_both_ends() -> None:
    made = pasting.worded(shipped()["csi-4"], "", FOUR, f"Items 1:\n{SEVEN}\n\n2-3, 4:\nbad\ngood")
    assert (made.items[3].options, made.items[3].low, made.items[3].high) == ((), "bad", "good")
    assert made.items[3].labels == ("0", "1", "2", "3", "4", "5")


def test_what_was_pasted_comes_back_as_it_was() -> None:
    made = pasting.worded(shipped()["csi-4"], "", FOUR, f"1:\n{SEVEN}\n\n{SIX}")
    assert pasting.worded(shipped()["csi-4"], *pasting.pasted(made)) == made


@pytest.mark.parametrize(
    ("items", "options", "sentence"),
    [
        ("One\nTwo", SIX, "CSI-4 has 4, and 2 were pasted"),
        (FOUR, SIX, "Item 1: has 7 options by its key, and 6 were pasted"),
        (FOUR, "", "Options: are missing"),
        (FOUR, f"{SIX}\n\n{SEVEN}", "two blocks that name no items"),
        (FOUR, f"1:\n{SEVEN}\n\n1-2:\n{SIX}\n\n{SIX}", "name item 1 twice"),
        (FOUR, f"1, 9:\n{SEVEN}\n\n{SIX}", "name item 9, but there are 4"),
        (FOUR, "x" * 1001, "a line of more than 1,000"),
        (FOUR, "a\n" * 150_000, "longer than 200,000"),
        ("One\x00\nTwo", SIX, "cannot be shown"),
        ("One\ud800", SIX, "cannot be shown"),
    ],
)
def test_what_does_not_fit_is_told(items: str, options: str, sentence: str) -> None:
    with pytest.raises(InstrumentError) as error:
        pasting.worded(shipped()["csi-4"], "", items, options)
    assert sentence in wrong(error)


def test_numbers_of_their_own_are_left_out_only_where_all_count_on() -> None:
    assert pasting.lines_of("1) a\n\n2) b") == ["a", "b"]
    assert pasting.lines_of("1. a\n3. b") == ["1. a", "3. b"]
    assert pasting.lines_of("مرحبا\n你好\n👩‍❤️‍👨🏽 <b>x</b>") == ["مرحبا", "你好", "👩‍❤️‍👨🏽 <b>x</b>"]


def test_an_own_instrument_counts_from_nought_and_backwards_where_it_says_so() -> None:
    made = own(TYPED)
    assert [item.values for item in made.items] == [(0, 1, 2), (2, 1, 0)]
    assert (made.lowest, made.highest, made.introduction) == (0, 4, "This week:")
    assert own(replace(TYPED, options="never = -2\nsometimes = 0\nalways = 3")).bounds == (-4, 6)


def test_an_own_instrument_has_parts_ranges_and_figures() -> None:
    made = own(
        replace(
            TYPED, subscales="Warmth: 1\nChill: 2", bands="0-1 low\n2–4 high", safety_items="2", source="Our own count",
            cut=Decimal("1.5"), sd=Decimal("1.2"), reliability=Decimal("0.8"), is_published=True,
        )
    )  # fmt: skip
    assert [(part.title, part.items) for part in made.subscales] == [("Warmth", (1,)), ("Chill", (2,))]
    assert [band.label for band in made.bands] == ["low", "high"]
    assert (made.safety_items, made.threshold, made.status) == ((2,), 2, "published")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"items": ""}, "Items: are missing"),
        ({"options": "only one"}, "Item 1: needs at least two options"),
        ({"reversed": "two"}, "should be numbers of items"),
        ({"reversed": "9"}, "name item 9, but there are 2"),
        ({"bands": "low"}, "Range 1: should be its two ends"),
        ({"bands": "0-2 low\n2-4 high", "source": "x"}, "overlap"),
        ({"subscales": "Warmth"}, "Part 1: should be a name"),
        ({"cut": Decimal(9), "source": "x"}, "outside of the range"),
        ({"sd": Decimal(1), "reliability": Decimal(1), "source": "x"}, "reliability"),
        ({"sd": Decimal(0), "reliability": Decimal("0.8"), "source": "x"}, "sd"),
        ({"sd": Decimal(1), "reliability": Decimal("0.8")}, "source: is missing"),
        ({"safety_items": "7"}, "names item 7"),
        ({"items": "\n".join(["Warm"] * 201)}, "200 are the most"),
        ({"options": "a = 1\nb = 1"}, "should rise or fall"),
        ({"citation": "\ud800"}, "cannot be shown"),
    ],
)
def test_an_own_instrument_that_does_not_hold_is_told(change: dict[str, object], sentence: str) -> None:
    with pytest.raises(InstrumentError) as error:
        own(replace(TYPED, **change))  # type: ignore[arg-type]  # one field each
    assert sentence in wrong(error)


def test_two_hundred_items_of_eleven_answers_are_an_instrument() -> None:
    made = own(replace(TYPED, items="\n".join(["Warm"] * 200), options="\n".join(map(str, range(11))), reversed=""))
    assert (len(made.items), made.highest) == (200, 2000)


def test_a_file_brings_words_or_a_whole_instrument() -> None:
    words = 'introduction = "Now"\nitems = ["a", "b", "c", "d"]\n[[blocks]]\nitems = "1"\noptions = '
    words += '["0", "1", "2", "3", "4", "5", "6"]\n[[blocks]]\nitems = "2-4"\noptions = ["0", "1", "2", "3", "4", "5"]'
    made = pasting.worded(shipped()["csi-4"], *files.wording(words))
    assert (made.introduction, made.items[0].labels[-1]) == ("Now", "6")
    again = files.whole(files.as_text(own(TYPED)))
    assert again == own(TYPED)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"x" * (1024 * 1024 + 1), "larger than 1 MB"),
        (b"\x89PNG\r\n\x1a\n\xff", "not plain text"),
        (b"a\x00b", "cannot be shown"),
    ],
)
def test_a_file_that_is_none_is_told(data: bytes, sentence: str) -> None:
    with pytest.raises(InstrumentError) as error:
        files.text_of(data)
    assert sentence in wrong(error)


@pytest.mark.parametrize(
    "text", ["", "[", "a.b" + ".c" * 60 + " = 1", "cut = inf", "cut = 1e999999", "lowest = " + "1" * 5000, 'key = "x"']
)
def test_a_text_that_is_no_instrument_is_told(text: str) -> None:
    with pytest.raises(InstrumentError):
        files.whole(text)
    if not text.startswith(("", "key", "cut")):
        with pytest.raises(InstrumentError):
            files.wording(text)


def test_every_shipped_one_keeps_its_key_through_a_file() -> None:
    for one in shipped().values():
        assert isinstance(one, Instrument)
        assert from_json(to_json(one)) == one
