"""Another e-mail address: proved, confirmed from the new mailbox, and no way to learn who else is here."""

from collections.abc import Callable
from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from tests.browser import Browser, Page
from tests.cast import PASSWORD, Cast, come_in
from tests.people.letters import last_to, link_to


def ask(client: FlaskClient, email: str, status: int = 200) -> Page:
    browser = Browser(client)
    browser.get("/account/email")
    return browser.submit("Send a letter there", {"email": email}, status)


def test_ana_moves_to_a_mailbox_of_her_own(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    come_in(client, "ana")
    ask(client, "Ana.alone@example.test")
    browser = Browser(client)
    assert "ana.alone@example.test" in browser.get(link_to(app, "ana.alone")).text
    with app.app_context():
        assert cast.person("ana"), "looking changes nothing"
    browser.submit("Use this address")
    assert "was changed just now" in (last_to(app, "ana") or ""), "the old mailbox is told"
    other = Browser(clients())
    other.get("/sign-in")
    assert other.submit("Sign in", {"email": "ana.alone@example.test", "password": PASSWORD}).path == "/home"


def test_taken_and_free_are_told_the_same(app: Flask, client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    assert ask(client, "kim@example.test").text == ask(client, "free@example.test").text
    assert last_to(app, "kim") is None


def test_the_link_is_worth_nothing_to_others(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    come_in(client, "ana")
    ask(client, "free@example.test")
    path = link_to(app, "free")
    assert clients().get(path).location.startswith("/sign-in")
    ben = clients()
    come_in(ben, "ben")
    assert ben.get(path).status_code == 404


def test_an_old_page_asks_for_the_password_first(client: FlaskClient, cast: Cast) -> None:
    moment = clock.now()
    with clock.at(moment):
        come_in(client, "ana")
    with clock.at(moment + timedelta(minutes=6)):
        assert client.get("/account/email").location == "/prove?next=/account/email"


def test_a_wrong_address_is_told(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    assert "looks like" in ask(client, "ana", 422).text


def test_two_who_want_the_same_address_and_one_gets_it(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    ben = clients()
    for each, name in ((client, "ana"), (ben, "ben")):
        come_in(each, name)
        ask(each, "free@example.test")
    path = link_to(app, "free")
    browser = Browser(ben)
    browser.get(path)
    with app.app_context():
        cast.person("ana").move("free@example.test")
        db.session.commit()
    assert "cannot be used" in browser.submit("Use this address", status=409).text
