"""A step that was taken back, a pause, an end: what still may be done, and what only be read."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from practice.agreements.models import LineState
from practice.db import db
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.cast import sign_in


def withdraw(evening: Evening) -> None:
    with evening.app.app_context():
        evening.part("talk", "ana").assignment.withdraw(by=evening.cast.person("maya"))
        db.session.commit()


def rest(evening: Evening, act: str) -> None:
    with evening.app.app_context():
        getattr(evening.cast.couple("ana"), act)(by=evening.cast.person("maya"))
        db.session.commit()


def test_when_the_step_is_taken_back_the_list_lives_on(evening: Evening, ana: Browser, ben: Browser) -> None:
    old, new = evening.agreed(), evening.add(words="Proposed before")
    withdraw(evening)
    page = ana.get("/agreements")
    assert "To look at this week" in page.text
    ana.submit("Kept")
    ben.get("/agreements")
    ben.submit("Say yes")
    page = evening.press("ana", old, "let-go")
    with evening.app.app_context():
        assert (evening.line(old).state, evening.line(new).state) == (LineState.LET_GO, LineState.AGREED)


def test_when_the_step_is_taken_back_nothing_new_is_added_and_nothing_typed_is_lost(evening: Evening, ana: Browser) -> None:
    ana.get(evening.ledger())
    withdraw(evening)
    page = ana.submit("Add", {"w-what": "Too late", "owner": "both"}, status=409)
    assert "Maya has taken this step back, so nothing new is added here." in page.text
    assert ana.get("/agreements").text.count("Too late") == 0
    assert "Add" not in [button.text_content() for button in ana.get(evening.ledger()).tree.xpath("//main//button")]


@pytest.mark.parametrize("act", ["pause", "close"])
def test_in_a_pause_and_after_the_end_nothing_is_asked(evening: Evening, act: str, ana: Browser, maya: Browser) -> None:
    address = evening.agreed()
    rest(evening, act)
    for page in (ana.get("/agreements"), ana.get(address), ana.get(evening.ledger())):
        assert [button.text_content() for button in page.tree.xpath("//main//button")] == []
    assert "Phones sleep in the hall" in ana.get(address).text
    assert "Phones sleep in the hall" in maya.get(address).text


@pytest.mark.parametrize("act", ["pause", "close"])
@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("check", {"kept": "yes", "note": "My words"}),
        ("say-yes", {}),
        ("let-go", {}),
        ("reopen", {}),
        ("change", {"w-what": "My words", "owner": "both"}),
    ],
)
def test_an_open_page_keeps_its_words_in_a_pause(
    evening: Evening, act: str, verb: str, fields: dict[str, Any], ana: Browser
) -> None:
    address = evening.agreed()
    ana.get(f"{address}/change")
    standing = dict(ana.page.form("Save").form_values()) | {"week": "2026-03-02"}
    rest(evening, act)
    page = ana.post(f"{address}/{verb}", standing | fields, status=409)
    assert {"pause": "rests at the moment", "close": "has come to its end"}[act] in page.text
    if verb == "change":
        assert page.value("w-what") == "My words"
    with evening.app.app_context():
        assert (evening.line(address).state, evening.line(address).revision) == (LineState.AGREED, 1)


def test_maya_opens_nothing_while_they_rest(evening: Evening, maya: Browser) -> None:
    trip = evening.agreed(slug="joy", key="jar", words="A week by the sea", larger=True)
    maya.get(trip)
    rest(evening, "pause")
    page = maya.submit("Open", {"reason": "They are ready"}, status=409)
    assert "Their work rests at the moment." in page.text
    with evening.app.app_context():
        assert evening.line(trip).waits


def test_somebody_elses_page_says_nothing_in_anas_name(
    evening: Evening, ana: Browser, clients: Callable[[], FlaskClient]
) -> None:
    address = evening.add(name="ben")
    ana.get(address)
    yes = dict(ana.page.form(f"{address}/say-yes").form_values())
    ana.get(evening.ledger())
    new = dict(ana.page.form("Add").form_values()) | {"w-what": "In her name"}
    shared_phone = Browser(clients())
    sign_in(shared_phone.client, "ben")
    token = shared_phone.get("/home").value("csrf_token")
    page = shared_phone.post(f"{address}/say-yes", yes | {"csrf_token": token}, status=409)
    assert "Somebody else opened this page, so nothing was saved." in page.text
    page = shared_phone.post(evening.ledger(name="ben"), new | {"csrf_token": token}, status=409)
    assert page.value("w-what") == "In her name"
    with evening.app.app_context():
        assert evening.line(address).state is LineState.PROPOSED
