"""Another process holds the database for longer than one waits: an honest page, the words on it, and then it works again."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask
from sqlalchemy import event, make_url

from practice.db import db
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.faults.ground import WORDS, everything, written

pytestmark = pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)


@pytest.fixture
def impatient(app: Flask, cast: Cast) -> None:
    """Connections that wait a tenth of a second instead of ten."""
    with app.app_context():
        db.engine.dispose()
        event.listen(db.engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=100"))


@pytest.fixture
def locked(app: Flask, impatient: None) -> Callable[[], object]:
    """While this is open, another process writes and does not come to an end."""

    @contextmanager
    def lock() -> Iterator[None]:
        other = sqlite3.connect(make_url(app.config["SQLALCHEMY_DATABASE_URI"]).database or "", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")
        other.close()

    return lock


@pytest.fixture
def maya(app: Flask, impatient: None) -> Browser:
    browser = Browser(app.test_client())
    sign_in(browser.client, "maya")
    return browser


def test_words_are_given_back_and_one_press_sends_them(app: Flask, cast: Cast, locked: Callable, maya: Browser) -> None:
    ids = written(app, cast)
    maya.get(f"/review/{ids['ben']}")
    before = everything(app)
    with locked():
        page = maya.submit("text", {"text": WORDS}, status=503)
    assert WORDS.strip() in page.tree.xpath("string(//textarea)")
    assert page.response.headers["Retry-After"]
    assert everything(app) == before
    assert WORDS.split(".")[0] in maya.submit("Send again").text


def test_every_page_says_so_and_recovers(app: Flask, cast: Cast, locked: Callable, maya: Browser) -> None:
    pages = ("/desk", f"/couples/{cast.ana_and_ben}", "/sign-in", "/no-such-page")
    with locked():
        there = [maya.client.get(page).status_code for page in pages]
    assert there == [503, 503, 503, 404]
    assert [maya.client.get(page).status_code for page in pages[:2]] == [200, 200]


def test_a_save_says_that_it_was_not_kept(app: Flask, cast: Cast, locked: Callable, impatient: None) -> None:
    ids, ana = written(app, cast), Browser(app.test_client())
    sign_in(ana.client, "ana")
    page = ana.get(f"/steps/{ids['ana']}/contributions")
    save = {"revision": 9, "save_key": "p.1", "answering_as": cast.ana, "answers": {"longest": WORDS}, "readers": {}}
    address, token = f"/steps/{ids['ana']}/draft", {"X-CSRFToken": page.value("csrf_token")}
    with locked():
        refused = ana.client.post(address, json=save, headers=token)
    assert (refused.status_code, "error" in refused.get_json()) == (503, True)
    assert ana.client.post(address, json=save, headers=token).status_code == 200
    assert WORDS.strip() in ana.get(f"/steps/{ids['ana']}/contributions").value("q-longest")
