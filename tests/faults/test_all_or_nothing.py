"""The database goes away at any statement of an act: all of the act is kept, or nothing; and the page says which."""

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from lxml.html import HtmlElement
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from practice import clock
from practice.db import db
from practice.jobs import Failed
from practice.people.models import Person
from practice.reminders import models as reminders
from practice.reminders.jobs import send_digests
from practice.safety.jobs import ask_who_is_due
from practice.way.jobs import give_planned_steps
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.faults.evening import lived
from tests.faults.ground import everything, written
from tests.faults.meeting import met

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
LATER = {
    "keep a day": Act("ana", "/journal/{gratitude}/gratitude", "base", {"line-first": "A wren"}),
    "share": Act("ana", "/entries/{entry}/share", "Share with Ben", {}),
    "take back": Act("ana", "/steps/{work of ana}/take-back", "Take it back", {}),
    "say yes": Act("ana", "/lines/{line}", "/lines/{line}/say-yes", {}),
    "end a line": Act("ana", "/lines/{agreed}/end", "evidence", {"evidence": "We sat there"}),
    "make causes": Act("maya", "/assignments/{causes}/causes", "Add", {}),
    "approve, and so sign": Act("ana", "/texts/{commit of ana}/commitment", "Approve", {}),
    "renew": Act("ana", "/texts/{commit of ana}/commitment", "Renew", {}),
    "open a pace": Act("maya", "/assignments/{joy}/pace", "Open", {}),
    "open turns": Act("maya", "/assignments/{pain}/open", "reason", {"reason": "They asked for it"}),
    "say in turns": Act("ana", "/turns/{pain of ana}", "Send", {"text": "That evening I waited for you."}),
    "publish": Act("maya", "/programmes/{manuscript}", "Publish", {}),
    "move a couple": Act("maya", "/couples/{couple}/programme?edition={edition}", "edition", {}),
    "give a planned step": Act("maya", "/couples/{couple}/way", "/planned/{planned}/give", {}),
}
ALONE = {f"alone_{key}": "y" for key in ("small", "afraid", "no_choice", "hurt")}
MEETING = {
    "answer a questionnaire": Act("ana", "/questions/{questions}", "q-1", {f"q-{n}": "3" for n in range(1, 5)} | {"go": "send"}),
    "answer alone": Act("ana", "/a-few-questions/{alone}", "alone_small", ALONE),
    "move an appointment": Act("maya", "/appointments/{appointment}/change", "asked_by", {"at": "11:30"}),
    "save a note": Act("maya", "/appointments/{appointment}/note", "joint", {"joint": "We spoke", "mine": "I wondered"}),
    "rate a goal": Act("ana", "/goals/{goal}/rate", "value", {"value": "7"}),
    "ask for a report": Act("maya", "/couples/{couple}/reports/new/closing", "audience", {}),
    "revoke": Act("maya", "/reports/{report}", "/reports/{report}/revoke", {}),
    "consent": Act("ana", "/consents/{consent}", "typed_name", {"typed_name": "Ana"}),
    "withdraw a consent": Act("ana", "/consents/{consent}", "Take my consent back", {}),
    "issue a copy": Act("maya", "/releases/{release}", "/releases/{release}/issue", {}),
}
SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
JOBS = {"give what is planned": give_planned_steps, "write digests": send_digests, "ask each alone": ask_who_is_due}


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


def press(client: FlaskClient, page: Page, act: Act, form: HtmlElement) -> TestResponse:
    """Send the form as it stands, every box ticked, with what is typed, and stay there."""
    sent = MultiDict([(field, value) for field, value in form.form_values() if field not in act.fields])
    sent.update({box.get("name"): box.get("value", "on") for box in form.xpath(".//input[@type='checkbox' and not(@checked)]")})
    elsewhere = form.xpath(".//button[normalize-space()=$words]/@formaction", words=act.form)
    address = (elsewhere or [form.get("action") or page.path])[0]
    return client.post(address, data=MultiDict([*sent.items(multi=True), *act.fields.items()]))


@pytest.mark.parametrize("name", [*ACTS, *LATER])
def test_all_or_nothing(app: Flask, cast: Cast, name: str) -> None:
    with clock.at(clock.now()):
        ids = written(app, cast, both_sent=name == "reveal") if name in ACTS else lived(app, cast, name)
        _tried(app, {**ACTS, **LATER}[name], ids | {"couple": cast.ana_and_ben})


@pytest.mark.parametrize("name", MEETING)
@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_all_or_nothing_when_they_meet(app: Flask, cast: Cast, name: str) -> None:
    with clock.at(clock.now()):
        _tried(app, MEETING[name], met(app, cast, name) | {"couple": cast.ana_and_ben})


def _tried(app: Flask, act: Act, ids: dict[str, str]) -> None:
    """At every statement in turn, until the whole act finds its database."""
    browser = Browser(app.test_client())
    sign_in(browser.client, act.who)
    page = browser.get(act.page.format(**ids))
    form = page.form(act.form.format(**ids))
    before = everything(app)
    for number in range(1, 200):
        with away_at(app, number) as asked:
            response = press(browser.client, page, act, form)
        if len(asked) < number:
            break
        assert (response.status_code, everything(app) == before) == (503, True), f"at {number}, {asked[number - 1]}"
    assert response.status_code == 303
    assert everything(app) != before
    assert number > 5


@pytest.mark.parametrize("name", JOBS)
def test_a_job_does_all_or_nothing(app: Flask, cast: Cast, name: str) -> None:
    """For one couple or one person a round; the next round begins anew."""
    lived(app, cast, name)
    with clock.at(SIX):
        with app.app_context():
            for person in db.session.scalars(select(Person).where(Person.email != "ana@example.test")):
                reminders.choose(person, is_on=False, minute=0)
            cast.couple("kim").pause(by=cast.person("noor"))
            db.session.commit()
        before = everything(app)
        for number in range(1, 300):
            with away_at(app, number) as asked, contextlib.suppress(Failed):
                JOBS[name].call_local()
            if len(asked) < number:
                break
            assert everything(app) == before, f"at {number}, {asked[number - 1]}"
        assert everything(app) != before
        assert number > 5
