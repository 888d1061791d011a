"""A pause by the coach and a break for a partner: both at once, both in the same words, and nothing typed is lost."""

import re
from datetime import timedelta

import pytest

from practice import clock
from practice.couples.models import Couple
from practice.turns.course import Kind
from tests.browser import Browser
from tests.cast import Cast
from tests.turns.conftest import Given

HURT = "I sat there with my coat on."
NEVER_TWICE = re.compile(rb'name="(csrf_token|save_key)"[^>]*value="[^"]*"|nonce="[^"]*"')


@pytest.fixture
def begun(given: Given) -> Given:
    given.opened()
    return given


def test_maya_pauses_while_ana_writes_and_the_words_stay(begun: Given, ana: Browser, maya: Browser) -> None:
    begun.show("ana")
    begun.session()
    assert "This step rests for now" in maya.submit("Pause").h1
    page = ana.submit("Send", {"text": HURT}, status=409)
    assert page.value("text") == HURT
    assert "This step rests for now." in page.text
    maya.submit("Resume")
    assert HURT in ana.submit("Send").text
    assert begun.moves() == [("Ana", "said", HURT)]


def test_ana_needs_a_break_and_only_maya_learns_that_it_was_her(begun: Given, ana: Browser, maya: Browser, cast: Cast) -> None:
    with begun.turns() as turns:
        turns.pause(by=turns.couple.coach)
    as_paused = NEVER_TWICE.sub(b"", begun.show("ben").response.data)
    with begun.turns() as turns:
        turns.resume(seen=turns.pauses[-1].public_id, by=turns.couple.coach)
    begun.show("ana")
    assert "Maya knows that you need a break." in ana.submit("I need a break").text
    assert NEVER_TWICE.sub(b"", begun.show("ben").response.data) == as_paused
    assert "Asked for a break" in maya.get(f"/assignments/{begun.id}/open").text
    assert "Ana" not in begun.session().h1
    assert "break" not in begun.session().text
    with begun.turns() as turns:
        assert [person.name for person in turns.unready] == ["Ana"]


def test_a_break_that_maya_has_not_seen_outlasts_her_resume(begun: Given, maya: Browser) -> None:
    begun.session()
    maya.submit("Pause")
    with begun.turns() as turns:
        turns.need_a_break(Cast.person("ana"))
    assert "It still rests." in maya.submit("Resume").text
    maya.submit("Resume")
    assert "Ana speaks" in begun.session().h1


def test_asking_twice_is_asking_once(begun: Given) -> None:
    for _ in range(2):
        with begun.turns() as turns:
            turns.need_a_break(Cast.person("ana"))
    with begun.turns() as turns:
        assert len(turns.pauses) == 1


def test_once_both_felt_heard_there_is_nothing_to_rest(begun: Given, ana: Browser, cast: Cast) -> None:
    for speaker, listener in (("ana", "ben"), ("ben", "ana")):
        begun.move(speaker, Kind.SAID, HURT)
        begun.move(listener, Kind.HEARD_BACK, "You waited.")
        begun.move(speaker, Kind.FELT_HEARD)
    begun.show("ana")
    ana.post(f"/turns/{begun.parts['ana']}/need-a-break", {"answering_as": cast.ana}, status=409)


def test_closed_again_nothing_is_lost_and_each_says_anew_whether_they_are_ready(begun: Given, ana: Browser) -> None:
    begun.move("ana", Kind.SAID, HURT)
    with begun.turns() as turns:
        turns.close(by=turns.couple.coach)
    page = begun.show("ana")
    assert HURT in page.text
    assert "closed for now" in page.text
    assert "Opens when you are both ready." in ana.click("Are you ready?").text
    begun.opened(first="ben")
    assert "What did you hear?" in begun.show("ben").text, "it goes on where it stood"


@pytest.mark.parametrize(
    ("act", "sentence"),
    [(Couple.pause, "rests at the moment"), (Couple.close, "has come to its end")],
    ids=["paused", "closed"],
)
def test_a_couple_that_rests_reads_and_does_not_write(begun: Given, ben: Browser, act: object, sentence: str) -> None:
    begun.move("ana", Kind.SAID, HURT)
    begun.show("ben")
    with begun.turns() as turns:
        act(turns.couple, by=turns.couple.coach)
    page = ben.submit("Send", {"text": "You waited."}, status=409)
    assert (page.value("text"), sentence in page.text) == ("You waited.", True)
    assert HURT in begun.show("ben").text
    assert "Their work rests" in begun.session().h1
    assert len(begun.moves()) == 1


def test_a_withdrawn_step_is_read_and_not_written(begun: Given, ben: Browser, maya: Browser) -> None:
    begun.move("ana", Kind.SAID, HURT)
    begun.show("ben")
    with begun.turns() as turns:
        turns.assignment.withdraw(by=turns.couple.coach)
    page = ben.submit("Send", {"text": "You waited."}, status=409)
    assert page.value("text") == "You waited."
    assert HURT in begun.show("ben").text
    assert "withdrawn" in begun.session().h1
    for verb in ("open", "close", "turns/pause"):
        maya.post(f"/assignments/{begun.id}/{verb}", {"reason": "x"}, status=409)


def test_whoever_is_away_for_days_finds_it_where_it_was(begun: Given, ben: Browser) -> None:
    begun.move("ana", Kind.SAID, HURT)
    before = begun.show("ana").text
    with clock.at(clock.now() + timedelta(minutes=20)):
        assert begun.show("ana").text == before
    with begun.turns() as turns, clock.at(clock.now() + timedelta(days=9)):
        assert turns.whose_turn is Cast.person("ben")
        assert turns.halted == ""
    begun.move("ben", Kind.HEARD_BACK, "You waited.")


def test_a_partner_who_is_shut_out_is_not_ready_and_the_other_sees_no_difference(given: Given, maya: Browser, cast: Cast) -> None:
    with given.turns() as turns:
        for person in turns.couple.partners:
            turns.say_ready(person)
    before = NEVER_TWICE.sub(b"", given.ready("ana").response.data)
    with given.turns():
        Cast.person("ben").disabled_at = clock.now()
    assert NEVER_TWICE.sub(b"", given.ready("ana").response.data) == before
    maya.get(f"/assignments/{given.id}/open")
    page = maya.submit("Open", status=409)
    assert "please write why" in page.text
    assert "cannot sign in at the moment" in page.text
