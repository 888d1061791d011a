"""The programme as Maya and Ana read it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.programme.library import SHIPPED, load
from practice.programme.ways_words import ways
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.queries import asked
from tests.writing import assign, write

STEPS = load(SHIPPED).steps


@pytest.mark.parametrize("name", ["maya", "ana"])
def test_all_sixteen_steps_stand_there_with_credit_and_closing(client: FlaskClient, cast: Cast, name: str) -> None:
    sign_in(client, name)
    page = Browser(client).get("/programme")
    for step in STEPS:
        assert page.links[step.title] == f"/programme/{step.slug}"
    assert "“How to get back together and save your relationship or marriage” by Rinatta Paries, 13 July 2012" in page.text
    for measure in load(SHIPPED).closing:
        assert measure.title in page.text


def test_maya_reads_when_each_is_done(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    page = Browser(client).get("/programme")
    for step in STEPS:
        assert step.done_when in page.text
    assert "Sealed until both have written" in page.text


def test_ana_sees_her_own_steps_and_nothing_of_bens(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    browser = Browser(client)
    before = browser.get("/programme").text
    with app.app_context():
        ben = cast.person("ben")
        write(ben, assign(cast.couple("ana"), "fears", ben))
        assign(cast.couple("ana"), "fallback", ben)
    assert browser.get("/programme").text == before
    with app.app_context():
        part = write(cast.person("ana"), assign(cast.couple("ana"), "support", cast.person("ana"))).homework.public_id
    assert browser.get("/programme").text.count("Sent") == 1
    assert f"/steps/{part}" in browser.get("/programme/support").links.values()
    assert "Go to your own page" not in browser.get("/programme/fears").text


@pytest.mark.parametrize("name", ["maya", "ana"])
def test_every_step_can_be_read_whole(client: FlaskClient, cast: Cast, name: str) -> None:
    sign_in(client, name)
    browser = Browser(client)
    for step in STEPS:
        page = browser.get(f"/programme/{step.slug}")
        assert page.h1 == step.title
        for prompt in step.prompts:
            assert " ".join(prompt.ask.split()) in page.text
        for way in ways(step):
            assert all(" ".join(text.split()) in page.text for text in (way.title, way.ask, *way.parts, *way.rules))
        # A partner's page title may stand in the browser's history.
        assert (step.title in page.title) == (name == "maya")


def test_ana_reads_that_readiness_stays_with_each(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    browser = Browser(client)
    assert "neither is shown what the other said" in browser.get("/programme/pain").text
    assert "The other is shown only what both accept" in browser.get("/programme/joy").text
    # Questions are all there is to it: no heading without anything below it.
    assert "Besides the questions" not in browser.get("/programme/support").text


def test_what_is_no_step_is_not_there(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    Browser(client).get("/programme/nonsense", status=404)


def test_without_signing_in_one_is_asked_to(client: FlaskClient, cast: Cast) -> None:
    for address in ("/programme", "/programme/fears"):
        assert Browser(client).get(address, status=303).response.location.startswith("/sign-in")


def test_sixteen_steps_take_few_questions(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    with asked() as statements:
        Browser(client).get("/programme")
    assert len(statements) < 12
