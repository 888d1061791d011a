"""Every rule about ways of working: a programme broken in one place is told that place, and what is wrong there."""

import tomllib
from pathlib import Path

import pytest

from practice.programme.library import load, problems_of_step, step_from_json, to_json
from tests.programme.test_rules import mistakes_in

FILE = Path(__file__).with_name("every_way.toml")
WHOLE = FILE.read_text(encoding="utf-8")
CASES = tomllib.loads(FILE.with_name("broken_ways.toml").read_text(encoding="utf-8"))


def test_the_whole_of_it_is_in_order():
    assert [list(problems_of_step(step)) for step in load(FILE).steps] == [[], [], []]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_does_not_hold_is_told_at_its_place(tmp_path, case):
    assert WHOLE.count(case["old"]) == 1
    problems = mistakes_in(tmp_path, WHOLE.replace(case["old"], case["new"])).problems
    there = [problem.sentence for problem in problems if (problem.step, problem.key) == (case["step"], case["key"])]
    assert any(case["told"] in sentence for sentence in there), problems


def test_what_cannot_be_without_sealing_is_told_together(tmp_path):
    text = WHOLE.replace('"sealed", ', "")
    told = [(problem.key, problem.sentence) for problem in mistakes_in(tmp_path, text).problems]
    assert [key for key, _ in told] == ["ledgers.roots.made_from", "texts.text.begins_with", "done.1.kind"]
    assert all("sealed" in sentence for _, sentence in told)


def test_turns_that_are_missing_are_missed_by_all_who_wait_for_them(tmp_path):
    text = WHOLE.replace('"turns", "cosigned"', '"cosigned"').replace("[steps.turns]", "[steps.ready.turns]")
    told = {problem.key for problem in mistakes_in(tmp_path, text).problems}
    assert {"groups.later.after", "done.2.kind"} <= told


def test_two_ledgers_of_one_name_cannot_be_told_apart(tmp_path):
    text = WHOLE.replace('key = "tries"', 'key = "roots"').replace('of = "tries"', 'of = "roots"')
    (problem,) = mistakes_in(tmp_path, text).problems
    assert (problem.key, problem.sentence) == ("ledgers.deeds.about", "names roots, which two steps of this programme have.")


def test_an_own_step_for_two_is_told_once_for_all(tmp_path):
    text = WHOLE.replace("together = true", "together = false").replace('readers = "both"', 'readers = "coach"')
    problems = [p for p in mistakes_in(tmp_path, text).problems if p.step == "both" and p.key == "mechanics"]
    assert [p.sentence for p in problems] == [
        "needs two people for cosigned, pace, ready, sealed, turns, but this step is done alone."
    ]


def test_ways_of_working_are_kept_as_they_were():
    for step in load(FILE).steps:
        assert step_from_json(to_json(step)) == step
