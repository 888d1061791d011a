"""Maya looks for a couple in her list."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.crowd import crowd
from tests.queries import asked
from tests.writing import assign, write


def test_maya_sees_her_couple_with_its_state_and_steps(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        given = assign(cast.couple("ana"), "causes")
        for name in ("ana", "ben"):
            write(cast.person(name), given, {"longest": "A canary in the list."})
    sign_in(client, "maya")
    page = Browser(client).get("/couples")
    assert "Ana Ben" in page.text
    assert "Active" in page.text
    assert "1 of 16" in page.text
    assert "canary" not in page.text
    assert page.links["Ana Ben"] == f"/couples/{cast.ana_and_ben}"


def test_another_coach_finds_nothing(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "noor")
    page = Browser(client).get("/couples")
    assert "Kim" in page.text
    assert "Ana" not in page.text


def test_a_partner_is_refused(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    Browser(client).get("/couples", status=404)


def test_an_owner_sees_names_state_and_coach_but_no_steps(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        write(cast.person("kim"), assign(cast.couple("kim"), "causes"))
    sign_in(client, "olu")
    page = Browser(client).get("/couples")
    assert "Kim Lee" in page.text
    assert "Noor" in page.text
    assert "of 16" not in page.text
    assert "Private to their coach" in page.text


@pytest.mark.parametrize("words", ["ana", "BEN", "an be", "Ana & Ben", "Ben and Ana", "  ana  "])
def test_names_are_found_however_they_are_typed(client: FlaskClient, cast: Cast, words: str) -> None:
    sign_in(client, "maya")
    assert "Ana Ben" in Browser(client).get(f"/couples?q={quote(words)}").text


@pytest.mark.parametrize("words", ["(((", "%", "_", "\\", "'; DROP TABLE couples; --", "x\0y", "🦜", "x" * 5000, "a q " * 1000])
def test_odd_text_is_only_text(client: FlaskClient, cast: Cast, words: str) -> None:
    sign_in(client, "maya")
    page = Browser(client).get(f"/couples?q={quote(words)}")
    assert "No couple fits that" in page.text


def test_capitals_beyond_english_are_found(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        cast.couple("ana").edit(("Øystein", "Ben"), ("ana@example.test", "ben@example.test"), by=cast.person("maya"))
        db.session.commit()
    sign_in(client, "maya")
    assert "Øystein" in Browser(client).get(f"/couples?q={quote('øystein')}").text


def test_states_are_told_apart(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    assert "Ana Ben" in browser.get("/couples?state=active").text
    assert "No couple fits that" in browser.get("/couples?state=paused").text
    assert "Ana Ben" in browser.get("/couples?state=nonsense").text


def test_fifty_stand_on_a_page_and_the_search_stays(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        crowd(cast.person("maya"), 60)
    sign_in(client, "maya")
    browser = Browser(client)
    first = browser.get("/couples?q=eva")
    assert "Page 1 of 2" in first.text
    second = browser.click("Next page")
    assert "Page 2 of 2" in second.text
    assert len(second.tree.xpath("//tbody/tr")) == 10
    assert second.value("q") == "eva"
    browser.get("/couples?page=99")
    browser.get("/couples?page=nonsense")


def test_a_thousand_couples_take_no_more_questions_than_ten(app: Flask, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    browser = Browser(clients())
    sign_in(browser.client, "maya")
    counts = []
    for more in (9, 990):
        with app.app_context():
            crowd(cast.person("maya"), more)
        with asked() as statements:
            browser.get("/couples")
        counts.append(len(statements))
    assert counts[0] == counts[1]
