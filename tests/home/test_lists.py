"""A quiet word at home when one's lists have something for one: a yes that is asked for, a week to look at."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.models import Kept, Line
from practice.agreements.wording import Wording
from practice.db import db, public_id
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.daily import part_of
from tests.writing import assign

MOMENT = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
WORD = "something is there for you"


@pytest.fixture
def homes(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> dict[str, FlaskClient]:
    """Ana and Ben before their first pages; Ana has proposed an agreement."""
    with clock.at(MOMENT):
        with app.app_context():
            given = assign(cast.couple("ana"), "talk")
            ledger = given.published.step.ledger("agreements")
            add(part_of(cast.person("ana"), given), ledger, Wording({"what": "Tea on Sunday"}), save_key=public_id())
            db.session.commit()
        found = {name: clients() for name in ("ana", "ben")}
        for name, client in found.items():
            sign_in(client, name)
    return found


def told(homes: dict[str, FlaskClient], at: datetime = MOMENT) -> list[str]:
    """Who is told that something is there."""
    with clock.at(at):
        return [name for name, client in homes.items() if WORD in Browser(client).get("/home").text]


def line() -> Line:
    return db.session.scalars(select(Line)).one()


def test_whoever_is_asked_for_a_yes_is_told(homes: dict[str, FlaskClient]) -> None:
    assert told(homes) == ["ben"]


def test_a_week_to_look_at_is_told_until_one_has_looked(app: Flask, cast: Cast, homes: dict[str, FlaskClient]) -> None:
    with clock.at(MOMENT), app.app_context():
        line().say_yes(by=cast.person("ben"), revision=1)
        db.session.commit()
    assert told(homes) == ["ana", "ben"]
    with clock.at(MOMENT), app.app_context():
        line().look(by=cast.person("ana"), week_on=monday(MOMENT.date()), kept=Kept.YES, hours=None, note="")
        db.session.commit()
    assert told(homes) == ["ben"]
    assert told(homes, MOMENT + timedelta(minutes=1)) == ["ben"]


def test_nothing_is_asked_in_a_pause(app: Flask, cast: Cast, homes: dict[str, FlaskClient]) -> None:
    with app.app_context():
        couple = cast.couple("ana")
        couple.pause(by=couple.coach)
        db.session.commit()
    assert told(homes) == []
