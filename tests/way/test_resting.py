"""After a rest the plan goes on from that day, one step after the other, and nobody can tell from it what the other has."""

from datetime import date, timedelta

import pytest
from flask import Flask

from practice import clock
from practice.way.models import Opens, Planned, Whom
from practice.way.schedule import moved
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.way.conftest import MONDAY, Days

pytestmark = pytest.mark.usefixtures("monday")


def test_nothing_opens_while_the_work_rests(way: Days) -> None:
    way.lay("commit", "causes")
    way.act("pause")
    assert way.tick(30) == []


def test_missed_days_do_not_come_all_at_once(way: Days) -> None:
    way.lay("commit", "causes", "talk", every=7)
    way.tick()
    way.act("pause")
    assert way.tick(20) == ["commit"]
    way.act("reopen")
    assert way.tick(20) == way.tick(26) == ["commit", "causes"]
    assert way.tick(27) == ["commit", "causes", "talk"]


def test_a_short_rest_between_two_days_moves_nothing(way: Days) -> None:
    way.lay("commit", "causes", every=7)
    way.tick()
    way.act("pause", "reopen")
    way.tick(5)
    assert way.days() == {"causes": date(2026, 3, 9)}


def test_closed_and_reopened_it_goes_on_too(way: Days) -> None:
    way.lay("commit", "causes")
    way.act("close")
    assert way.tick(9) == []
    way.act("reopen")
    assert way.tick(9) == ["commit"]
    assert way.days() == {"causes": date(2026, 3, 18)}


def test_the_coach_sees_that_days_were_moved_until_the_plan_is_changed(way: Days, maya: Browser, cast: Cast) -> None:
    way.lay("commit", "causes", "talk")
    way.act("pause")
    way.tick(1)
    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    assert "Their work rests, and so does the plan." in page.text
    way.act("reopen")
    way.tick(12)
    with clock.at(MONDAY + timedelta(days=12, minutes=5)):
        sign_in(maya.client, "maya")
        page = maya.get(f"/couples/{cast.ana_and_ben}/way")
        assert "on 14 March 2026 the days still to come were moved: by 12 days at most" in page.text
        maya.submit("Move down “What I did”")
        assert "were moved" not in maya.page.text


def planned(whom: Whom, day: int, opens: Opens = Opens.ON_DAY) -> Planned:
    return Planned(whom=whom, opens=opens, opens_on=date(2026, 3, day), after_days=None)


def test_the_days_of_both_are_moved_by_what_both_know_of() -> None:
    together, hers, his = planned(Whom.BOTH, 9), planned(Whom.FIRST, 4), planned(Whom.SECOND, 25)
    with_hers = dict(moved([hers, together, his], date(2026, 3, 20)))
    without = dict(moved([together, his], date(2026, 3, 20)))
    assert with_hers == {hers: date(2026, 3, 20), **without}
    assert without == {together: date(2026, 3, 20), his: date(2026, 4, 5)}


def test_what_something_was_in_the_way_of_moves_nothing(app: Flask) -> None:
    held, later = planned(Whom.BOTH, 4), planned(Whom.BOTH, 25)
    held.held_at = MONDAY
    assert moved([held, later], date(2026, 3, 20)) == []
