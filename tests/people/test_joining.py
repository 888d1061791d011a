"""Joining: a letter and a code together, once; neither alone opens anything."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.people import mail
from practice.people.models import Person, Role
from tests.browser import Browser, Page
from tests.cast import Cast, come_in
from tests.people.letters import last_to, link_to, standing_of

NEW = "green apples under the boat"


@pytest.fixture
def invited(app: Flask, cast: Cast) -> str:
    """Ben has not joined yet; the path of his invitation."""
    invite(app, "ben")
    return link_to(app, "ben")


def invite(app: Flask, name: str) -> None:
    with app.test_request_context():
        person = Cast.person(name)
        person.joined_at = person.password_hash = None
        mail.invite(person)
        db.session.commit()


def join(client: FlaskClient, path: str, code: str | None, password: str = NEW, status: int | None = 303) -> Page:
    browser = Browser(client)
    browser.get(path)
    return browser.post(path, {"code": code, "password": password}, status)


def test_ben_joins_with_letter_and_code(app: Flask, client: FlaskClient, invited: str) -> None:
    page = Browser(client).get(invited)
    assert "This invitation is for Ben. Not Ben? Close this page." in page.text
    join(client, invited, standing_of(app, "ben").code)
    assert client.get("/").location == "/home"
    assert standing_of(app, "ben").state == "joined"


def test_who_has_yet_to_sign_comes_to_the_policy(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        policy = cast.couple("ben").propose(Kind.NO_SECRETS, by=cast.person("maya"))
        db.session.commit()
        address = f"/confidentiality/{policy.public_id}"
    invite(app, "ben")
    assert join(client, link_to(app, "ben"), standing_of(app, "ben").code).response.location == address


def test_looking_at_an_invitation_changes_nothing(app: Flask, client: FlaskClient, invited: str) -> None:
    before = standing_of(app, "ben")
    for _ in range(10):
        assert client.get(invited).status_code == 200
    assert standing_of(app, "ben") == before
    assert client.get("/").location == "/sign-in"


def test_a_wrong_code_five_times_spends_it(app: Flask, client: FlaskClient, invited: str) -> None:
    right = standing_of(app, "ben").code
    wrong = "000001" if right == "000000" else "000000"
    pages = [join(client, invited, wrong, status=None)] + [
        Browser(client).post(invited, {"csrf_token": token(client), "code": wrong, "password": NEW}, None) for _ in range(4)
    ]
    assert [page.status for page in pages] == [422] * 4 + [410]
    assert "not right" in pages[0].text
    assert "wrong five times" in pages[4].text
    assert client.post(invited, data={"csrf_token": token(client), "code": right, "password": NEW}).status_code == 410
    assert standing_of(app, "ben").state == "locked"
    assert client.get("/").location == "/sign-in"


def token(client: FlaskClient) -> str:
    found: str = client.get("/sign-in/token").get_json()["csrf_token"]
    return found


def test_a_poor_password_is_told_and_the_link_stays_good(app: Flask, client: FlaskClient, invited: str) -> None:
    code = standing_of(app, "ben").code
    page = join(client, invited, code, "password1234", 422)
    assert "easy to guess" in page.text
    assert page.title.startswith("Error:")
    join(client, invited, code)


def test_a_link_runs_out_after_three_days(app: Flask, client: FlaskClient, invited: str) -> None:
    with clock.at(clock.now() + timedelta(hours=73)):
        page = Browser(client).get(invited, 410)
        assert "This link has run out" in page.text
        assert standing_of(app, "ben").state == "expired"


def test_a_link_works_once(app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], invited: str) -> None:
    join(client, invited, standing_of(app, "ben").code)
    assert "used already" in Browser(clients()).get(invited, 410).text


def test_a_link_that_nobody_made(client: FlaskClient, cast: Cast) -> None:
    assert "We do not know this link" in Browser(client).get("/join/nothing", 404).text


def test_an_invitation_resets_no_password(client: FlaskClient, invited: str) -> None:
    assert client.get(invited.replace("/join/", "/reset/")).status_code == 404


def test_two_at_once_and_one_of_them_joins(app: Flask, clients: Callable[[], FlaskClient], invited: str) -> None:
    code, both, told = standing_of(app, "ben").code, [clients(), clients()], []
    tokens = [token(client) for client in both]
    start = threading.Barrier(2)

    def post(client: FlaskClient, csrf_token: str) -> None:
        start.wait()
        told.append(client.post(invited, data={"csrf_token": csrf_token, "code": code, "password": NEW}).status_code)

    threads = [threading.Thread(target=post, args=each) for each in zip(both, tokens, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [303, 410]


def test_the_letter_names_nobody_and_holds_no_code(app: Flask, invited: str) -> None:
    body, code = last_to(app, "ben") or "", standing_of(app, "ben").code
    assert code
    for private in ("Ben", "Ana", "Maya", "Riverside", "coach", "couple", code):
        assert private not in body.replace(invited, "")


def test_maya_invites_again_and_the_first_letter_stops(app: Flask, client: FlaskClient, invited: str, cast: Cast) -> None:
    come_in(client, "maya")
    browser = Browser(client)
    browser.get("/account")
    browser.post(f"/people/{cast.ben}/invite")
    assert browser.page.response.location == f"/couples/{cast.ana_and_ben}"
    assert "taken back" in Browser(client).get(invited, 410).text
    assert link_to(app, "ben") != invited


def test_maya_takes_the_invitation_back(app: Flask, client: FlaskClient, invited: str, cast: Cast) -> None:
    come_in(client, "maya")
    browser = Browser(client)
    browser.get("/account")
    browser.post(f"/people/{cast.ben}/revoke")
    assert client.get(invited).status_code == 410
    assert standing_of(app, "ben").state == "revoked"


def test_who_has_joined_is_not_invited_again(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "maya")
    browser = Browser(client)
    browser.get("/account")
    assert "Ana has joined already." in browser.post(f"/people/{cast.ana}/invite", status=409).text


@pytest.mark.parametrize("act", ["invite", "revoke"])
@pytest.mark.parametrize("stranger", ["noor", "olu", "ana", "ben"])
def test_nobody_else_invites_ben(app: Flask, client: FlaskClient, invited: str, cast: Cast, stranger: str, act: str) -> None:
    if stranger == "ben":
        join(client, invited, standing_of(app, "ben").code)
    else:
        come_in(client, stranger)
    browser = Browser(client)
    browser.get("/account")
    # Ben sees himself, so he is told that he may not; to all others he is not there.
    browser.post(f"/people/{cast.ben}/{act}", status=403 if stranger == "ben" else 404)


def test_a_coach_joins_and_sets_up_an_app(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        olu = cast.person("olu")
        db.session.add(Person(practice=olu.practice, role=Role.COACH, name="Sam", email="sam@example.test"))
        db.session.commit()
    invite(app, "sam")
    browser = Browser(client)
    browser.get(link_to(app, "sam"))
    page = browser.submit("Join", {"code": standing_of(app, "sam").code, "password": NEW})
    assert page.path == "/account/second-factor"
