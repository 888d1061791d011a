"""Maya corrects names, pauses, closes and reopens; Olu hands a couple over."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.couples.models import CoupleState
from practice.db import db
from practice.post import Letter
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.writing import assign, write


def state_of(app: Flask, cast: Cast) -> CoupleState:
    with app.app_context():
        return cast.couple("ana").state


def test_a_couple_rests_and_goes_on_from_where_it_stood(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/couples/{cast.ana_and_ben}")
    assert "Neither of them can send anything" in browser.click("Pause").text
    assert "rests now" in browser.submit("Pause").text
    assert state_of(app, cast) is CoupleState.PAUSED
    browser.click("Reopen")
    browser.submit("Reopen")
    assert state_of(app, cast) is CoupleState.ACTIVE


def test_closing_keeps_what_was_written(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        part = write(cast.person("ana"), assign(cast.couple("ana"), "causes")).homework.public_id
    sign_in(client, "maya")
    browser = Browser(client)
    assert "Nothing is deleted" in browser.get(f"/couples/{cast.ana_and_ben}/close").text
    page = browser.submit("Close")
    assert state_of(app, cast) is CoupleState.CLOSED
    assert f"/review/{part}" in page.links.values()
    assert "Ana" not in browser.get("/desk").tree.xpath("string(//section[@id='doing'])")
    assert "Ana Ben" in browser.get("/couples?state=closed").text


@pytest.mark.parametrize(
    ("acts", "sentence"),
    [
        (["pause", "pause"], "paused already"),
        (["close", "close"], "closed already"),
        (["close", "pause"], "Reopen it first"),
        (["reopen"], "open already"),
    ],
)
def test_what_makes_no_sense_now_is_told(client: FlaskClient, cast: Cast, acts: list[str], sentence: str) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    for act in acts[:-1]:
        browser.get("/account")
        browser.post(f"/couples/{cast.ana_and_ben}/{act}")
    browser.get("/account")
    assert sentence in browser.post(f"/couples/{cast.ana_and_ben}/{acts[-1]}", status=409).text


def test_names_are_corrected(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get(f"/couples/{cast.ana_and_ben}/edit")
    page = browser.submit("Save", {"first_name": "Anna", "first_email": "elsewhere@example.test"})
    assert page.h1 == "Anna Ben"
    with app.app_context():
        # She has joined, so only she can change her address.
        assert cast.person("ana").name == "Anna"
        assert cast.couple("ana").first.email == "ana@example.test"


def test_a_mistyped_address_gets_a_new_invitation_and_the_old_link_stops(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    browser.get("/couples/new")
    people = {"first_name": "Priya", "first_email": "pria@example.test"}
    people |= {"second_name": "Tom", "second_email": "tom@example.test", "kind": "no_secrets"}
    page = browser.submit("Add and invite both", people)
    with app.app_context():
        wrong = db.session.scalars(select(Letter).where(Letter.to_address == "pria@example.test")).one().text
    browser.get(f"{page.path}/edit")
    assert "already in use" in browser.submit("Save", {"first_email": "ana@example.test"}).text
    browser.submit("Save", {"first_email": "priya@example.test"})
    with app.app_context():
        assert db.session.scalars(select(Letter).where(Letter.to_address == "priya@example.test")).one()
    link = next(word for word in wrong.split() if "/join/" in word).partition("localhost")[2]
    assert "taken back" in app.test_client().get(link).get_data(as_text=True)


def test_olu_hands_kim_and_lee_to_herself_and_both_can_see_it(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        policy = cast.couple("kim").confidentialities[0].public_id
    sign_in(client, "olu")
    browser = Browser(client)
    browser.get(f"/couples/{cast.kim_and_lee}")
    page = browser.click("Hand over to another coach")
    assert "can no longer read any of it" in page.text
    browser.submit("Hand over", {"coach": cast.olu})
    with app.app_context():
        assert cast.couple("kim").coach.public_id == cast.olu
        event = db.session.scalars(select(Event).where(Event.verb == "couple.handed_over")).one()
        assert (event.actor, event.subject, event.facts) == (cast.olu, cast.olu, {"before": cast.noor})
    kim, noor = Browser(app.test_client()), Browser(app.test_client())
    sign_in(kim.client, "kim")
    assert "Who can read as your coach" in kim.get(f"/confidentiality/{policy}").text
    sign_in(noor.client, "noor")
    noor.get(f"/couples/{cast.kim_and_lee}", status=404)


@pytest.mark.parametrize("coach", ["", "maya", "ana", "noor"])
def test_a_couple_goes_only_to_another_coach_of_the_practice(app: Flask, client: FlaskClient, cast: Cast, coach: str) -> None:
    sign_in(client, "olu")
    browser = Browser(client)
    browser.get(f"/couples/{cast.kim_and_lee}/hand-over")
    browser.submit("Hand over", {"coach": getattr(cast, coach, "")})
    with app.app_context():
        assert cast.couple("kim").coach.public_id == cast.noor


def test_noor_coaches_but_does_not_own_so_she_hands_nobody_over(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "noor")
    Browser(client).get(f"/couples/{cast.kim_and_lee}/hand-over", status=403)
