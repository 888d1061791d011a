"""A programme file with mistakes in it: every one is told, with its file, its step and its key."""

import pytest

from practice import create_app
from practice.programme.keys import KEY, PAGES
from practice.programme.library import ProgrammeError, load
from practice.programme.short_names import key_from

WHOLE = """
slug = "small"
version = 1
title = "Small"
summary = "A small one."
closing = []
[credit]
title = "T"
author = "A"
published_on = 2012-07-13
[[steps]]
slug = "rest"
title = "Rest"
together = false
readers = "coach"
mechanics = ["answer"]
minutes = 5
why = "Because."
what = "Sit."
done_when = "You sat."
[[steps.groups]]
key = "first"
title = "First"
why = "Why."
[[steps.groups.prompts]]
key = "calm"
kind = "scale"
ask = "How calm?"
help = "Somebody might say 3."
low = "Not"
high = "Very"
"""
AT = "groups.first.prompts.calm"
PROMPT = '[[steps.groups.prompts]]\nkey = "calm"\nkind = "long"\nask = "And?"\nhelp = "Say."\n'
MISTAKES = {
    "unknown key": ("minutes = 5", "minutes = 5\nmood = 1", "rest", "mood"),
    "missing key": ("minutes = 5", "", "rest", "minutes"),
    "wrong type": ("minutes = 5", 'minutes = "5"', "rest", "minutes"),
    "true for a number": ("minutes = 5", "minutes = true", "rest", "minutes"),
    "empty text": ('why = "Because."', 'why = " "', "rest", "why"),
    "not a list": ('["answer"]', '"answer"', "rest", "mechanics"),
    "unknown mechanic": ('["answer"]', '["dance"]', "rest", "mechanics.1"),
    "unknown kind": ('kind = "scale"', 'kind = "dial"', "rest", f"{AT}.kind"),
    "prompt without help": ('help = "Somebody might say 3."', "", "rest", f"{AT}.help"),
    "scale without an end": ('low = "Not"', "", "rest", f"{AT}.low"),
    "choice without options": ('kind = "scale"', 'kind = "choice"', "rest", f"{AT}.options"),
    "rows without columns": ('kind = "scale"', 'kind = "rows"', "rest", f"{AT}.columns"),
    "options on a scale": ("low =", 'options = [{key = "a", label = "A"}]\nlow =', "rest", f"{AT}.options"),
    "more least than most": ("low =", "least = 5\nmost = 2\nlow =", "rest", f"{AT}.least"),
    "together left out": ("together = false", "", "rest", "together"),
    "own step read by both": ('readers = "coach"', 'readers = "both"', "rest", "readers"),
    "own prompt read by both": ("low =", 'readers = "both"\nlow =', "rest", f"{AT}.readers"),
    "own step for two": ('["answer"]', '["answer", "sealed"]', "rest", "mechanics"),
    "joint step most private": ("together = false", "together = true\nmost_private = true", "rest", "most_private"),
    "prompt key twice": ("[[steps.groups.prompts]]", PROMPT + "[[steps.groups.prompts]]", "rest", "prompts.calm"),
    "bad slug": ('slug = "rest"', 'slug = "Rest Now"', "Rest Now", "slug"),
    "bad prompt key": ('key = "calm"', 'key = "Calm-1"', "rest", "groups.first.prompts.Calm-1.key"),
    "group like a page": ('key = "first"', 'key = "check"', "rest", "groups.check.key"),
    "version nought": ("version = 1", "version = 0", "", "version"),
    "date in quotes": ("2012-07-13", '"2012-07-13"', "", "credit.published_on"),
}


def mistakes_in(tmp_path, text):
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeError) as caught:
        load(path)
    return caught.value


def test_a_whole_file_loads(tmp_path):
    (tmp_path / "whole.toml").write_text(WHOLE)
    assert load(tmp_path / "whole.toml").step("rest").prompt("calm").high == "Very"


@pytest.mark.parametrize(("old", "new", "step", "key"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_step_and_key(tmp_path, old, new, step, key):
    error = mistakes_in(tmp_path, WHOLE.replace(old, new))
    assert [(problem.step, problem.key) for problem in error.problems] == [(step, key)]
    assert "broken.toml" in str(error)
    assert key in str(error)
    assert step in str(error)


def test_two_steps_of_one_slug_are_told(tmp_path):
    error = mistakes_in(tmp_path, WHOLE + WHOLE[WHOLE.index("[[steps]]") :])
    assert "- step rest, key slug: is used by two steps." in str(error)


def test_all_mistakes_are_told_at_once(tmp_path):
    text = WHOLE.replace("minutes = 5", "").replace('low = "Not"', "").replace("version = 1", "version = 0")
    assert {problem.key for problem in mistakes_in(tmp_path, text).problems} == {"version", "minutes", f"{AT}.low"}


def test_a_line_that_is_no_toml_is_told_with_its_number(tmp_path):
    assert "line 3" in str(mistakes_in(tmp_path, 'slug = "small"\n\nversion =\n'))


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path):
    with pytest.raises(ProgrammeError, match=r"nowhere\.toml"):
        load(tmp_path / "nowhere.toml")
    (tmp_path / "picture.toml").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(ProgrammeError, match="cannot be read"):
        load(tmp_path / "picture.toml")


def test_a_group_is_not_called_like_another_page_of_its_step(settings):
    """The addresses themselves say which names are taken."""
    under = "/steps/<public_id>/"
    rules = [rule.rule for rule in create_app(settings).url_map.iter_rules() if rule.rule.startswith(under)]
    assert {rule.removeprefix(under) for rule in rules if KEY.fullmatch(rule.removeprefix(under))} == PAGES
    assert [name for name in PAGES if key_from(name) in PAGES] == []
