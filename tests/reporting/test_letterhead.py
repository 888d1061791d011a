"""Olu looks after the practice's own paper: words, colour, logo; nobody else does."""

import dataclasses
import io

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from practice.db import db
from practice.people.letterheads import Logo, letterhead_of
from practice.reporting import paper, pdf
from practice.reporting.colours import PAPER, can_be_read, contrast, readable
from practice.reporting.facts import facts_digest
from practice.reporting.logos import checked
from practice.reporting.orders import Dress
from tests import extract
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.reporting import pictures, sample
from tests.tagged.faults import faults

WORDS = {"name": "Harbour House", "address": " 1 Quay\n\n\u0000Leith ", "footer": "Ring 0131 496 0000", "accent": "75487a"}


@pytest.fixture
def olu(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "olu")
    browser = Browser(client)
    browser.get("/letterhead")
    return browser


def put_on(browser: Browser, brought: bytes, name: str = "logo.png", status: int = 200) -> Page:
    return browser.submit("Use this logo", {"logo": (io.BytesIO(brought), name)}, status)


def logos(app: Flask) -> int:
    with app.app_context():
        return db.session.query(Logo).count()


def test_olu_says_how_the_paper_looks(olu: Browser, app: Flask, cast: Cast) -> None:
    page = olu.submit("Save", WORDS)
    assert "Your paper is kept" in page.text
    with app.app_context():
        kept = letterhead_of(cast.person("olu").practice)
        assert (kept.name, kept.lines, kept.footer, kept.accent) == (
            "Harbour House", ("1 Quay", "Leith"), "Ring 0131 496 0000", "#75487A",
        )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": " "}, "Please type a name"),
        ({"name": "x" * 121}, "at most 120 characters"),
        ({"address": "a\nb\nc\nd\ne"}, "at most 4 lines"),
        ({"address": "x" * 61}, "at most 60 characters in a line"),
        ({"footer": "x" * 161}, "at most 160 characters"),
        ({"accent": "red"}, "six digits"),
        ({"accent": "#12345G"}, "six digits"),
        ({"accent": "#FFD700"}, "would be hard to read on paper"),
    ],
)
def test_what_is_wrong_is_told_and_stays(olu: Browser, typed: dict[str, str], told: str) -> None:
    page = olu.submit("Save", {**WORDS, **typed}, 422)
    assert told in page.text
    assert page.title.startswith("Error:")
    assert all(page.value(name) == text.strip() for name, text in typed.items())


def test_the_nearest_colour_is_offered_and_taken(olu: Browser, app: Flask, cast: Cast) -> None:
    olu.submit("Save", {**WORDS, "accent": "#FFD700"}, 422)
    assert "Your paper is kept" in olu.submit("Save", {"nearest": "y"}).text
    with app.app_context():
        assert letterhead_of(cast.person("olu").practice).accent == readable("#FFD700")


@given(st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}"))
def test_any_wish_has_a_colour_near_it_that_can_be_read(wish: str) -> None:
    offered = readable(wish)
    assert can_be_read(offered)
    assert offered == wish or contrast(offered, PAPER) < 4.7, "no darker than needed"


def test_a_logo_is_looked_at_put_on_and_taken_off(olu: Browser, app: Flask) -> None:
    page = put_on(olu, pictures.png())
    assert page.tree.xpath("//img[@alt='The logo that is printed now']")
    shown = olu.get("/letterhead/logo").response
    assert (shown.mimetype, shown.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert shown.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    olu.get("/letterhead")
    olu.submit("Print no logo")
    olu.get("/letterhead/logo", 404)
    assert logos(app) == 1, "papers that carry it keep it"


@pytest.mark.parametrize("case", ["a page named logo.png", "a bomb", "a script", "1 × 1"])
def test_nothing_is_kept_of_what_is_no_logo(olu: Browser, app: Flask, case: str) -> None:
    brought, told = pictures.BAD[case]
    page = put_on(olu, brought, status=422)
    assert told in page.text
    assert page.title.startswith("Error:")
    assert logos(app) == 0


def test_choosing_nothing_is_told(olu: Browser) -> None:
    assert "Please choose a file first" in olu.submit("Use this logo", {}, 422).text


def test_of_two_windows_the_second_is_told_and_loses_nothing(olu: Browser) -> None:
    first = olu.page
    olu.submit("Save", WORDS)
    olu.page = first
    page = olu.submit("Save", {**WORDS, "name": "Another"}, 409)
    assert "changed in the meantime" in page.text
    assert page.value("name") == "Another"
    assert "Your paper is kept" in olu.submit("Save").text
    olu.page = first
    assert "changed in the meantime" in put_on(olu, pictures.png(), status=409).text


def test_the_owner_of_another_practice_has_a_paper_of_her_own(olu: Browser, app: Flask) -> None:
    olu.submit("Save", WORDS)
    put_on(olu, pictures.png())
    sign_in(client := app.test_client(), "maya")
    maya = Browser(client)
    assert "Harbour House" not in maya.get("/letterhead").text
    maya.get("/letterhead/logo", 404)


@pytest.mark.parametrize("name", ["noor", "kim"])
def test_nobody_else_finds_it(client: FlaskClient, cast: Cast, name: str) -> None:
    sign_in(client, name)
    browser = Browser(client)
    browser.get("/account")
    for path in ("/letterhead", "/letterhead/logo"):
        browser.get(path, 404)
    browser.get("/account")
    for path in ("/letterhead", "/letterhead/logo", "/letterhead/logo/take-off"):
        browser.post(path, WORDS, 404)


def test_each_page_wears_it_and_its_fingerprint_tells() -> None:
    kept = checked(pictures.SVG.encode())
    plain = sample.facts()
    words = {"address": ("1 Quay", "Leith"), "footer": "Ring 0131 496 0000", "accent": "#75487A", "logo": kept.digest}
    facts = dataclasses.replace(plain, sheet=dataclasses.replace(plain.sheet, **words))
    assert facts_digest(facts) != facts_digest(plain)
    html, sheets = paper.html("progress", facts), paper.stylesheets("progress", facts)
    dress = Dress("#75487A", kept.data, kept.kind)
    made = pdf.render(html, stylesheets=sheets, identifier=facts_digest(facts), dress=dress)
    assert faults(made) == []
    pages = [extract.flat(page) for page in extract.pages(made)]
    assert all("Ring01314960000" in page for page in pages)
    assert "1Quay" in pages[0]
    assert "1Quay,Leith" in pages[-1]
    with pytest.raises(pdf.ForeignFileError):
        pdf.render(html, stylesheets=sheets, identifier="0" * 64)
