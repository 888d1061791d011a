"""While Maya holds what Ana and Ben do together, nothing of it begins or opens, and neither can tell it from waiting."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Assignment, Reveals
from practice.pace import models as pace
from practice.pace.choosing import choice
from practice.turns import models as turns
from practice.turns.turns import Turns
from practice.way import opening, outlook, planning
from practice.way.models import Opens, Planned, Terms
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.homework.conftest import bare
from tests.writing import assign, write

MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def hold(cast: Cast) -> None:
    cast.couple("ana").hold_joint_steps(by=cast.person("maya"))
    db.session.commit()


def release(cast: Cast) -> None:
    cast.couple("ana").release_joint_steps(by=cast.person("maya"))
    db.session.commit()


def plan(cast: Cast, *slugs: str) -> None:
    """One step a week from next week on."""
    couple, day = cast.couple("ana"), clock.today() + timedelta(days=7)
    steps = [cast.step(slug) for slug in slugs]
    planning.lay(
        planning.way_of(couple), steps, Terms(Opens.ON_DAY), begins_on=day, every=7, today=clock.today(), by=couple.coach
    )
    db.session.commit()


def test_a_joint_step_is_not_given_and_an_own_one_is(inside: Flask, cast: Cast) -> None:
    hold(cast)
    with pytest.raises(Refused, match="wait at present"):
        assign(cast.couple("ana"), "causes")
    assign(cast.couple("ana"), "fears")
    release(cast)
    assign(cast.couple("ana"), "causes")


def test_what_is_planned_for_both_comes_once_it_goes_on(inside: Flask, cast: Cast) -> None:
    with clock.at(MONDAY):
        plan(cast, "causes", "fears")
        hold(cast)
    with clock.at(MONDAY + timedelta(days=7)):
        assert opening.give_what_is_due(cast.couple("ana").id) == []
        db.session.commit()
    with clock.at(MONDAY + timedelta(days=14)):
        couple = cast.couple("ana")
        assert [each.published.slug for each in opening.give_what_is_due(couple.id)] == ["fears"]
        [row] = outlook.rows(couple, clock.today())
        assert row.trouble.startswith("Waits for you")
        db.session.commit()
        assert opening.give_what_is_due(couple.id) == []
        release(cast)
        assert [each.published.slug for each in opening.give_what_is_due(couple.id)] == ["causes"]
        db.session.commit()


def test_what_will_not_come_is_not_announced(inside: Flask, cast: Cast) -> None:
    with clock.at(MONDAY):
        plan(cast, "causes", "fears")
        couple, today = cast.couple("ana"), clock.today()
        assert outlook.next_day(couple, couple.second, today) == today + timedelta(days=7)
        hold(cast)
        assert outlook.next_day(couple, couple.second, today) == today + timedelta(days=14)


def test_nothing_is_revealed_by_itself_nor_by_hand(inside: Flask, cast: Cast) -> None:
    given = assign(cast.couple("ana"), "causes", reveals=Reveals.ITSELF)
    hold(cast)
    for name in ("ana", "ben"):
        write(cast.person(name), given)
    assert not given.is_revealed
    with pytest.raises(Refused, match="wait at present"):
        given.reveal(by=given.couple.coach)
    release(cast)
    assert not given.is_revealed
    given.reveal(by=given.couple.coach)
    assert given.is_revealed


def test_no_turns_open_and_no_pace(inside: Flask, cast: Cast) -> None:
    pain, joy = (assign(cast.couple("ana"), slug, reveals=Reveals.ITSELF) for slug in ("pain", "joy"))
    hold(cast)
    with pytest.raises(Refused, match="wait at present"):
        Turns.to_change(pain).open("Both asked for it", by=pain.couple.coach)
    assert not turns.is_open(pain)
    for part in joy.parts:
        pace.choose(part, choice(pace.pace_of(joy), ("hands",), "gently"), revision=0, save_key=public_id())
    assert pace.opening_of(joy) is None
    with pytest.raises(Refused, match="wait at present"):
        pace.open_to_both(joy, by=joy.couple.coach)


def test_what_is_open_stays_open(inside: Flask, cast: Cast) -> None:
    given = assign(cast.couple("ana"), "causes")
    for name in ("ana", "ben"):
        write(cast.person(name), given)
    given.reveal(by=given.couple.coach)
    pain = assign(cast.couple("ana"), "pain")
    Turns.to_change(pain).open("Both asked for it", by=pain.couple.coach)
    hold(cast)
    assert db.session.get_one(Assignment, given.id).is_revealed
    assert turns.is_open(pain)


def test_ben_finds_every_page_as_it_was(app: Flask, cast: Cast, client: FlaskClient) -> None:
    with app.app_context():
        address = f"/steps/{assign(cast.couple('ana'), 'causes', reveals=Reveals.ITSELF).parts[1].public_id}"
    sign_in(client, "ben")
    ben = Browser(client)
    pages = [bare(ben.get(path).response.data) for path in ("/home", address, "/home")][1:]
    with app.app_context():
        hold(cast)
    assert [bare(ben.get(path).response.data) for path in (address, "/home")] == pages


def test_two_who_hold_at_once_hold_once(inside: Flask, cast: Cast) -> None:
    hold(cast)
    since = cast.couple("ana").joint_held_at
    with clock.at(clock.now() + timedelta(hours=1)):
        hold(cast)
    assert cast.couple("ana").joint_held_at == since
    assert db.session.scalars(select(Planned)).all() == []
