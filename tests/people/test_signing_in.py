"""Signing in and out: what opens the door, what does not, and what an ended sign-in is still good for."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from tests.browser import Browser
from tests.cast import PASSWORD, Cast, come_in

LATER = clock.now() + timedelta(days=1)


def enter(client: FlaskClient, name: str = "ana", password: str = PASSWORD, status: int = 303, **more: str) -> Browser:
    """Type an address and a password, and go nowhere yet."""
    browser = Browser(client)
    browser.get("/sign-in")
    browser.post("/sign-in", {"email": f"{name}@example.test", "password": password, **more}, status)
    return browser


def is_in(client: FlaskClient) -> bool:
    return client.get("/").location != "/sign-in"


@pytest.mark.parametrize(("name", "first_page"), [("ana", "/home"), ("maya", "/desk"), ("olu", "/desk")])
def test_everybody_comes_to_their_first_page(client: FlaskClient, cast: Cast, name: str, first_page: str) -> None:
    assert client.get("/").location == "/sign-in"
    assert come_in(client, name).path == first_page


def test_the_case_of_an_address_does_not_matter(client: FlaskClient, cast: Cast) -> None:
    enter(client, " ANA")
    assert is_in(client)


def test_unknown_wrong_shut_out_and_not_joined_are_told_the_same(
    app: Flask, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    with app.app_context():
        cast.person("ben").disabled_at = clock.now()
        cast.person("kim").joined_at = None
        db.session.commit()
    tried = [("ana", "not her password"), ("nobody", PASSWORD), ("ben", PASSWORD), ("kim", PASSWORD)]
    told = {enter(clients(), name, password, 401).page.text for name, password in tried}
    assert len(told) == 1
    assert "do not belong together" in told.pop()


def test_nothing_typed_is_told(client: FlaskClient, cast: Cast) -> None:
    page = enter(client, password="", status=401).page
    assert "Please type your password." in page.text
    assert page.title.startswith("Error:")


def test_a_password_never_comes_back_to_the_screen(client: FlaskClient, cast: Cast) -> None:
    page = enter(client, password="not her password", status=401).page
    assert "not her password" not in page.response.text
    assert page.value("email") == "ana@example.test"


@pytest.mark.parametrize(
    "away", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/\t/evil.example"]
)
def test_going_on_stays_in_the_house(client: FlaskClient, cast: Cast, away: str) -> None:
    assert enter(client, next=away).page.response.location == "/"


def test_after_signing_in_one_is_where_one_wanted_to_be(client: FlaskClient, cast: Cast) -> None:
    browser = Browser(client)
    browser.get("/account", 303)
    browser.follow()
    assert browser.submit("Sign in", {"email": "ana@example.test", "password": PASSWORD}).path == "/account"


def test_looking_at_the_page_signs_nobody_in_or_out(client: FlaskClient, cast: Cast) -> None:
    enter(client)
    client.get("/sign-in")
    client.get("/sign-in/token")
    assert is_in(client)


def test_a_copied_cookie_is_dead_after_signing_out(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    come_in(client, "ana")
    copied = client.get_cookie("homeward")
    assert copied
    browser = Browser(client)
    browser.get("/account")
    browser.submit("Sign out")
    thief = clients()
    thief.set_cookie("homeward", copied.value)
    assert not is_in(thief)
    assert not is_in(client)


def test_leaving_quickly_ends_the_sign_in_on_the_server(
    client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    come_in(client, "ana")
    copied = client.get_cookie("homeward")
    assert copied
    left = client.get("/leave")
    assert (left.status_code, left.location) == (303, "https://www.wikipedia.org/")
    client.set_cookie("homeward", copied.value)
    assert not is_in(client)
    assert clients().get("/leave").status_code == 303


def test_nobody_goes_on_with_a_session_that_was_there_before(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    with client.session_transaction() as session:
        session["left lying"] = "by somebody"
        handle, token = session["_user_id"], session["csrf_token"]
    browser = Browser(client)
    browser.get("/account")
    browser.post("/sign-in", {"email": "ben@example.test", "password": PASSWORD})
    with client.session_transaction() as session:
        assert session["_user_id"] != handle
        assert session.get("csrf_token") != token
        assert "left lying" not in session


def test_a_new_sign_in_ends_the_old_one_of_the_page(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    come_in(client, "ana")
    copied = client.get_cookie("homeward")
    assert copied
    enter_again = Browser(client)
    enter_again.get("/account")
    enter_again.post("/sign-in", {"email": "ben@example.test", "password": PASSWORD})
    thief = clients()
    thief.set_cookie("homeward", copied.value)
    assert not is_in(thief)


@pytest.mark.parametrize(("name", "minutes"), [("ana", 30), ("maya", 15)])
def test_an_idle_page_closes_itself(client: FlaskClient, cast: Cast, name: str, minutes: int) -> None:
    with clock.at(LATER):
        come_in(client, name)
    with clock.at(LATER + timedelta(minutes=minutes - 1)):
        assert is_in(client)
    with clock.at(LATER + timedelta(minutes=minutes)):
        assert not is_in(client)


def test_twelve_hours_are_enough_for_anybody(client: FlaskClient, cast: Cast) -> None:
    with clock.at(LATER):
        come_in(client, "ana")
    for quarter in range(1, 48):
        with clock.at(LATER + timedelta(minutes=15 * quarter)):
            assert client.get("/account").status_code == 200
    with clock.at(LATER + timedelta(hours=12)):
        assert not is_in(client)


def test_shutting_somebody_out_works_at_once(app: Flask, client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    with app.app_context():
        cast.person("ana").disabled_at = clock.now()
        db.session.commit()
    assert not is_in(client)


def test_the_health_page_tells_nothing_else(client: FlaskClient) -> None:
    assert client.get("/health").text == "ok"
