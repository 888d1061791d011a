"""Wrong text, forged choices and strangers at every page of the room; and pages that only look change nothing."""

from typing import Any

import pytest
from sqlalchemy import select

from practice.agreements.models import Line
from practice.db import db
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.cast import sign_in

FINE = {"w-action": "I call my brother", "owner": "first"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"w-action": "   "}, "Please write something here first."),
        ({"w-action": "x" * 20_001}, "at most 20,000 can be kept"),
        ({"w-action": "a\0b"}, "This holds a character that cannot be kept."),
        ({"owner": ""}, "Please choose who does it."),
        ({"owner": "maya"}, "Please choose who does it."),
        ({"due_on": "2020-01-01"}, "That day is over."),
        ({"due_on": "30 February"}, "Please give a day that exists."),
        ({"due_on": "2027-02-30"}, "Please give a day that exists."),
        ({"about": "not-one-of-them"}, "Please choose one from the list."),
    ],
)
def test_what_cannot_be_kept_is_told_beside_it(evening: Evening, ana: Browser, wrong: dict[str, Any], sentence: str) -> None:
    ana.get(evening.ledger("act", "actions"))
    page = ana.submit("Add", FINE | wrong, status=422)
    assert sentence in page.text
    assert page.title.startswith("Error:")
    with evening.app.app_context():
        assert db.session.scalars(select(Line)).first() is None


def test_an_action_never_answers_to_somebody_elses_line(evening: Evening, ana: Browser) -> None:
    private = evening.add("wider-life", "commitments", words="The choir")
    ana.get(evening.ledger("act", "actions"))
    ana.submit("Add", FINE | {"about": private.rpartition("/")[2]}, status=422)


def test_a_strange_number_of_the_form_breaks_nothing(evening: Evening, ana: Browser) -> None:
    for key in ("a\0b" * 40, "", "ß" * 90):
        ana.get(evening.ledger("act", "actions"))
        ana.submit("Add", FINE | {"save_key": key})
    with evening.app.app_context():
        assert len(db.session.scalars(select(Line)).all()) == 3


def test_a_list_the_step_does_not_have_is_not_there(evening: Evening, ana: Browser) -> None:
    ana.get(evening.ledger("talk", "nothing"), status=404)


def test_another_couple_and_their_coach_find_nothing(evening: Evening, client: Any) -> None:
    address = evening.add()
    for name in ("kim", "noor"):
        sign_in(client, name)
        browser = Browser(client)
        for path in (address, f"{address}/change", evening.ledger(), f"/couples/{evening.cast.ana_and_ben}/agreements"):
            browser.get(path, status=404)
        client.post("/sign-out", data={"csrf_token": browser.get("/account").value("csrf_token")})


def test_the_coach_reads_and_writes_nothing_for_them(evening: Evening, maya: Browser) -> None:
    address = evening.add()
    maya.get(address)
    for verb in ("say-yes", "check", "let-go", "reopen", "end", "change"):
        maya.post(f"{address}/{verb}", {"csrf_token": maya.get("/desk").value("csrf_token")}, status=403)
    maya.get("/agreements", status=404)


def test_looking_changes_nothing(evening: Evening, ana: Browser, maya: Browser) -> None:
    address = evening.agreed()
    for path in ("/agreements", address, f"{address}/change", f"{address}/end", evening.ledger(), evening.ledger("joy", "jar")):
        ana.get(path)
    maya.get(address)
    maya.get(f"/couples/{evening.cast.ana_and_ben}/agreements")
    with evening.app.app_context():
        assert (evening.line(address).revision, len(db.session.scalars(select(Line)).all())) == (1, 1)
