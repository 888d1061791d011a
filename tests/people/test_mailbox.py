"""The sample practice's mailbox: no letter leaves, everybody may look; elsewhere there is no such page."""

import dataclasses

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.config import Settings
from practice.db import db
from practice.people import mail
from practice.people.jobs import send_letters
from tests.browser import Browser
from tests.cast import Cast


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return dataclasses.replace(settings, demo=getattr(request, "param", True))


def test_letters_lie_open_in_the_sample_practice(app: Flask, client: FlaskClient, cast: Cast) -> None:
    browser = Browser(client)
    assert "No letters yet" in browser.get("/mailbox").text
    with app.test_request_context():
        ana = cast.person("ana")
        ana.joined_at = None
        mail.invite(ana)
        db.session.commit()
    send_letters.call_local()
    page = browser.get("/mailbox")
    assert "ana@example.test" in page.text
    [address] = [words for words in page.links if "/join/" in words]
    assert browser.get(page.links[address].removeprefix("http://localhost")).h1 == "Welcome"


@pytest.mark.parametrize("settings", [False], indirect=True)
def test_a_real_practice_has_no_such_page(client: FlaskClient, cast: Cast) -> None:
    assert client.get("/mailbox").status_code == 404


def test_the_sample_practice_says_how_to_come_in(client: FlaskClient) -> None:
    assert "maya@example.test" in Browser(client).get("/sign-in").text
