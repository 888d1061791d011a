"""Planned steps open when their rule says so: never before, never while the work rests, and each once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.way import opening, planning
from practice.way.jobs import give_planned_steps
from practice.way.models import Opens, Planned, Way
from tests.cast import Cast
from tests.way.conftest import MONDAY, Days
from tests.writing import assign, draft

pytestmark = pytest.mark.usefixtures("monday")


def test_each_opens_on_its_day_and_no_sooner(way: Days) -> None:
    way.lay("commit", "fears", "causes", every=3)
    assert way.tick() == ["commit"]
    assert way.tick(2.4) == ["commit"]
    assert way.tick(3) == ["commit", "fears", "fears"]
    assert way.tick(6) == ["commit", "fears", "fears", "causes"]


def test_looking_twice_gives_once(way: Days) -> None:
    way.lay("commit", "fears")
    assert way.tick() == way.tick() == ["commit"]


def test_some_days_after_the_one_before_was_given(way: Days) -> None:
    way.lay("commit", "causes", "talk", opens=Opens.AFTER_DAYS, every=5)
    assert way.tick() == ["commit"]
    assert way.tick(4.4) == ["commit"]
    assert way.tick(6) == ["commit", "causes"]
    assert way.tick(10.4) == ["commit", "causes"]
    assert way.tick(11) == ["commit", "causes", "talk"]


def test_when_the_one_before_is_reviewed(way: Days) -> None:
    way.lay("commit", "causes", "talk", opens=Opens.WHEN_REVIEWED)
    assert way.tick() == way.tick(30) == ["commit"]
    way.send_and_review("commit")
    assert way.tick(31) == ["commit", "causes"]
    assert way.tick(32) == ["commit", "causes"]


def test_by_hand_waits_for_the_hand(way: Days, app: Flask) -> None:
    way.lay("commit", opens=Opens.BY_HAND)
    assert way.tick(400) == []
    with app.app_context():
        opening.give(way.rows()[0], by=way.cast.person("maya"))
        db.session.commit()
    assert way.given() == ["commit"]


def test_what_is_given_has_the_note_the_due_day_and_its_people(way: Days, app: Flask) -> None:
    way.lay("fears", note="Take your time.", due_after_days=10, whom="second")
    way.tick()
    with app.app_context():
        [given] = db.session.scalars(select(Assignment)).unique()
        [row] = way.rows()
        assert (given.note, given.due_on, [part.person.name for part in given.parts]) == (
            "Take your time.",
            date(2026, 3, 12),
            ["Ben"],
        )
        assert (row.first_assignment_id, row.second_assignment_id) == (None, given.id)


def test_the_day_begins_where_the_coach_is(way: Days, app: Flask, cast: Cast) -> None:
    with app.app_context():
        cast.person("maya").time_zone = "Pacific/Auckland"
        db.session.commit()
    way.lay("commit", begins_on=date(2026, 3, 10))
    # 13 hours ahead: the tenth begins there at eleven on the ninth.
    for moment, expected in (
        (datetime(2026, 3, 9, 10, 59, tzinfo=UTC), []),
        (datetime(2026, 3, 9, 11, 0, tzinfo=UTC), ["commit"]),
    ):
        with clock.at(moment):
            give_planned_steps.call_local()
        assert way.given() == expected


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)], ids=["an hour short", "an hour long"])
def test_the_clocks_change_and_it_opens_on_that_day(way: Days, day: date) -> None:
    way.lay("commit", begins_on=day)
    midnight = datetime.combine(day, datetime.min.time(), tzinfo=UTC) - timedelta(hours=1 if day.month == 10 else 0)
    for moment, expected in ((midnight - timedelta(minutes=1), []), (midnight, ["commit"])):
        with clock.at(moment):
            give_planned_steps.call_local()
        assert way.given() == expected


def test_what_somebody_has_open_already_waits_and_is_not_lost(way: Days, app: Flask, cast: Cast) -> None:
    with app.app_context():
        draft(cast.person("ana"), assign(cast.couple("ana"), "commit"), {})
    way.lay("commit", "causes", every=7)
    assert way.tick() == ["commit"]
    assert way.tick(7) == ["commit", "causes"], "what comes later keeps its day"
    way.send_and_review("commit")
    assert way.tick(30) == ["commit", "causes", "commit"]


def test_a_step_for_both_that_one_has_open_is_given_to_neither(way: Days, app: Flask, cast: Cast) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "fears", cast.person("ben"))
    way.lay("fears")
    assert way.tick() == ["fears"]
    with app.app_context():
        assert [part.person.name for part in db.session.scalars(select(Homework)).unique()] == ["Ben"]
        assert way.rows()[0].held_at == MONDAY


def test_one_couples_trouble_keeps_no_other_waiting(way: Days, app: Flask, cast: Cast) -> None:
    way.lay("commit")
    with app.app_context():
        kim = cast.couple("kim")
        laid = planning.lay(
            planning.way_of(kim), [cast.step("commit")], planning.Terms(Opens.ON_DAY), begins_on=MONDAY.date(), every=7,
            today=MONDAY.date(), by=kim.coach,
        )  # fmt: skip
        laid[0].couple_id = kim.id
        db.session.execute(Way.__table__.delete().where(Way.couple_id == cast.couple("ana").id))
        db.session.commit()
    way.tick()
    with app.app_context():
        assert [given.couple_id for given in db.session.scalars(select(Assignment)).unique()] == [cast.couple("kim").id]


def test_a_coach_who_was_shut_out_gives_nothing(way: Days, app: Flask, cast: Cast) -> None:
    way.lay("commit")
    with app.app_context():
        cast.person("maya").disabled_at = clock.now()
        db.session.commit()
    assert way.tick() == []
    with app.app_context():
        cast.person("maya").disabled_at = None
        db.session.commit()
    assert way.tick(3) == ["commit"]
    with app.app_context():
        assert db.session.scalars(select(Planned)).one().given_at == MONDAY + timedelta(days=3)
