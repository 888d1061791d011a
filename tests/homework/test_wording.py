"""The wording check finds sentences about the other's fault, asks about them, and holds nothing up."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.homework.wording import blaming
from tests.browser import Browser
from tests.homework.conftest import FULL, Evening


@pytest.mark.parametrize(
    "text",
    [
        "You always nag.",
        "you NEVER listen",
        "Honestly, you’ve never once asked.",
        "you'd always\nwalk out",
        "It happened because of you!",
        "You made me shout.",
        "That was your fault.",
        "The fault is yours.",
        "If you hadn't gone, I would have stayed.",
        "If you hadn’t gone …",
        "If only you had said so.",
        "I felt that you never cared.",
        "You left me no choice.",
        "All you do is work.",
        "“You never listen.”",
        "If it weren't for you we would be fine.",
    ],
)
def test_blame_is_found_word_for_word(text: str) -> None:
    [found] = blaming(f"We sat down. {text}\n\nThen we had tea.")
    assert found.rstrip() == text.rstrip(" …") or found == text


@pytest.mark.parametrize(
    "text",
    [
        "You and I always laughed.",
        "I felt that you were tired.",
        "I went quiet. You were alone.",
        "Thank you. Always.",
        "Thank you always for that.",
        "because of your kindness",
        "You made me laugh.",
        "Younever is no word, nor is faulty.",
        "I said “you never listen” and left the room.",
        "I told you “you always nag” and slammed the door.",
        "I never asked you.",
        "",
    ],
)
def test_what_blames_nobody_is_left_alone(text: str) -> None:
    assert blaming(text) == []


def test_a_very_long_sentence_is_quoted_around_the_blame() -> None:
    [found] = blaming("and then " * 500 + "you never listen " + "and so " * 500)
    assert "you never listen" in found
    assert len(found) <= 240


PIECES = st.sampled_from(
    ["you", "You", "never", "always", " ", "\n", "\n\n", ".", "!", "“", "”", '"', "'", "’", "said", "if", "had"]
)


@given(st.text(max_size=400) | st.lists(PIECES, max_size=80).map("".join))
@settings(max_examples=1500, deadline=None)
def test_whatever_is_typed_is_only_quoted(text: str) -> None:
    assert all(found and found in text for found in blaming(text))


@pytest.mark.parametrize(
    "piece",
    [
        *("x", " ", "\n", "\n ", "\r", "you ", "you\n", "you never ", "you always. ", 'said "', "said “x” ", "said, “"),
        *("because of ", "if only you ", ".", ".)", ")", "!", "’", "it's all "),
    ],
)
def test_ten_times_the_text_takes_nothing_like_a_hundred_times_as_long(piece: str) -> None:
    def needed(length: int) -> float:
        text = (piece * length)[:length]
        began = time.process_time()
        blaming(text)
        return time.process_time() - began

    # In turns and the best of each, so that a busy machine slows both alike.
    pairs = [(needed(2_000), needed(20_000)) for _ in range(5)]
    assert min(long for _, long in pairs) < 40 * min(short for short, _ in pairs)


def test_it_asks_once_beside_the_field_and_then_goes_on(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    page = ana.submit("Save and go on", {"q-longest": "You never listen. I went quiet.", "q-avoided": "Nothing."})
    assert page.h1 == "Your own part"
    asked = page.tree.xpath("//*[@id='field-longest']//blockquote")
    assert [each.text_content() for each in asked] == ["You never listen."]
    assert len(page.tree.xpath("//blockquote")) == 1
    assert evening.kept()["longest"] == "You never listen. I went quiet.", "kept all the same"
    assert ana.submit("Save and go on").h1 == "Owning it"


def test_a_new_sentence_is_asked_about_anew(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    ana.submit("Save and go on", {"q-longest": "You never listen."})
    page = ana.submit("Save and go on", {"q-longest": "You never listen. It is your fault."})
    assert [each.text_content() for each in page.tree.xpath("//blockquote")] == ["You never listen.", "It is your fault."]
    assert ana.submit("Back").path == evening.address(), "only going on asks"


def test_the_check_page_asks_too_and_sends_all_the_same(evening: Evening, ana: Browser) -> None:
    evening.save(FULL | {"longest": "It was your fault."})
    page = ana.get(f"{evening.address()}/check")
    assert "Could this be said about your own part?" in page.text
    assert "It is with Maya" in ana.submit("Send to Maya").text


def test_alone_nobody_is_asked(evening: Evening, ana: Browser) -> None:
    ana.get(f"/steps/{evening.steps['fears', 'ana']}/greatest")
    page = ana.submit("Save and go on", {"q-greatest_words": "That you never come back."})
    assert page.h1 == "The second face: perhaps not having what you want"
