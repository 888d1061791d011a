"""The first page of all: it opens the practice once, for whoever may use its machine."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.people import first_run
from practice.people.models import Practice, by_email
from tests.browser import Browser
from tests.cast import gather

TYPED = {
    "practice_name": "Riverside Room",
    "name": "Maya",
    "email": "Maya@example.test",
    "password": "seven quiet herons wade",
}


@pytest.fixture
def path(app: Flask) -> str:
    with app.app_context():
        token = first_run.make()
        db.session.commit()
        return f"/first-run/{token}"


def test_maya_opens_her_practice(app: Flask, client: FlaskClient, path: str) -> None:
    browser = Browser(client)
    browser.get(path)
    assert browser.submit("Open the practice", TYPED).path == "/account/second-factor"
    with app.app_context():
        maya = by_email("maya@example.test")
        assert maya
        assert (maya.is_coach, maya.is_owner, maya.practice.name) == (True, True, "Riverside Room")
    assert "opened already" in Browser(client).get(path, 410).text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"practice_name": ""}, "a name"),
        ({"email": "maya"}, "looks like"),
        ({"password": "short"}, "at least 12"),
        ({"password": "riverside room maya"}, "easy to guess"),
    ],
)
def test_what_is_wrong_is_told_and_the_link_stays_good(client: FlaskClient, path: str, wrong: dict[str, str], told: str) -> None:
    browser = Browser(client)
    browser.get(path)
    page = browser.submit("Open the practice", {**TYPED, **wrong}, 422)
    assert told in page.text
    browser.submit("Open the practice", TYPED)


def test_the_link_runs_out_after_a_day(client: FlaskClient, path: str) -> None:
    with clock.at(clock.now() + timedelta(hours=24)):
        assert "run out" in Browser(client).get(path, 410).text


def test_a_newer_link_ends_the_older(app: Flask, client: FlaskClient, path: str) -> None:
    with app.app_context():
        first_run.make()
        db.session.commit()
    assert client.get(path).status_code == 410


def test_nobody_guesses_it(client: FlaskClient, path: str) -> None:
    assert client.get("/first-run/guess").status_code == 410


def test_where_there_is_a_practice_there_is_no_first_time(app: Flask, client: FlaskClient, path: str) -> None:
    with app.app_context():
        gather()
    assert client.get(path).status_code == 410
    with app.app_context():
        with pytest.raises(Refused):
            first_run.make()
        with pytest.raises(Refused):
            first_run.open_practice("Another", "Eve", "eve@example.test", "seven quiet herons wade")


def test_two_at_once_and_one_of_them_opens_it(app: Flask, clients: Callable[[], FlaskClient], path: str) -> None:
    both, told, start = [clients(), clients()], [], threading.Barrier(2)

    def post(client: FlaskClient, email: str) -> None:
        token = client.get("/sign-in/token").get_json()["csrf_token"]
        start.wait()
        told.append(client.post(path, data={**TYPED, "csrf_token": token, "email": email}).status_code)

    threads = [threading.Thread(target=post, args=each) for each in zip(both, ["a@example.test", "b@example.test"], strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        assert db.session.scalar(select(func.count(Practice.id))) == 1
    assert sorted(told) == [303, 410]
