"""Maya adds a couple."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice.couples import models as couples
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.people.models import by_email
from practice.post import Letter
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in

PRIYA_AND_TOM = {
    "first_name": "Priya",
    "first_email": "priya@example.test",
    "second_name": "Tom",
    "second_email": "tom@example.test",
    "kind": "no_secrets",
    "time_zone": "Europe/Lisbon",
}


@pytest.fixture
def add(client: FlaskClient, cast: Cast) -> Callable[..., Page]:
    """Maya fills in the page, with some fields otherwise than usual."""
    sign_in(client, "maya")
    browser = Browser(client)

    def fill(**otherwise: Any) -> Page:
        browser.get("/couples/new")
        return browser.submit("Add and invite both", PRIYA_AND_TOM | otherwise)

    return fill


def couples_there(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Couple)) or 0


def test_adding_a_couple_invites_both_and_shows_their_codes(app: Flask, add: Callable[..., Page]) -> None:
    page = add()
    assert page.h1 == "Priya Tom"
    assert "Invited" in page.text
    assert len(page.tree.xpath("//*[contains(@class, 'code')]")) == 2
    with app.app_context():
        tom = by_email("tom@example.test")
        assert tom
        couple = couples.of(tom)
        assert couple.state is CoupleState.INVITED
        assert couple.proposed
        assert tom.time_zone == "Europe/Lisbon"
        letters = db.session.scalars(select(Letter)).all()
        assert {letter.to_address for letter in letters} == {"priya@example.test", "tom@example.test"}
        for letter in letters:
            assert "Priya" not in letter.text + letter.subject + letter.to_name


def test_each_policy_stands_with_its_sentence(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    page = Browser(client).get("/couples/new")
    for words in ("Whatever either of you tells Maya", "stays with Maya", "Maya decides with care"):
        assert words in page.text


@pytest.mark.parametrize("second", ["priya@example.test", " PRIYA@example.TEST "])
def test_one_address_for_both_is_not_enough(app: Flask, add: Callable[..., Page], second: str) -> None:
    page = add(second_email=second)
    assert "Each partner needs an address of their own" in page.text
    assert page.title.startswith("Error:")
    assert page.value("first_name") == "Priya"
    assert couples_there(app) == 2


@pytest.mark.parametrize("taken", ["ana@example.test", "ANA@Example.test", "noor@example.test"])
def test_an_address_in_use_is_told(app: Flask, add: Callable[..., Page], taken: str) -> None:
    page = add(first_email=taken)
    assert "is already in use" in page.text
    assert page.value("second_name") == "Tom"
    assert couples_there(app) == 2


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("first_name", "   ", "Please type the first partner’s name."),
        ("second_name", "x" * 81, "at most 80 characters"),
        ("first_name", "An\0a", "cannot be kept"),
        ("first_name", "An\x1b[31ma", "cannot be kept"),
        ("first_email", "", "Please type the first partner’s e-mail address."),
        ("second_email", "tom", "looks like name@example.org"),
        ("second_email", "tom@@example.test", "looks like name@example.org"),
        ("second_email", "tom@example.test\r\nBcc: all@example.test", "looks like name@example.org"),
        ("second_email", f"{'t' * 250}@example.test", "longer than an address"),
        ("kind", "all_secrets", "Not a valid choice"),
        ("time_zone", "Mars/Olympus", "Not a valid choice"),
    ],
)
def test_wrong_text_is_told_and_kept(app: Flask, add: Callable[..., Page], field: str, text: str, sentence: str) -> None:
    page = add(**{field: text})
    assert sentence in page.text
    assert page.value("first_name" if field != "first_name" else "second_name")
    assert couples_there(app) == 2


def test_names_are_shown_as_they_were_typed(add: Callable[..., Page], client: FlaskClient) -> None:
    names = ["<script>alert(1)</script>", "سلمى", "Zoë 🦜", 'O\'Neill & "Sons"', "{{ 7 * 7 }}"]
    for number, name in enumerate(names):
        page = add(first_name=name, first_email=f"a{number}@example.test", second_email=f"b{number}@example.test")
        assert page.h1 == f"{name} Tom"
    browser = Browser(client)
    couples, desk = browser.get("/couples"), browser.get("/desk")
    for name in names:
        assert f"{name} Tom" in couples.text
        assert name in desk.text


def test_a_double_click_adds_one_couple(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    browser = Browser(client)
    typed = PRIYA_AND_TOM | {"csrf_token": browser.get("/couples/new").value("csrf_token")}
    browser.post("/couples/new", typed)
    again = browser.post("/couples/new", typed, status=200)
    assert "already in use" in again.text
    assert couples_there(app) == 3


def test_looking_at_the_page_adds_nothing(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    Browser(client).get("/couples/new?first_name=Priya&kind=no_secrets")
    assert couples_there(app) == 2


def test_a_partner_is_refused(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    browser = Browser(client)
    browser.get("/couples/new", status=404)
    browser.post("/couples/new", PRIYA_AND_TOM, status=404)


def test_without_a_token_nothing_is_added(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    Browser(client).post("/couples/new", PRIYA_AND_TOM | {"csrf_token": "forged"}, status=400)
    assert couples_there(app) == 2
