"""Maya sets aside what was sent by mistake, and chooses what may stand on paper."""

from flask import Flask
from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.homework.models import State
from practice.homework.reflections import Answer, Reflection
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast
from tests.review.conftest import Given


def test_what_was_sent_by_mistake_is_set_aside_unread(app: Flask, cast: Cast, maya: Browser, given: Given) -> None:
    given.send("ana", "WrittenByMistake")
    maya.get("/review")
    page = maya.click("Set aside unread: Ana, What I did")
    assert "You have not opened it, and it stays that way." in page.text
    assert "WrittenByMistake" not in page.text
    assert maya.submit("Set aside").path == "/review"
    assert "WrittenByMistake" not in maya.get(f"/review/{given.ana}").text
    with app.app_context():
        assert given.part("ana").state is State.DRAFT
        assert not db.session.scalars(policy.rows(cast.person("maya"), Answer)).all()
        assert not db.session.scalars(select(Event).where(Event.verb == "reflection.read")).all()
    given.send("ana", "WrittenAnew")
    assert "WrittenAnew" in maya.get(f"/review/{given.ana}").text


def test_setting_aside_twice_is_setting_aside_once(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    maya.get(f"/review/{given.ana}/set-aside")
    old = dict(maya.page.form("seen").form_values())
    for _ in range(2):
        maya.post(f"/review/{given.ana}/set-aside", old)
    assert "It has been set aside already." in maya.follow().text
    given.send("ana", "Sent anew.")
    maya.post(f"/review/{given.ana}/set-aside", old)
    assert "Sent anew." in maya.get(f"/review/{given.ana}").text


def test_what_is_revealed_can_no_longer_be_set_aside(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/{given.ana}/set-aside")
    old = dict(maya.page.form("seen").form_values())
    maya.get(f"/review/together/{given.id}/reveal")
    maya.submit("Reveal now")
    assert "Set it aside" not in maya.get(f"/review/{given.ana}").links
    page = maya.post(f"/review/{given.ana}/set-aside", old, status=409)
    assert "it can no longer be set aside unread" in page.text


def test_nothing_sent_is_nothing_to_set_aside(maya: Browser, given: Given) -> None:
    assert "has not sent anything" in maya.get(f"/review/{given.ana}/set-aside", status=409).text


def test_maya_chooses_for_paper_and_sees_whether_ana_agrees(app: Flask, maya: Browser, given: Given) -> None:
    sent = given.send("ana", "Going quiet.")
    assert "Ana has not agreed to see this in print." in maya.get(f"/review/{given.ana}").text
    page = maya.submit("Choose", {"for_paper": "y"})
    assert "Chosen for the progress report." in page.text
    assert page.tree.xpath("//input[@name='for_paper'][@checked]")
    with app.app_context():
        kept = db.session.scalars(select(Reflection).where(Reflection.public_id == sent)).one()
        assert kept.chosen_at
        assert kept.released_at is None
        kept.release(on_paper=True)
        db.session.commit()
    assert "Ana agrees to see this in print." in maya.get(f"/review/{given.ana}").text
    maya.post(f"/review/choose/{sent}")
    assert "Left out of the progress report." in maya.follow().text
