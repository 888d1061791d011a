"""The course of an appointment, as rows: planned, changed, moved, called off, held, taken back."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from practice import clock
from practice.appointments.models import Appointment, Attendance, Stale
from practice.appointments.states import Attended, Side, State
from practice.db import db
from practice.errors import Refused
from tests.appointments.conftest import MONDAY, all_came, planned
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("inside", "monday")


@pytest.fixture
def one(cast: Cast) -> Appointment:
    """Tomorrow, with both."""
    return planned(cast.couple("ana"))


def test_a_move_keeps_the_earlier_time_and_who_asked(one: Appointment) -> None:
    was = one.slot
    later = one.slot.__class__(was.starts_at + timedelta(days=2), was.time_zone, 60, "By phone")
    assert one.change(later, asked_by=Side.SECOND, revision=1, by=one.couple.coach)
    db.session.flush()
    [earlier] = db.session.scalars(select(Appointment).where(Appointment.goes_on_id == one.id))
    assert (earlier.state, earlier.slot, earlier.called_off_by) == (State.MOVED, was, Side.SECOND)
    assert (one.state, one.slot, one.revision) == (State.PLANNED, later, 2)


def test_another_place_is_no_move(one: Appointment) -> None:
    there = one.slot.__class__(one.starts_at, one.time_zone, one.minutes, "By phone")
    assert not one.change(there, asked_by=Side.COACH, revision=1, by=one.couple.coach)
    assert not one.change(there, asked_by=Side.COACH, revision=1, by=one.couple.coach)  # a double click
    assert db.session.scalars(select(Appointment)).all() == [one]


def test_what_was_settled_elsewhere_is_told_and_not_done(one: Appointment) -> None:
    maya = one.couple.coach
    one.cancel(asked_by=Side.FIRST, revision=1, by=maya)
    one.cancel(asked_by=Side.COACH, revision=1, by=maya)  # twice is once, and the first word stands
    assert (one.state, one.called_off_by) == (State.CANCELLED, Side.FIRST)
    with pytest.raises(Stale, match="cancelled"):
        one.change(one.slot, asked_by=Side.COACH, revision=1, by=maya)
    with clock.at(MONDAY + timedelta(days=2)), pytest.raises(Stale, match="cancelled"):
        one.hold(all_came(one), revision=1, by=maya)
    one.reopen(revision=2, by=maya)
    assert (one.state, one.called_off_by) == (State.PLANNED, None)


def test_how_each_came_is_told_once_its_time_has_come(one: Appointment) -> None:
    maya, (ana, ben) = one.couple.coach, one.couple.partners
    with pytest.raises(Refused, match="has not come yet"):
        one.hold(all_came(one), revision=1, by=maya)
    with clock.at(MONDAY + timedelta(days=2)):
        assert one.awaits_word
        one.hold(all_came(one), revision=1, by=maya)
        one.hold(all_came(one), revision=1, by=maya)
        one.hold({ana.id: Attended.LATE, ben.id: Attended.EXCUSED}, revision=2, by=maya)
        with pytest.raises(Stale):
            one.hold(all_came(one), revision=2, by=maya)
        with pytest.raises(Refused, match="nobody came"):
            one.hold(dict.fromkeys((ana.id, ben.id), Attended.DID_NOT_COME), revision=3, by=maya)
        assert one.came == {ana.id: Attended.LATE, ben.id: Attended.EXCUSED}
        one.reopen(revision=3, by=maya)
    assert db.session.scalars(select(Attendance)).all() == []
    assert one.came == {}


def test_nothing_is_planned_with_a_couple_that_is_closed_but_in_a_pause_it_is(cast: Cast, app: Flask) -> None:
    couple = cast.couple("ana")
    couple.pause(by=couple.coach)
    assert planned(couple).is_planned
    couple.reopen(by=couple.coach)
    couple.close(by=couple.coach)
    with pytest.raises(Refused, match="closed"):
        planned(couple)
