"""Ana's answers: what can be kept, what is still lacking, how they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.programme.answers import LONGEST, as_text, check, is_empty, missing
from practice.programme.prompts import Column, ColumnKind, Option, Prompt, PromptKind

OPTIONS = (Option("walk", "A walk"), Option("tea", "Tea"))
COLUMNS = (Column("did", "What I did", ColumnKind.LONG), Column("on", "When", ColumnKind.DATE))


def prompt(kind, **more):
    return Prompt("it", kind, "Ask", "Help", options=OPTIONS, columns=COLUMNS, **more)


ANY_PROMPT = st.sampled_from([prompt(kind, required=True, least=2, most=3) for kind in PromptKind])
ANY_TEXT = st.text(st.characters(exclude_categories=())) | st.sampled_from(["walk", "2026-11-22", "", " "])
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(["did", "on"]) | st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(ANY_PROMPT, ANY_JSON)
def test_whatever_is_sent_is_met_with_a_sentence_or_kept(asked, value):
    wrong = check(asked, value)
    assert wrong is None or wrong.endswith(".")
    assert missing(asked, value) is None or missing(asked, value).endswith(".")
    text = as_text(asked, value)
    assert text.encode("utf-8").decode("utf-8") == text
    assert not (wrong and text)


@given(ANY_PROMPT, ANY_JSON)
def test_an_answer_that_is_fine_and_not_empty_can_be_read(asked, value):
    if check(asked, value) is None and not is_empty(asked, value):
        assert as_text(asked, value)


KEPT = [
    (PromptKind.LONG, "I went quiet.\r\n", "I went quiet."),
    (PromptKind.SHORT, " tea ", "tea"),
    (PromptKind.SCALE, 0, "0 out of 10"),
    (PromptKind.CHOICE, "tea", "Tea"),
    (PromptKind.CHECKLIST, ["walk", "tea"], "A walk\nTea"),
    (PromptKind.YES_NO, False, "No"),
    (PromptKind.DATE, "2026-11-02", "2 November 2026"),
    (PromptKind.ROWS, [{"did": "Rang", "on": "2026-11-02"}, {"did": "", "on": ""}, {"did": "Slept"}],
     "What I did: Rang\nWhen: 2 November 2026\n\nWhat I did: Slept"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "reads"), KEPT)
def test_an_answer_reads_as_it_was_meant(kind, value, reads):
    assert check(prompt(kind), value) is None
    assert as_text(prompt(kind), value) == reads


WRONG = [
    (PromptKind.LONG, "a" * (LONGEST + 1), "20,001"),
    (PromptKind.LONG, ["a"], "in words"),
    (PromptKind.LONG, "a\ud800", "character"),
    (PromptKind.SHORT, "a" * 501, "at most 500"),
    (PromptKind.SCALE, 11, "0 to 10"),
    (PromptKind.SCALE, True, "0 to 10"),
    (PromptKind.SCALE, "7", "0 to 10"),
    (PromptKind.CHOICE, "cake", "listed"),
    (PromptKind.CHECKLIST, ["walk", "cake"], "listed"),
    (PromptKind.CHECKLIST, ["walk", "walk"], "once"),
    (PromptKind.YES_NO, "yes", "yes or no"),
    (PromptKind.DATE, "2026-02-30", "exists"),
    (PromptKind.DATE, "20260203", "exists"),
    (PromptKind.ROWS, [{"did": "x"}] * 21, "at most 20"),
    (PromptKind.ROWS, [{"did": "x"}, {"on": "soon"}], "Line 2"),
    (PromptKind.ROWS, [{"colour": "x"}], "Line 1"),
    (PromptKind.ROWS, [{"did": "a" * 15_000}] * 2, "at most 20,000"),
]


@pytest.mark.parametrize(("kind", "value", "says"), WRONG)
def test_an_answer_that_cannot_be_kept_says_why(kind, value, says):
    assert says in check(prompt(kind), value)


def test_a_line_break_counts_as_the_browser_counts_it():
    assert check(prompt(PromptKind.LONG), "\r\n" * LONGEST) is None


def test_nought_and_no_are_answers_and_spaces_are_not():
    assert not is_empty(prompt(PromptKind.SCALE), 0)
    assert not is_empty(prompt(PromptKind.YES_NO), False)
    assert is_empty(prompt(PromptKind.LONG), " \n")
    assert is_empty(prompt(PromptKind.ROWS), [{"did": " ", "on": ""}])


def test_only_sending_asks_for_what_is_lacking():
    rows = prompt(PromptKind.ROWS, required=True, least=2)
    assert check(rows, []) is None
    assert missing(rows, []) == "Please answer this before you send."
    assert missing(rows, [{"did": "x"}]) == "Please write at least 2 here; so far there is 1."
    assert missing(rows, [{"did": "x"}, {"did": "y"}]) is None
    assert missing(prompt(PromptKind.LONG), "") is None
