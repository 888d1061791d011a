"""Maya opens what both wrote when they meet: one act, one large page, and only what both may read."""

from collections.abc import Callable

from flask import Flask

from practice.db import db
from practice.homework.models import Reveals
from tests.browser import Browser
from tests.review.conftest import AVOIDED, FIRST, Given

OPEN = "Open it in a session"


def test_the_session_opens_and_shows_as_one_act(app: Flask, maya: Browser, given: Given) -> None:
    given.send("ana", "SharedByAna", **{AVOIDED: "ForMayaAlone", FIRST: "AlsoShared"})
    given.send("ben", "SharedByBen")
    maya.get(f"/review/together/{given.id}/session", status=303)
    page = maya.follow()
    assert page.h1 == "Reveal “What I did”?", "nothing is shown before it is opened"
    page = maya.submit(OPEN)
    assert page.path == f"/review/together/{given.id}/session"
    assert {"SharedByAna", "AlsoShared", "SharedByBen"} <= set(page.text.split())
    assert "ForMayaAlone" not in page.text
    with app.app_context():
        assert given.part("ana").assignment.is_revealed


def test_who_goes_first_alternates(maya: Browser, given: Given) -> None:
    for name in ("ana", "ben"):
        given.send(name, "Going quiet.", **{FIRST: "The phone."})
    maya.get(f"/review/together/{given.id}/reveal")
    rows = maya.submit(OPEN).tree.xpath("//div[@class='side-by-side']")
    firsts = [row.xpath("string((.//p[starts-with(@class, 'about')])[1])").strip() for row in rows]
    assert {"Ana", "Ben"} == set(firsts)
    assert firsts[0] == "Ana"


def test_a_step_that_opens_in_a_session_says_so_to_those_who_write(
    app: Flask, maya: Browser, enter: Callable[[str], Browser], given: Given
) -> None:
    with app.app_context():
        given.part("ana").assignment.reveals = Reveals.SESSION
        db.session.commit()
    page = enter("ana").get(f"/steps/{given.ana}/contributions")
    assert "Ben reads it when you have both sent and Maya opens it when you meet." in page.text
    for name in ("ana", "ben"):
        given.send(name, "Going quiet.")
    page = maya.get(f"/review/together/{given.id}/reveal")
    assert page.tree.xpath("//button[contains(@class, 'careful')]/text()") == [OPEN]


def test_the_page_is_mayas_alone(enter: Callable[[str], Browser], given: Given) -> None:
    page = f"/review/together/{given.id}/session"
    enter("ana").get(page, status=403)
    enter("noor").get(page, status=404)


def test_maya_lets_ana_go_on_without_ben(maya: Browser, given: Given) -> None:
    given.send("ana", "SharedByAna")
    page = maya.get(f"/review/together/{given.id}")
    assert "You need not wait" in page.text
    maya.get(f"/review/{given.ana}")
    maya.submit("Reviewed")
    assert "Reveal" not in maya.get(f"/review/together/{given.id}").links
    refused = maya.post(f"/review/together/{given.id}/reveal", {"seen": ""}, status=422)
    assert refused.h1.startswith("Reveal")
    with given.app.app_context():
        assert not given.part("ana").assignment.is_revealed


def test_nothing_opens_while_the_work_rests(app: Flask, maya: Browser, given: Given) -> None:
    for name in ("ana", "ben"):
        given.send(name, "Going quiet.")
    maya.get(f"/review/together/{given.id}/reveal")
    with app.app_context():
        given.part("ana").assignment.couple.pause(by=given.part("ana").assignment.couple.coach)
        db.session.commit()
    assert "While their work rests" in maya.submit("Reveal now", status=409).text
