"""Two tabs, two coaches, two clicks at once: one right outcome each, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice.db import db
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.programme.own import begin, publish, small

Clients = Callable[[], FlaskClient]


@pytest.fixture
def tabs(clients: Clients, cast: Cast) -> tuple[Browser, Browser]:
    """Maya's two devices."""
    found = Browser(clients()), Browser(clients())
    for tab in found:
        sign_in(tab.client, "maya")
    return found


@pytest.fixture
def address(app: Flask, cast: Cast) -> str:
    with app.app_context():
        return f"/programmes/{begin(cast.person('maya')).public_id}"


def rest(app: Flask):
    with app.app_context():
        return db.session.scalars(select(Manuscript)).one().programme.step("rest")


def test_a_stale_save_shows_both_versions_and_may_be_repeated(app: Flask, tabs: tuple[Browser, Browser], address: str) -> None:
    early, late = tabs
    for tab in tabs:
        tab.get(f"{address}/parts/steps/rest")
    early.submit("Save", {"why": "Said first."})
    page = late.submit("Save", {"why": "Said second.", "minutes": "7"}, status=409)
    assert page.value("why") == "Said second."
    assert "Said first." in page.text
    assert "There are two versions of this" in page.text
    assert (rest(app).why, rest(app).minutes) == ("Said first.", 5)
    late.submit("Save")
    assert (rest(app).why, rest(app).minutes) == ("Said second.", 7)


def test_different_parts_in_two_tabs_are_both_kept(app: Flask, tabs: tuple[Browser, Browser], address: str) -> None:
    one, other = tabs
    one.get(f"{address}/parts/steps/rest")
    other.get(f"{address}/parts/steps/rest/groups/first/prompts/calm")
    one.submit("Save", {"why": "Said here."})
    other.submit("Save", {"low": "Not one bit"})
    assert (rest(app).why, rest(app).prompt("calm").low) == ("Said here.", "Not one bit")


def test_a_part_that_was_removed_meanwhile_gives_the_words_back(app: Flask, tabs: tuple[Browser, Browser], address: str) -> None:
    one, other = tabs
    one.get(f"{address}/parts/steps/rest")
    other.get(address)
    other.submit("Remove Rest")
    page = one.submit("Save", {"why": "Said here, and at some length, so that it would hurt to lose it all."}, status=404)
    assert "Said here" in page.text


def test_a_stale_button_does_nothing_and_says_so(app: Flask, tabs: tuple[Browser, Browser], address: str) -> None:
    one, other = tabs
    for tab in tabs:
        tab.get(address)
    one.submit("Remove Rest")
    page = other.submit("Remove Rest")
    assert "nothing was done" in page.text


def test_publishing_something_else_than_what_was_seen_is_refused(app: Flask, tabs: tuple[Browser, Browser], address: str) -> None:
    one, other = tabs
    one.get(address)
    other.get(f"{address}/parts/about")
    other.submit("Save", {"summary": "Other words."})
    one.submit("Publish", status=409)
    with app.app_context():
        assert db.session.scalar(select(func.count(Edition.id)).where(Edition.practice_id.is_not(None))) == 0


def test_the_same_words_are_the_same_edition_and_others_the_next(app: Flask, cast: Cast) -> None:
    with app.app_context():
        maya, noor, olu = cast.person("maya"), cast.person("noor"), cast.person("olu")
        first, again = publish(maya), publish(maya)
        second = publish(maya, small(summary="Other words."))
        assert first.id == again.id
        assert [(first.slug, first.version), (second.slug, second.version)] == [("small", 1), ("small", 2)]
        assert [publish(noor).version, publish(olu, small(summary="Olu's words.")).version] == [1, 2]
        assert second.programme == small(summary="Other words.", version=2)
        assert first.programme == small()
