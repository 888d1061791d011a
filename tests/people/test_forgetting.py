"""A forgotten password: the same words for everybody, and a letter alone opens nothing."""

import re
from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.post import Letter
from tests.browser import Browser, Page
from tests.cast import PASSWORD, Cast, code_for, come_in
from tests.people.letters import last_to, link_to, standing_of

NEW = "green apples under the boat"


def ask(client: FlaskClient, name: str) -> Page:
    browser = Browser(client)
    browser.get("/forgotten")
    return browser.submit("Send the letter", {"email": f"{name}@example.test"})


def choose(client: FlaskClient, path: str, code: str | None, status: int = 200, password: str = NEW) -> Page:
    browser = Browser(client)
    browser.get(path)
    return browser.submit("Set new password", {"code": code, "password": password}, status)


def letters(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count(Letter.id))) or 0


def test_known_and_unknown_are_told_the_same(app: Flask, client: FlaskClient, cast: Cast) -> None:
    def words(name: str) -> str:
        return re.sub(r"nonce-\S+", "", ask(client, name).text)

    assert words("ana") == words("nobody")
    assert letters(app) == 1


def test_ana_chooses_a_new_password_with_the_code_maya_tells(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    elsewhere = clients()
    come_in(elsewhere, "ana")
    ask(client, "ana")
    page = choose(client, link_to(app, "ana"), standing_of(app, "ana").reset_code)
    assert (page.path, "Your new password is set" in page.text) == ("/sign-in", True)
    assert client.get("/").location == "/sign-in", "the letter and the code sign nobody in"
    assert elsewhere.get("/").location == "/sign-in"
    assert come_in(client, "ana", NEW).path == "/home"
    assert "was changed just now" in (last_to(app, "ana") or "")


def test_without_the_code_the_letter_is_worth_nothing(app: Flask, client: FlaskClient, cast: Cast) -> None:
    ask(client, "ana")
    right = standing_of(app, "ana").reset_code
    wrong = "000001" if right == "000000" else "000000"
    assert [choose(client, link_to(app, "ana"), wrong, status).status for status in (422, 422, 422, 422, 410)][-1] == 410
    assert come_in(client, "ana", PASSWORD).path == "/home"


def test_a_coach_uses_the_app_instead(app: Flask, client: FlaskClient, cast: Cast) -> None:
    ask(client, "noor")
    assert choose(client, link_to(app, "noor"), code_for(app, "noor")).path == "/sign-in"
    assert come_in(client, "noor", NEW).path == "/desk"


def test_a_locked_out_coach_asks_the_owner_and_still_needs_the_app(app: Flask, client: FlaskClient, cast: Cast) -> None:
    ask(client, "noor")
    path, code = link_to(app, "noor"), standing_of(app, "noor").reset_code
    come_in(client, "olu")
    assert code
    assert code in Browser(client).get("/coaches").text
    assert choose(client, path, code).path == "/sign-in"
    browser = Browser(client)
    browser.get("/sign-in")
    assert browser.submit("Sign in", {"email": "noor@example.test", "password": NEW}).path == "/sign-in/code"


def test_a_poor_password_is_told_and_the_link_stays_good(app: Flask, client: FlaskClient, cast: Cast) -> None:
    ask(client, "ana")
    path, code = link_to(app, "ana"), standing_of(app, "ana").reset_code
    assert "at least 12" in choose(client, path, code, 422, "short").text
    choose(client, path, code)
    assert "used already" in Browser(client).get(path, 410).text


def test_a_mailbox_cannot_be_filled(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with clock.at(clock.now()):
        assert len({ask(client, "ana").text for _ in range(9)}) == 1
    assert letters(app) == 3


def test_who_is_shut_out_or_has_not_joined_gets_no_letter(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        cast.person("ben").disabled_at = clock.now()
        cast.person("kim").joined_at = None
        db.session.commit()
    ask(client, "ben")
    ask(client, "kim")
    assert letters(app) == 0


def test_the_letter_runs_out_after_three_days(app: Flask, client: FlaskClient, cast: Cast) -> None:
    ask(client, "ana")
    with clock.at(clock.now() + timedelta(hours=72)):
        assert "run out" in Browser(client).get(link_to(app, "ana"), 410).text
        assert standing_of(app, "ana").reset_code is None


def test_a_wrong_address_is_told(client: FlaskClient) -> None:
    browser = Browser(client)
    browser.get("/forgotten")
    assert "looks like" in browser.submit("Send the letter", {"email": "ana"}, 422).text
