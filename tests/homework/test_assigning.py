"""Maya gives steps, changes what she gave, and takes it back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.homework.models import Assignment, Reveals, State
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.writing import assign, draft, write


@pytest.fixture
def give(client: FlaskClient, cast: Cast) -> Callable[..., Page]:
    """Maya fills in the page for Ana and Ben."""
    sign_in(client, "maya")
    browser = Browser(client)

    def fill(**fields: Any) -> Page:
        browser.get(f"/couples/{cast.ana_and_ben}/assign")
        return browser.submit("Assign", fields)

    return fill


def given(app: Flask) -> list[tuple[str, list[str]]]:
    """Every step given, and to whom."""
    with app.app_context():
        rows = db.session.scalars(select(Assignment).order_by(Assignment.id)).unique()
        return [(row.published.slug, sorted(part.person.name for part in row.parts)) for row in rows]


def test_a_step_together_goes_to_both_and_one_alone_to_one(app: Flask, cast: Cast, give: Callable[..., Page]) -> None:
    due_on = clock.today() + timedelta(days=7)
    page = give(together=["causes"], alone=["fallback"], whom=cast.ana, due_on=due_on, note="Take your time.")
    assert "Given: “What I did” and “Whatever comes”." in page.text
    assert given(app) == [("causes", ["Ana", "Ben"]), ("fallback", ["Ana"])]
    with app.app_context():
        rows = db.session.scalars(select(Assignment)).unique().all()
        assert {(row.due_on, row.note, row.reveals) for row in rows} == {(due_on, "Take your time.", Reveals.COACH)}


def test_one_alone_for_both_is_two_apart(app: Flask, give: Callable[..., Page]) -> None:
    give(alone=["fears"])
    assert given(app) == [("fears", ["Ana"]), ("fears", ["Ben"])]


def test_a_step_may_open_by_itself(app: Flask, give: Callable[..., Page]) -> None:
    give(together=["causes"], opens="itself")
    with app.app_context():
        assert db.session.scalars(select(Assignment)).unique().one().reveals_itself


def test_when_one_step_cannot_be_given_none_is(app: Flask, cast: Cast, give: Callable[..., Page]) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "causes")
    page = give(together=["commit", "causes", "talk"], note="All three.")
    assert "Ana has “What I did” open already." in page.text
    assert page.title.startswith("Error:")
    assert page.value("note") == "All three."
    assert given(app) == [("causes", ["Ana", "Ben"])]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "Please choose at least one step."),
        ({"together": ["nonsense"]}, "valid choice"),
        ({"together": ["causes"], "due_on": "2020-01-01"}, "That day is over."),
        ({"together": ["causes"], "due_on": "tomorrow"}, "Not a valid date"),
        ({"together": ["causes"], "note": "x" * 5001}, "at most 5,000 characters"),
        ({"alone": ["fears"], "whom": "kim"}, "Not a valid choice"),
        ({"together": ["causes"], "opens": "never"}, "Not a valid choice"),
    ],
)
def test_wrong_text_is_told(app: Flask, give: Callable[..., Page], fields: dict[str, Any], sentence: str) -> None:
    assert sentence in give(**fields).text
    assert given(app) == []


def test_nothing_is_given_while_the_work_rests(app: Flask, cast: Cast, give: Callable[..., Page]) -> None:
    with app.app_context():
        cast.couple("ana").pause(by=cast.person("maya"))
        db.session.commit()
    assert "while their work is not paused" in give(together=["causes"]).text
    assert given(app) == []


def test_the_page_says_what_is_under_way_and_ticks_what_was_asked_for(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "causes")
    sign_in(client, "maya")
    page = Browser(client).get(f"/couples/{cast.ana_and_ben}/assign?step=talk")
    assert "2. What I did (under way)" in page.text
    assert page.tree.xpath("//input[@checked]/@value") == ["talk", "both", "coach"]


def test_a_later_day_and_another_note(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        made = assign(cast.couple("ana"), "causes", due_on=clock.today(), note="Soon.")
        made.due_on = clock.today() - timedelta(days=9)
        db.session.commit()
        address = f"/assignments/{made.public_id}/change"
    sign_in(client, "maya")
    browser = Browser(client)
    assert browser.get(address).value("note") == "Soon."
    assert "Saved." in browser.submit("Save", {"note": "In your time. <b>"}).text
    browser.get(address)
    assert "That day is over" in browser.submit("Save", {"due_on": clock.today() - timedelta(days=2)}).text
    browser.get(address)
    browser.submit("Save", {"due_on": ""})
    with app.app_context():
        made = db.session.scalars(select(Assignment)).unique().one()
        assert (made.due_on, made.note) == (None, "In your time. <b>")


def test_taking_back_names_its_effect_and_keeps_what_was_written(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        made = assign(cast.couple("ana"), "causes")
        write(cast.person("ana"), made)
        draft(cast.person("ben"), made, {"longest": "Half a sentence"})
        address = f"/assignments/{made.public_id}/withdraw"
    sign_in(client, "maya")
    browser = Browser(client)
    assert "What was begun stays with its writer" in browser.get(address).text
    page = browser.submit("Withdraw")
    assert "“What I did” is withdrawn." in page.text
    assert "Half a sentence" not in page.text
    with app.app_context():
        made = db.session.scalars(select(Assignment)).unique().one()
        assert {part.person.name: part.state for part in made.parts} == {"Ana": State.SUBMITTED, "Ben": State.WITHDRAWN}
    token = {"csrf_token": browser.get("/account").value("csrf_token")}
    assert "has been withdrawn" in browser.post(address, token, status=409).text


@pytest.mark.parametrize("name", ["noor", "olu", "kim"])
def test_others_find_nothing(app: Flask, client: FlaskClient, cast: Cast, name: str) -> None:
    with app.app_context():
        made = assign(cast.couple("ana"), "causes").public_id
    sign_in(client, name)
    browser = Browser(client)
    for act in ("change", "withdraw"):
        browser.get("/account")
        browser.post(f"/assignments/{made}/{act}", status=404)
        browser.get(f"/assignments/{made}/{act}", status=404)


def test_a_partner_who_has_the_step_may_not_change_it(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        made = assign(cast.couple("ana"), "causes").public_id
    sign_in(client, "ana")
    browser = Browser(client)
    for act in ("change", "withdraw"):
        browser.get("/account")
        browser.post(f"/assignments/{made}/{act}", status=403)
        browser.get(f"/assignments/{made}/{act}", status=403)


def test_looking_gives_and_takes_nothing(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        made = assign(cast.couple("ana"), "causes").public_id
    sign_in(client, "maya")
    for address in (
        f"/assignments/{made}/change",
        f"/assignments/{made}/withdraw",
        f"/couples/{cast.ana_and_ben}/assign?step=talk",
    ):
        Browser(client).get(address)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Assignment)) == 1
        assert not db.session.scalars(select(Assignment)).unique().one().is_withdrawn
