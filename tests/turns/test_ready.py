"""Being ready is said to the coach alone, and may be taken back until it is open."""

import re

import pytest
from sqlalchemy import func, select

from practice.db import db
from practice.turns.models import Readiness
from practice.turns.turns import Turns
from tests.browser import Browser
from tests.cast import Cast
from tests.turns.conftest import Given
from tests.writing import assign

WAITING = "Opens when you are both ready."
NEVER_TWICE = re.compile(rb'name="csrf_token"[^>]*value="[^"]*"|nonce="[^"]*"')


def bare(page: bytes) -> bytes:
    return NEVER_TWICE.sub(b"", page)


def said(given: Given) -> set[str]:
    with given.turns() as turns:
        return {person.name for person in turns.couple.partners if person.id in turns.ready}


def test_ana_says_that_she_is_ready_and_takes_it_back(given: Given, ana: Browser) -> None:
    assert WAITING in given.ready("ana").text
    assert "You have said that you are ready." in ana.submit("I am ready").text
    assert said(given) == {"Ana"}
    assert "You have said that you are ready." not in ana.submit("Take it back").text
    assert said(given) == set()


def test_looking_changes_nothing(given: Given) -> None:
    given.ready("ana")
    assert said(given) == set()


def test_a_double_click_says_it_once(given: Given, ana: Browser) -> None:
    page = given.ready("ana")
    fields = {**dict(page.form("I am ready").form_values()), "ready": "yes"}
    assert [ana.client.post(page.path, data=fields).status_code for _ in range(2)] == [303, 303]
    with given.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Readiness)) == 1


def test_bens_page_is_the_same_whatever_ana_has_said(given: Given, ben: Browser, cast: Cast) -> None:
    for ben_is_ready in (False, True):
        given.ready("ben")
        if ben_is_ready:
            ben.submit("I am ready")
        seen = {bare(given.ready("ben").response.data)}
        for act in (Turns.say_ready, Turns.take_back, Turns.say_ready):
            with given.turns() as turns:
                act(turns, cast.person("ana"))
            seen.add(bare(given.ready("ben").response.data))
        assert len(seen) == 1
        with given.turns() as turns:
            turns.take_back(cast.person("ana"))


def test_what_ben_presses_answers_the_same_whatever_ana_has_said(given: Given, ben: Browser, cast: Cast) -> None:
    answers = set()
    for act in (Turns.take_back, Turns.say_ready):
        with given.turns() as turns:
            act(turns, cast.person("ana"))
        given.ready("ben")
        answers |= {bare(ben.submit("I am ready").response.data)}
        ben.submit("Take it back")
    assert len(answers) == 1


def test_once_it_is_open_there_is_nothing_to_wait_for(given: Given) -> None:
    given.opened()
    assert given.ready("ana", status=303).response.location == f"/turns/{given.parts['ana']}"


def test_taking_it_back_a_moment_too_late_is_a_break(given: Given, ana: Browser) -> None:
    with given.turns() as turns:
        turns.say_ready(Cast.person("ana"))
    given.ready("ana")  # this page still offers to take it back
    given.opened()
    page = ana.submit("Take it back")
    assert "It rests now. Maya knows that you need a break." in page.text
    assert "This step rests for now." in given.show("ben").text


@pytest.mark.parametrize(("field", "status"), [("ready", 422), ("answering_as", 409)])
def test_a_page_that_says_nothing_clear_is_shown_again(given: Given, ana: Browser, field: str, status: int) -> None:
    given.ready("ana")
    ana.submit("I am ready", {field: "somebody"}, status=status)
    assert said(given) == set()


def test_nobody_else_has_this_page(given: Given, ben: Browser, maya: Browser) -> None:
    ben.get(f"/ready/{given.parts['ana']}", 404)
    maya.get(f"/ready/{given.parts['ana']}", 403)


def test_while_their_work_rests_nobody_becomes_ready_but_everybody_may_take_it_back(given: Given, ana: Browser) -> None:
    given.ready("ana")
    ana.submit("I am ready")
    with given.turns() as turns:
        turns.couple.pause(by=turns.couple.coach)
    assert "rests at the moment" in given.ready("ana").text
    ana.submit("Take it back")
    assert said(given) == set()
    ana.post(f"/ready/{given.parts['ana']}", {"ready": "yes", "answering_as": given_id(given)}, status=409)


def test_a_step_that_was_taken_back_asks_nobody(given: Given, ana: Browser) -> None:
    with given.turns() as turns:
        turns.assignment.withdraw(by=turns.couple.coach)
    assert "Maya has taken this step back" in given.ready("ana").text
    ana.post(f"/ready/{given.parts['ana']}", {"ready": "yes", "answering_as": given_id(given)}, status=409)


def test_a_step_without_this_has_no_such_page(given: Given, ana: Browser) -> None:
    with given.app.app_context():
        other = assign(Cast.couple("ana"), "causes").part_of(Cast.person("ana"))
        assert other
    for page in ("ready", "turns"):
        ana.get(f"/{page}/{other.public_id}", 404)


def given_id(given: Given) -> str:
    with given.app.app_context():
        return Cast.person("ana").public_id
