"""The programme that Homeward ships: complete, plain in its words, and the same after being kept."""

import re

import pytest

from practice.programme.library import SHIPPED, PromptKind, Readers, load, step_from_json, to_json

TOGETHER = {
    "commit": {"sealed", "cosigned", "daily"},
    "causes": {"sealed", "ledger"},
    "work": {"ledger", "daily"},
    "pain": {"ready", "turns", "sealed"},
    "talk": {"ledger", "daily"},
    "act": {"ledger"},
    "joy": {"ledger", "pace", "daily"},
}
ALONE = {
    "support": set(),
    "fears": set(),
    "fallback": set(),
    "stillness": {"daily"},
    "gratitude": {"daily"},
    "routine": {"daily"},
    "personal": {"ledger"},
    "wider-life": {"ledger"},
    "happiness": {"daily"},
}
PROGRAMME = load(SHIPPED)
STEPS = pytest.mark.parametrize("step", PROGRAMME.steps, ids=lambda step: step.slug)


def every_text(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from every_text(item)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from every_text(getattr(value, name))


def test_the_sixteen_steps_stand_in_their_order():
    assert [step.slug for step in PROGRAMME.steps] == [*TOGETHER, *ALONE]


@STEPS
def test_a_step_works_in_the_ways_it_was_given(step):
    # All of them ask something of each person, so all of them have answers.
    assert set(step.mechanics) == {"answer"} | (TOGETHER | ALONE)[step.slug]


@STEPS
def test_a_step_alone_is_for_the_coach_and_a_joint_one_for_both(step):
    assert step.together is (step.slug in TOGETHER)
    assert step.readers is (Readers.BOTH if step.together else Readers.COACH)


@STEPS
def test_a_step_says_why_and_what_in_a_length_that_is_read(step):
    assert 80 <= len(step.why.split()) <= 160
    assert 120 <= len(step.what.split()) <= 250
    assert step.done_when.count(".") == 1


@STEPS
def test_every_prompt_helps_with_an_example(step):
    for prompt in step.prompts:
        assert len(prompt.help.split()) >= 7, prompt.key
    for group in step.groups:
        assert 1 <= len(group.prompts) <= 5, group.key


@STEPS
def test_a_kept_step_reads_as_it_was(step):
    assert step_from_json(to_json(step)) == step


def test_the_words_are_quiet_and_leave_nobody_out():
    for text in every_text(PROGRAMME):
        assert not re.search(r"[!*_]|\b(s?he|him|his|hers?)\b", text, re.IGNORECASE) or re.fullmatch(r"[a-z_.]+", text)


def test_every_kind_of_prompt_is_used():
    assert {prompt.kind for step in PROGRAMME.steps for prompt in step.prompts} == set(PromptKind)


def test_the_source_is_credited_and_four_things_make_it_last():
    assert (PROGRAMME.credit.author, PROGRAMME.credit.published_on.isoformat()) == ("Rinatta Paries", "2012-07-13")
    assert [measure.key for measure in PROGRAMME.closing] == ["effort", "action", "help", "patience"]


def test_the_fallback_alone_is_most_private_and_never_offers_the_partner():
    assert [step.slug for step in PROGRAMME.steps if step.most_private] == ["fallback"]
    fallback = PROGRAMME.step("fallback")
    assert all(Readers.BOTH not in fallback.choices(prompt) for prompt in fallback.prompts)


@pytest.mark.parametrize(
    ("slug", "key"), [("pain", "safe_to_speak"), ("pain", "the_hurt"), ("joy", "easier"), ("commit", "both_feet")]
)
def test_what_prepares_for_the_other_is_never_offered_to_the_other(slug, key):
    step = PROGRAMME.step(slug)
    assert step.choices(step.prompt(key)) == (Readers.ONLY_ME, Readers.COACH)


@pytest.mark.parametrize("slug", ["commit", "pain", "fears"])
def test_whoever_is_afraid_is_told_to_speak_to_the_coach_alone(slug):
    assert re.search(r"your coach alone", PROGRAMME.step(slug).what)


@pytest.mark.parametrize("slug", ["pain", "fears", "fallback"])
def test_the_hardest_steps_say_that_one_may_stop_and_come_back(slug):
    assert re.search(r"You may stop .*come back", PROGRAMME.step(slug).what)


DONE = {
    "commit": "signed:commitment",
    "causes": "revealed:",
    "work": "reviewed: days:caring",
    "pain": "heard: sent:",
    "talk": "checked:agreements kinds:talk",
    "act": "cured:actions",
    "joy": "shared_days:moments",
    "support": "rows:people answered:called_on",
    "fears": " ".join(f"answered:{f}_words" for f in ("greatest", "not_having", "losing", "disappointment", "heartache")),
    "fallback": "rows:plans column:plans",
    "stillness": "days:stillness",
    "gratitude": "days:gratitude",
    "routine": "days:routine",
    "personal": "ended:experiments",
    "wider-life": "checked:commitments",
    "happiness": "days:happiness",
}


@STEPS
def test_a_step_is_done_by_facts_and_offers_a_smaller_version(step):
    assert " ".join(f"{fact.kind}:{fact.of}" for fact in step.done) == DONE[step.slug]
    assert 5 <= len(step.smaller.split()) <= 40


def test_what_is_read_by_both_is_kept_in_joint_steps_alone():
    shared = {ledger.key: step.slug for step in PROGRAMME.steps for ledger in step.ledgers if ledger.shared}
    assert shared == {"causes": "causes", "reading": "work", "agreements": "talk", "actions": "act", "jar": "joy"}


def test_the_plan_for_each_fear_begins_with_the_five_faces():
    plans = PROGRAMME.step("fallback").prompt("plans")
    assert plans.begins_with == tuple(f"fears.{fact.of}" for fact in PROGRAMME.step("fears").done)
