"""Pure thinking: causes and what answers to them; weeks in which something was looked at."""

from dataclasses import dataclass
from datetime import date

import pytest

from practice.agreements.checking import kept_share, monday, weeks
from practice.agreements.gaps import Gaps


@dataclass
class Thing:
    id: int
    state: str = "agreed"
    about_id: int | None = None


@dataclass
class Look:
    person_id: int
    week_on: date
    kept: str | None = None


def ids(things: list[Thing]) -> list[int]:
    return [thing.id for thing in things]


def test_causes_without_an_action_and_actions_without_a_cause() -> None:
    gaps = Gaps([Thing(1), Thing(2)], [Thing(11, about_id=1), Thing(12)])
    assert (ids(gaps.without_action), ids(gaps.without_cause), gaps.cured) == ([2], [12], [])


def test_a_cause_is_cured_by_a_finished_action() -> None:
    gaps = Gaps([Thing(1)], [Thing(11, "agreed", 1), Thing(12, "done", 1)])
    assert (ids(gaps.cured), gaps.is_cured) == ([1], True)


def test_what_was_let_go_counts_on_neither_side() -> None:
    gaps = Gaps([Thing(1, "let_go"), Thing(2)], [Thing(11, about_id=1), Thing(12, "let_go", 2)])
    assert (ids(gaps.standing), ids(gaps.without_action), ids(gaps.without_cause)) == ([2], [2], [11])


def test_without_causes_nothing_is_cured() -> None:
    assert not Gaps([], []).is_cured


@pytest.mark.parametrize(
    ("day", "first"), [("2026-03-02", "2026-03-02"), ("2026-03-08", "2026-03-02"), ("2027-01-01", "2026-12-28")]
)
def test_a_week_begins_on_monday(day: str, first: str) -> None:
    assert monday(date.fromisoformat(day)) == date.fromisoformat(first)


def test_a_week_counts_when_all_concerned_have_looked() -> None:
    first, second = date(2026, 3, 2), date(2026, 3, 9)
    looks = [Look(1, second), Look(2, second), Look(1, first), Look(1, first)]
    assert weeks(looks, {1, 2}) == [second]
    assert weeks(looks, {1}) == [first, second]


def test_partly_is_half_and_silence_is_nothing() -> None:
    day = date(2026, 3, 2)
    assert kept_share([Look(1, day, "yes"), Look(2, day, "partly"), Look(1, day, None)]) == 0.75
    assert kept_share([Look(1, day, None)]) is None
