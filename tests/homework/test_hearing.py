"""Whatever arrives, what is kept can be kept, shown and sent, and the rest is told."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.homework.writing import as_told, clean, hear, lacking
from practice.programme.library import SHIPPED, PromptKind, Readers, Step, check, load

STEPS = load(SHIPPED).steps
EMPTY: dict[str, dict[str, Any]] = {"answers": {}, "readers": {}, "from": {}}
TEXT = st.text(st.characters(), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[Step, dict[str, Any], dict[str, Any]]:
    step = draw(st.sampled_from(STEPS))
    keys = st.sampled_from([prompt.key for prompt in step.prompts]) | TEXT
    readers = VALUES | st.sampled_from(list(Readers))
    return step, draw(st.dictionaries(keys, VALUES, max_size=5)), draw(st.dictionaries(keys, readers, max_size=5))


@given(arrivals())
@settings(max_examples=500, deadline=None)
def test_nothing_that_arrives_breaks_anything(arrival: tuple[Step, dict[str, Any], dict[str, Any]]) -> None:
    step, answers, readers = arrival
    heard = hear(step, answers, readers, EMPTY)
    kept = {**EMPTY, "answers": heard.answers, "readers": {key: each.value for key, each in heard.readers.items()}}
    assert json.loads(json.dumps(kept)) == kept
    assert all(check(step.prompt(key), value) is None for key, value in heard.answers.items())
    assert all(each in step.choices(step.prompt(key)) for key, each in heard.readers.items())
    assert all(told.text.encode() is not None for told in as_told(step, kept))
    assert set(lacking(step, kept)) <= {prompt.key for prompt in step.prompts}
    assert set(heard.wrong) <= set(answers) | set(readers)


def test_a_write_only_answer_is_taken_back_by_saying_so_and_not_by_a_blank_page() -> None:
    [asked] = [prompt for step in STEPS for prompt in step.prompts if prompt.key == "greatest_before"]
    words = replace(asked, key="words", kind=PromptKind.SHORT, readers=Readers.SAFETY)
    step = replace(STEPS[0], groups=(replace(STEPS[0].groups[0], prompts=(replace(asked, readers=Readers.SAFETY), words)),))
    assert hear(step, {"greatest_before": None, "words": ""}, {}, EMPTY).answers == {"greatest_before": None}


@pytest.mark.parametrize(("came", "stays"), [("\ud83d\ude42", "🙂"), ("a\ud83d", "a\ufffd"), ("a\r\nb", "a\nb"), ("\0", "\0")])
def test_halves_of_characters_become_whole_or_are_marked(came: str, stays: str) -> None:
    assert clean(came) == stays
