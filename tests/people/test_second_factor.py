"""The second factor: a coach comes in with a code, each code once, and proves it again before something weighty."""

from collections.abc import Callable
from datetime import timedelta

import pyotp
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from practice.people import factors
from tests.browser import Browser, Page
from tests.cast import PASSWORD, TOTP_SECRET, Cast, code_for, come_in
from tests.people.letters import last_to


def password_of(client: FlaskClient, name: str = "maya") -> Browser:
    browser = Browser(client)
    browser.get("/sign-in")
    browser.submit("Sign in", {"email": f"{name}@example.test", "password": PASSWORD})
    return browser


def code(browser: Browser, typed: str, status: int = 303) -> Page:
    return browser.post("/sign-in/code", {"code": typed}, status)


def test_a_password_alone_is_no_sign_in(client: FlaskClient, cast: Cast) -> None:
    browser = password_of(client)
    assert browser.page.path == "/sign-in/code"
    assert client.get("/").location == "/sign-in"
    assert client.get("/account").location.startswith("/sign-in")


def test_a_code_counts_once(app: Flask, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    now = code_for(app, "maya")
    first, second = password_of(clients()), password_of(clients())
    assert code(first, now).response.location == "/"
    assert "has been used" in code(second, now, 401).text


def test_a_recovery_code_counts_once(app: Flask, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    with app.app_context():
        kept = factors.renew_recovery_codes(cast.person("maya"))[3]
        db.session.commit()
    assert code(password_of(clients()), f" {kept.upper()} ").response.location == "/"
    code(password_of(clients()), kept, 401)


def test_the_code_of_another_coach_is_wrong(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        kept = factors.renew_recovery_codes(cast.person("noor"))[0]
        db.session.commit()
    code(password_of(client), kept, 401)


def test_codes_cannot_be_guessed_at_length(client: FlaskClient, cast: Cast) -> None:
    browser = password_of(client)
    with clock.at(clock.now()):
        assert [browser.post("/sign-in/code", {"code": "000000"}, None).status for _ in range(6)] == [401] * 5 + [429]


def test_the_password_is_forgotten_after_five_minutes(client: FlaskClient, cast: Cast) -> None:
    moment = clock.now()
    with clock.at(moment):
        password_of(client)
    with clock.at(moment + timedelta(minutes=5)):
        assert client.get("/sign-in/code").location == "/sign-in"


def test_without_a_password_there_is_no_code_to_give(client: FlaskClient, cast: Cast) -> None:
    assert client.get("/sign-in/code").location == "/sign-in"


def without_app(app: Flask, name: str) -> None:
    with app.app_context():
        Cast.person(name).totp_sealed = None
        db.session.commit()


def test_a_coach_without_an_app_may_only_set_one_up(app: Flask, client: FlaskClient, cast: Cast) -> None:
    without_app(app, "maya")
    come_in(client, "maya")
    assert client.get("/account").location == "/account/second-factor"
    page = set_up(client)
    assert len(page.tree.xpath("//li/code")) == 10
    assert client.get("/account").status_code == 200
    assert "was changed just now" in (last_to(app, "maya") or "")


def set_up(client: FlaskClient) -> Page:
    browser = Browser(client)
    page = browser.get("/account/second-factor")
    secret = page.tree.xpath("string(//code)").replace(" ", "")
    return browser.submit("Set it up", {"code": pyotp.TOTP(secret).at(int(clock.now().timestamp()))})


def test_a_wrong_code_sets_nothing_up(app: Flask, client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    before = browser.get("/account/second-factor").tree.xpath("string(//code)")
    page = browser.submit("Set it up", {"code": "000000"}, 422)
    assert "does not fit" in page.text
    assert page.tree.xpath("string(//code)") == before
    with app.app_context():
        assert not cast.person("ana").has_second_factor


def test_a_partner_may_have_one_too(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    come_in(client, "ana")
    set_up(client)
    assert password_of(clients(), "ana").page.path == "/sign-in/code"


def test_old_recovery_codes_stop_with_new_ones(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    come_in(client, "maya")
    browser = Browser(client)
    browser.get("/account/recovery-codes")
    old = browser.submit("Make new codes").tree.xpath("string(//li/code)")
    browser.get("/account/recovery-codes")
    new = browser.submit("Make new codes").tree.xpath("string(//li/code)")
    code(password_of(clients()), old, 401)
    code(password_of(clients()), new)


def test_after_five_minutes_maya_shows_again_that_it_is_her(app: Flask, client: FlaskClient, cast: Cast) -> None:
    moment = clock.now()
    with clock.at(moment):
        come_in(client, "maya")
    with clock.at(moment + timedelta(minutes=6)):
        browser = Browser(client)
        browser.get("/account/recovery-codes", 303)
        assert browser.follow().path == "/prove"
        before = client.get_cookie("homeward")
        browser.submit("Go on", {"password": "not hers at all", "code": code_for(app, "maya")}, 422)
        browser.submit("Go on", {"password": PASSWORD, "code": "000000"}, 422)
        page = browser.submit("Go on", {"password": PASSWORD, "code": code_for(app, "maya")})
        assert page.path == "/account/recovery-codes"
        assert client.get_cookie("homeward") != before


def test_the_secret_lies_sealed(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        assert TOTP_SECRET.encode() not in (cast.person("maya").totp_sealed or b"")
    come_in(client, "ana")
    shown = Browser(client).get("/account/second-factor").tree.xpath("string(//code)").replace(" ", "")
    with client.session_transaction() as session:
        assert shown not in str(dict(session))
