"""Maya answers: to Ana, to Ben, or to each of them; asks again; and goes on to the next."""

from flask import Flask
from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.homework.feedback import Feedback
from practice.homework.models import State
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast
from tests.review.conftest import Given
from tests.writing import assign, write


def test_ben_cannot_read_what_maya_writes_to_ana(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    maya.get(f"/review/{given.ana}")
    page = maya.submit("Send feedback", {"text": "That took courage."})
    assert "Sent to Ana." in page.text
    assert "That took courage." in page.text
    with app.app_context():
        assert _letters(cast, "ana") == ["That took courage."]
        assert _letters(cast, "ben") == []
        assert _letters(cast, "noor") == []


def test_words_to_both_are_a_row_for_each(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/together/{given.id}")
    page = maya.submit("Send feedback", {"to": "both", "text": "You both owned your part."})
    assert "Sent to Ana and Ben, each a copy of their own." in page.text
    maya.submit("Send feedback", {"to": given.ben, "text": "Only for Ben."})
    with app.app_context():
        assert _letters(cast, "ana") == ["You both owned your part."]
        assert _letters(cast, "ben") == ["You both owned your part.", "Only for Ben."]


def test_nobody_is_written_to_before_they_have_sent(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    maya.get(f"/review/together/{given.id}")
    page = maya.submit("Send feedback", {"to": given.ben, "text": "Where are you?"}, status=422)
    assert "Please choose for whom this is." in page.text
    assert page.value("text") == "Where are you?"
    refused = maya.post(f"/review/{given.ben}/feedback", {"text": "Where are you?"}, status=409)
    assert "Ben has not sent anything yet" in refused.text
    assert "Where are you?" in refused.response.get_data(as_text=True)


def test_too_many_words_are_told_and_kept(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    for button in ("Send feedback", "Reviewed", "Ask again"):
        maya.get(f"/review/{given.ana}")
        page = maya.submit(button, {"text": "x" * 20_001}, status=422)
        assert page.title.startswith("Error:")
        assert "20,001 characters long" in page.text
        assert page.value("text") == "x" * 20_001
    with given.app.app_context():
        assert given.part("ana").state is State.SUBMITTED
    assert "Please write something first." in maya.submit("Send feedback", {"text": " "}, status=422).text


def test_an_older_page_does_nothing_to_what_came_after_it(maya: Browser, given: Given) -> None:
    given.send("ana", "FirstWords")
    maya.get(f"/review/{given.ana}")
    old = dict(maya.page.form("text").form_values())
    maya.submit("Ask again")
    given.send("ana", "SecondWords")
    page = maya.post(f"/review/{given.ana}/reviewed", {**old, "text": "Well done."}, status=422)
    assert "Ana has sent something new since you opened this page." in page.text
    assert "SecondWords" in page.text
    assert page.value("text") == "Well done."
    assert maya.submit("Reviewed").path == "/review"


def test_reviewed_leads_to_the_next_and_at_last_to_the_empty_queue(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/{given.ana}")
    page = maya.submit("Reviewed", {"text": "Seen, thank you."})
    assert page.path == f"/review/{given.ben}"
    assert "Reviewed: Ana, “What I did”." in page.text
    assert "All read." in maya.submit("Reviewed").text
    assert "Seen, thank you." in maya.get(f"/review/{given.ana}").text


def test_a_double_click_counts_once(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    maya.get(f"/review/{given.ana}")
    typed = {**dict(maya.page.form("text").form_values()), "text": "Thank you."}
    for act in ("feedback", "feedback", "reviewed", "reviewed", "ask-again", "ask-again"):
        maya.post(f"/review/{given.ana}/{act}", typed)
    with app.app_context():
        assert _letters(cast, "ana") == ["Thank you."]
        acts = db.session.scalars(select(Event.verb).order_by(Event.id)).all()
        wanted = ["feedback.given", "homework.reviewed", "homework.asked_again"]
        assert [act for act in acts if act in wanted] == wanted


def test_an_own_step_is_never_written_about_to_the_other(app: Flask, cast: Cast, maya: Browser) -> None:
    with app.app_context():
        own = assign(cast.couple("ana"), "fears", cast.person("ana"))
        write(cast.person("ana"), own)
        address = own.public_id
    page = maya.get(f"/review/together/{address}", status=303)
    assert "/review/together/" not in page.response.location
    assert "Ben" not in maya.follow().tree.xpath("string(//section[@id='write-back'])")


def _letters(cast: Cast, name: str) -> list[str]:
    return [letter.text for letter in db.session.scalars(policy.rows(cast.person(name), Feedback).order_by(Feedback.id))]
