"""Facts of "done when" as numbers: each kind, how they stay, and that the order of rows does not matter."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.programme.library import SHIPPED, load
from practice.programme.steps import Step
from practice.way import telling
from practice.way.done import Entered, Fact, Noted, Rows, Sent, best, facts, is_done

ANA, BEN = 1, 2
BOTH = frozenset({ANA, BEN})
DAY = date(2026, 3, 2)
STEPS = {step.slug: step for step in load(SHIPPED).steps}


def told(slug: str, **rows: Any) -> list[tuple[int | None, int, int]]:
    """Who, how much there is, how much is needed."""
    people = [ANA, BEN] if STEPS[slug].together else [ANA]
    return [(fact.person, fact.have, fact.need) for fact in facts(STEPS[slug], Rows(**{"people": people, **rows}))]


def days(key: str, person: int, *numbers: int, kind: str = "") -> list[Noted]:
    return [Noted(person, key, DAY + timedelta(days=number), kind) for number in numbers]


def lines(ledger: str, count: int, **more: Any) -> list[Entered]:
    return [Entered(**{"id": n, "ledger": ledger, "author": ANA, "concerned": BOTH, **more}) for n in range(1, count + 1)]


def test_signed_by_one_then_by_both() -> None:
    assert told("commit") == [(ANA, 0, 1), (BEN, 0, 1)]
    assert told("commit", approved={"commitment": {ANA}}) == [(ANA, 1, 1), (BEN, 0, 1)]
    assert told("commit", signed={"commitment"}) == [(ANA, 1, 1), (BEN, 1, 1)], "a newer proposal does not unsign"


def test_opened_to_both() -> None:
    assert told("causes") == [(None, 0, 1)]
    assert told("causes", is_revealed=True) == [(None, 1, 1)]


def test_two_plans_accepted_and_two_weeks_of_acts() -> None:
    sent = {ANA: Sent(reviewed=True), BEN: Sent(reviewed=False)}
    noted = [*days("caring", ANA, *range(14)), *days("caring", BEN, 0, 0, 1, 15)]
    assert told("work", sent=sent, noted=noted) == [(ANA, 1, 1), (BEN, 0, 1), (ANA, 10, 10), (BEN, 2, 10)]


def test_each_has_felt_heard_and_each_has_sent() -> None:
    assert told("pain", heard={BEN}, sent={BEN: Sent(reviewed=False)}) == [(ANA, 0, 1), (BEN, 1, 1), (ANA, 0, 1), (BEN, 1, 1)]


def test_agreements_looked_at_by_both_in_the_same_week_and_every_kind_of_talk() -> None:
    looks = [
        frozenset({(ANA, DAY), (BEN, DAY)}),
        frozenset({(ANA, DAY), (BEN, DAY + timedelta(days=7))}),
        frozenset({(BEN, DAY)}),
    ]
    checked = [Entered(n, "agreements", ANA, BOTH, looks=look) for n, look in enumerate(looks)]
    noted = [*days("talk", ANA, 1, kind="wants"), *days("talk", BEN, 1, kind="feelings"), *days("talk", BEN, 9, kind="wants")]
    assert told("talk", lines=checked, noted=noted) == [(None, 1, 3), (None, 2, 4)]


def test_every_cause_needs_a_finished_action() -> None:
    causes = [*lines("causes", 3), Entered(9, "causes", BEN, BOTH, stands=False)]
    actions = [Entered(20, "actions", ANA, BOTH, is_done=True, about=1), Entered(21, "actions", ANA, BOTH, about=2)]
    assert told("act") == [(None, 0, 1)], "where no cause is named, nothing is cured"
    assert told("act", lines=actions, answered_to=causes) == [(None, 1, 3)]
    cured = [Entered(30 + n, "actions", BEN, BOTH, is_done=True, about=n) for n in (1, 2, 3)]
    assert told("act", lines=cured, answered_to=causes) == [(None, 3, 3)]


def test_shared_moments_are_counted_whoever_notes_them() -> None:
    noted = [*days("moments", ANA, 0, 3), *days("moments", BEN, 3, 9, 40)]
    assert told("joy", noted=noted) == [(None, 3, 4)]


def test_a_list_is_counted_and_one_for_ones_own_eyes_is_not_opened() -> None:
    people = [{"name": "Tom"}, {"name": "Ida"}]
    sent = Sent(reviewed=False, answered=frozenset({"people", "called_on"}), lists={"people": people})
    assert told("support", sent={ANA: sent}) == [(ANA, 2, 3), (ANA, 1, 1)]
    own = Sent(reviewed=False, answered=frozenset({"plans"}), own=frozenset({"plans"}))
    found = facts(STEPS["fallback"], Rows([ANA], sent={ANA: own}))
    assert [(fact.unread, fact.holds) for fact in found] == [(True, True), (True, True)]
    assert telling.told(found)[0].words.startswith("Answered, for their own eyes alone")


def test_a_column_is_full_when_it_is_in_every_line() -> None:
    plans = [{"fear": "a", "first_step": "call"}, {"fear": "b", "first_step": " "}]
    sent = {ANA: Sent(reviewed=False, answered=frozenset({"plans"}), lists={"plans": plans})}
    assert told("fallback", sent=sent) == [(ANA, 1, 1), (ANA, 1, 2)]


def test_five_faces_are_one_line_of_words() -> None:
    sent = {ANA: Sent(reviewed=False, answered=frozenset({"greatest_words", "losing_words"}))}
    assert [line.words for line in telling.told(facts(STEPS["fears"], Rows([ANA], sent=sent)))] == ["2 of 5 answered"]


def test_own_lines_are_counted_by_whose_they_are() -> None:
    experiments = [*lines("experiments", 4, is_done=True), Entered(9, "experiments", BEN, frozenset({BEN}), is_done=True)]
    rows = Rows([ANA, BEN], lines=experiments)
    assert [(f.person, f.have, f.need) for f in facts(STEPS["personal"], rows)] == [(ANA, 3, 3), (BEN, 1, 3)]


def test_four_weeks_are_four_mondays_for_each_line() -> None:
    weeks = frozenset((ANA, DAY + timedelta(days=7 * n)) for n in range(4))
    own = {"concerned": frozenset({ANA})}
    assert told("wider-life", lines=lines("commitments", 2, looks=weeks, **own)) == [(ANA, 2, 2)]
    assert told("wider-life", lines=lines("commitments", 2, looks=frozenset(list(weeks)[:3]), **own)) == [(ANA, 0, 2)]


def test_a_step_that_names_no_facts_is_never_told_to_be_done() -> None:
    assert not is_done(())


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_every_step_of_the_programme_begins_with_something_lacking(step: Step) -> None:
    found = facts(step, Rows([ANA, BEN] if step.together else [ANA]))
    assert found
    assert not is_done(found)
    assert all(line.words for line in telling.told(found))


numbers = st.lists(st.integers(0, 60), max_size=40)


@given(numbers, numbers, st.integers(0, 30))
def test_more_days_never_undo(some: list[int], more: list[int], within: int) -> None:
    fewer, all_ = ([DAY + timedelta(days=n) for n in found] for found in (some, some + more))
    assert best(fewer, within) <= best(all_, within) <= len(set(all_))


@given(numbers)
def test_ten_days_of_fourteen_are_any_fourteen_in_a_row(found: list[int]) -> None:
    noted = set(found)
    plain = max((sum(1 for day in noted if start <= day < start + 14) for start in range(61)), default=0)
    assert told("stillness", noted=days("stillness", ANA, *found)) == [(ANA, min(plain, 10), 10)]


@given(st.permutations([*days("talk", ANA, 1, 2, kind="wants"), *days("talk", BEN, 1, 1, 3, kind="everyday")]), st.randoms())
def test_the_order_of_rows_does_not_matter(noted: list[Noted], chance: Any) -> None:
    entered = [
        Entered(n, "agreements", ANA, BOTH, looks=frozenset({(ANA, DAY), (BEN, DAY)}) if n % 2 else frozenset()) for n in range(5)
    ]
    chance.shuffle(entered)
    assert told("talk", noted=noted, lines=entered) == [(None, 2, 3), (None, 2, 4)]


def test_a_fact_that_needs_nothing_never_holds() -> None:
    assert not Fact(STEPS["talk"].done[1].kind, None, "", 0, 0).holds
