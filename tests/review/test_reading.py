"""Maya reads what Ana sent, as far as Ana lets her; that she did is noted once."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from practice.db import db
from practice.homework import reading
from practice.homework.models import Homework, State
from practice.homework.reflections import Reflection
from practice.programme.library import Readers
from practice.trail.models import Event
from tests.browser import Browser
from tests.review.conftest import AVOIDED, FIRST, Given

STRANGE = "<script>alert(1)</script> & {{ 7 * 7 }} \u202eمرحبا\u202c 🫶🏽"


def test_maya_reads_the_words_and_who_else_may(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet for days.")
    page = maya.get(f"/review/{given.ana}")
    assert "Going quiet for days." in page.text
    assert "Ana and you can read this, and Ben once it is revealed." in page.text
    assert "Written under “Limited secrets”, version 1 of the policy." in page.text


def test_what_ana_keeps_private_is_only_said_to_be_answered(maya: Browser, given: Given) -> None:
    given.send("ana", "SecretOfAna", Readers.ONLY_ME)
    page = maya.get(f"/review/{given.ana}")
    assert "Answered, kept private by Ana." in page.text
    assert "SecretOfAna" not in page.response.get_data(as_text=True)
    assert "SecretOfAna" not in maya.get(f"/review/together/{given.id}").response.get_data(as_text=True)


def test_what_concerns_safety_is_read_by_maya_alone_and_never_beside_ben(maya: Browser, given: Given) -> None:
    given.send("ana", "AfraidOnSunday", Readers.SAFETY)
    given.send("ben", "Slamming the door.")
    page = maya.get(f"/review/{given.ana}")
    assert "AfraidOnSunday" in page.text
    assert "Only you can read this. Ana no longer sees it, and Ben never will." in page.text
    beside = maya.get(f"/review/together/{given.id}")
    assert "AfraidOnSunday" not in beside.text
    assert "Read it on Ana’s own page." in beside.text


@pytest.mark.parametrize("words", [STRANGE, "word " * 3999 + "end"], ids=["markup and scripts", "twenty thousand"])
def test_words_are_shown_as_words(maya: Browser, given: Given, words: str) -> None:
    given.send("ana", words)
    page = maya.get(f"/review/{given.ana}")
    shown = [each.text_content() for each in page.tree.xpath("//div[@class='words'][@dir='auto']")]
    assert words in shown
    assert not page.tree.xpath("//main//script")


def test_earlier_attempts_are_kept_and_can_be_opened(maya: Browser, given: Given) -> None:
    given.send("ana", "FirstWords")
    maya.get(f"/review/{given.ana}")
    maya.submit("Ask again", {"text": "Can you say more?"})
    given.send("ana", "SecondWords")
    page = maya.get(f"/review/{given.ana}")
    assert ["SecondWords" in page.text, "FirstWords" in page.text] == [True, False]
    earlier = maya.get(f"/review/{given.ana}?attempt=1")
    assert ["SecondWords" in earlier.text, "FirstWords" in earlier.text] == [False, True]
    assert "Can you say more?" in page.text


def test_before_anything_is_sent_there_is_nothing_to_read(maya: Browser, given: Given) -> None:
    page = maya.get(f"/review/{given.ana}")
    assert "Ana has not sent this yet." in page.text
    assert not page.tree.xpath("//textarea")


def test_opening_changes_nothing_but_notes_the_reading_once(app: Flask, maya: Browser, given: Given) -> None:
    sent = given.send("ana", "Going quiet.", **{AVOIDED: "A sentence.", FIRST: "The phone."})
    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(Event))
        assert reading.read_by(_reflection(sent)) == []
    for path in (f"/review/{given.ana}", f"/review/{given.ana}", f"/review/together/{given.id}", "/review"):
        maya.get(path)
    with app.app_context():
        assert [name for name, _ in reading.read_by(_reflection(sent))] == ["Maya"]
        assert db.session.scalar(select(func.count()).select_from(Event)) == (before or 0) + 1
        assert db.session.scalars(select(Homework.state).order_by(Homework.id)).first() is State.SUBMITTED


def _reflection(public_id: str) -> Reflection:
    return db.session.scalars(select(Reflection).where(Reflection.public_id == public_id)).one()
