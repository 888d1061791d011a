"""Two presses in the same instant: each has one right outcome, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from practice.db import db
from practice.programme.models import Enrolment
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import begin, publish

Tabs = tuple[Browser, Browser]


@pytest.fixture
def tabs(clients: Callable[[], FlaskClient], cast: Cast) -> Tabs:
    """Maya's two devices."""
    found = Browser(clients()), Browser(clients())
    for tab in found:
        sign_in(tab.client, "maya")
    return found


@pytest.fixture
def address(app: Flask, cast: Cast) -> str:
    with app.app_context():
        return f"/programmes/{begin(cast.person('maya')).public_id}"


def at_once(tabs: Tabs, address: str, sent: list[dict[str, Any]]) -> list[TestResponse]:
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda pair: pair[0].client.post(address, data=pair[1]), zip(tabs, sent, strict=True)))


def test_publishing_twice_at_once_makes_one_edition(app: Flask, tabs: Tabs, address: str) -> None:
    sent = []
    for tab in tabs:
        form = tab.get(address).form("Publish")
        sent.append({field.get("name"): field.get("value") for field in form.xpath(".//input")})
    with ThreadPoolExecutor(2) as pool:
        answers = list(
            pool.map(lambda pair: pair[0].client.post(f"{address}/publish", data=pair[1]), zip(tabs, sent, strict=True))
        )
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.location for answer in answers}) == 1


def test_two_saves_at_once_end_with_one_kept_and_one_told(app: Flask, tabs: Tabs, address: str) -> None:
    place = f"{address}/parts/steps/rest/groups/first"
    sent = []
    for number, tab in enumerate(tabs):
        form = tab.get(place).form("Save")
        sent.append({**dict(form.form_values()), "why": f"Words {number}"})
    answers = at_once(tabs, place, sent)
    assert sorted(answer.status_code for answer in answers) == [303, 409]


def test_moving_twice_at_once_moves_once(app: Flask, tabs: Tabs, cast: Cast) -> None:
    with app.app_context():
        edition = publish(cast.person("maya"))
    place = f"/couples/{cast.ana_and_ben}/programme"
    sent = [dict(tab.get(f"{place}?edition={edition.public_id}").form("edition").form_values()) for tab in tabs]
    answers = at_once(tabs, place, sent)
    assert {answer.status_code for answer in answers} == {303}
    with app.app_context():
        assert [row.edition_id for row in db.session.scalars(select(Enrolment))] == [edition.id]
