"""The database goes away at any statement of an act: all of the act is kept, or nothing; and the page says which."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from practice import clock
from practice.db import db
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.faults.ground import everything, written

COUPLE = {
    "first_name": "Imo", "first_email": "imo@example.test", "second_name": "Jon", "second_email": "jon@example.test",
    "kind": "no_secrets", "time_zone": "UTC",
}  # fmt: skip


@dataclass(frozen=True)
class Act:
    """Who does it, on which page, in which form."""

    who: str
    page: str
    form: str
    fields: dict[str, str]


ACTS = {
    "add a couple": Act("maya", "/couples/new", "first_name", COUPLE),
    "submit": Act("ana", "/steps/{ana}/check", "sent_key", {}),
    "save": Act("ana", "/steps/{ana}/contributions", "revision", {"q-longest": "Something new"}),
    "give a step": Act("maya", "/couples/{couple}/assign", "due_on", {"alone": "fears", "whom": "both"}),
    "reveal": Act("maya", "/review/together/{assignment}/reveal", "seen", {}),
    "write back": Act("maya", "/review/{ben}", "text", {"text": "Thank you"}),
    "set aside": Act("maya", "/review/{ben}/set-aside", "seen", {}),
}


@contextmanager
def away_at(app: Flask, number: int) -> Iterator[list[str]]:
    """The number-th statement, commits counted, finds no database; all that is asked is noted."""
    asked: list[str] = []

    def ask(_connection: object, _cursor: object = None, statement: str = "COMMIT", *_: object) -> None:
        asked.append(statement)
        if len(asked) == number:
            raise OperationalError(statement, None, Exception("gone"))

    def commit(connection: object) -> None:
        ask(connection)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", ask)
    event.listen(engine, "commit", commit)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", ask)
        event.remove(engine, "commit", commit)


def press(client: FlaskClient, page: Page, act: Act) -> TestResponse:
    """Send the form as it stands with what is typed, and stay there."""
    form, sent = page.form(act.form), MultiDict[str, str]()
    for field, value in form.form_values():
        if field not in act.fields:
            sent.add(field, value)
    return client.post(form.get("action") or page.path, data=MultiDict([*sent.items(multi=True), *act.fields.items()]))


@pytest.mark.parametrize("name", ACTS)
def test_all_or_nothing(app: Flask, cast: Cast, name: str) -> None:
    act = ACTS[name]
    with clock.at(clock.now()):
        ids = written(app, cast, both_sent=name in ("reveal", "close")) | {"couple": cast.ana_and_ben}
        browser = Browser(app.test_client())
        sign_in(browser.client, act.who)
        page = browser.get(act.page.format(**ids))
        before = everything(app)
        for number in range(1, 200):
            with away_at(app, number) as asked:
                response = press(browser.client, page, act)
            if len(asked) < number:
                break
            assert (response.status_code, everything(app) == before) == (503, True), f"at {number}, {asked[number - 1]}"
        assert response.status_code == 303
        assert everything(app) != before
        assert number > 5
