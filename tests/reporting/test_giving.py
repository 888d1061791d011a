"""Maya gives a finished report: there after a short while, undone until then, taken back later, and nobody else's."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.reporting import documents, giving
from practice.reporting.documents import Document
from practice.reporting.models import Audience
from tests import extract
from tests.browser import Browser
from tests.cast import sign_in
from tests.reporting.conftest import ANA_FREE, BEN_FREE, BEN_OWN, Desk

Door = Callable[[str], Browser]
LATER = timedelta(seconds=33)


@pytest.fixture
def door(desk: Desk, client: FlaskClient) -> Door:
    """A browser of somebody who has just signed in."""

    def open_for(name: str) -> Browser:
        client = desk.app.test_client()
        sign_in(client, name)
        return Browser(client)

    return open_for


def give(desk: Desk, public_id: str) -> None:
    with desk.app.app_context():
        report = desk.report(public_id)
        giving.give(report, by=report.couple.coach)
        db.session.commit()


def ids(desk: Desk) -> list[str]:
    with desk.app.app_context():
        return list(db.session.scalars(select(Document.public_id).order_by(Document.id)))


def test_what_ben_is_given_is_there_after_a_while_and_is_what_maya_saw(desk: Desk, door: Door) -> None:
    public_id, maya, ben, ana = desk.made(Audience.SECOND), door("maya"), door("ben"), door("ana")
    maya.get(f"/reports/{public_id}")
    page = maya.click("Give it to Ben")
    assert "to you alone" in page.text
    seen = maya.client.get(page.tree.xpath("string(//section//a/@href)")).data
    assert desk.events("report.previewed") == 1
    assert "No documents yet" in ben.get("/documents").text
    page = maya.submit("Give it to Ben")
    assert "Ben finds it in 3" in page.text
    assert "No documents yet" in ben.get("/documents").text
    with clock.at(clock.now() + LATER):
        assert "There is something new in your documents" in ben.get("/home").links
        page = ben.click("There is something new in your documents")
        assert (page.title, page.h1) == ("Documents", "Documents")
        assert "to you alone, by Maya" in page.text
        taken = ben.client.get(page.links["Progress report"])
        assert taken.data == seen
        assert BEN_OWN in extract.everything(taken.data)
        assert taken.headers["Content-Disposition"].startswith("attachment; filename=document-2")
        assert "Your documents" in ben.get("/home").links
        assert "Downloaded by Ben" in maya.get(f"/reports/{public_id}").text
        assert "No documents yet" in ana.get("/documents").text
        ana.get(page.links["Progress report"], 404)
        ben.get(f"/reports/{public_id}/file", 404)


def test_a_report_for_both_is_given_to_both(desk: Desk, door: Door) -> None:
    give(desk, desk.made())
    with clock.at(clock.now() + LATER):
        page = door("ana").get("/documents")
        assert "to you and Ben" in page.text
        assert "to you and Ana" in door("ben").get("/documents").text


def test_undone_in_time_nobody_has_seen_it(desk: Desk, door: Door) -> None:
    public_id, maya = desk.made(Audience.FIRST), door("maya")
    give(desk, public_id)
    page = maya.get(f"/reports/{public_id}")
    page = maya.submit("Undo")
    assert "Undone. Nobody has seen it." in page.text
    assert "Give it to Ana" in page.links
    with clock.at(clock.now() + LATER):
        assert "No documents yet" in door("ana").get("/documents").text


def test_too_late_to_undo_it_can_be_taken_back_and_given_again(desk: Desk, door: Door) -> None:
    public_id, maya = desk.made(Audience.FIRST), door("maya")
    give(desk, public_id)
    [document] = ids(desk)
    with clock.at(clock.now() + LATER):
        maya.get(f"/reports/{public_id}")
        assert "It is too late to undo this" in maya.post(f"/reports/{public_id}/undo", status=409).text
        ana = door("ana")
        assert ana.client.get(f"/documents/{document}/file").status_code == 200
        maya.get(f"/reports/{public_id}")
        assert "Taken back" in maya.submit("Take it back").text
        ana.get(f"/documents/{document}/file", 404)
        assert "No documents yet" in ana.get("/documents").text
        give(desk, public_id)
    with clock.at(clock.now() + 3 * LATER):
        assert "Progress report" in door("ana").get("/documents").links
        assert ids(desk) != [document]
        door("ana").get(f"/documents/{document}/file", 404)


def test_undoing_and_becoming_visible_leave_a_moment_between(desk: Desk) -> None:
    give(desk, desk.made(Audience.FIRST))
    with desk.app.app_context():
        [document] = db.session.scalars(select(Document))
        with clock.at(document.undo_until), pytest.raises(Refused, match="too late"):
            documents.undo(document.report, by=document.report.couple.coach)
        assert document.undo_until < document.visible_from
        assert db.session.scalars(select(Document).where(documents.stands(document.undo_until))).all() == []


def test_giving_twice_gives_once(desk: Desk) -> None:
    public_id = desk.made()
    for _ in range(2):
        give(desk, public_id)
    assert len(ids(desk)) == 2
    assert desk.events("document.given") == 1


def test_a_word_taken_back_since_keeps_it_from_being_given(desk: Desk, door: Door) -> None:
    public_id, maya = desk.made(), door("maya")
    desk.release("ben", on_paper=False)
    page = maya.get(f"/reports/{public_id}/give")
    assert "please make it anew" in page.text
    assert "Give it to Ana and Ben" not in page.tree.xpath("//button/text()")
    maya.post(f"/reports/{public_id}/give", status=409)
    assert ids(desk) == []
    maya.get(f"/reports/{public_id}/give")
    page = maya.submit("Make it anew")
    desk.make(page.path.rsplit("/", 1)[-1])
    words = extract.everything(desk.paper(page.path.rsplit("/", 1)[-1]))
    assert (ANA_FREE in words, BEN_FREE in words) == (True, False)
    assert "Give it to Ana and Ben" in maya.get(page.path).links


def test_mayas_own_copy_is_never_given(desk: Desk, door: Door) -> None:
    public_id, maya = desk.made(Audience.COACH), door("maya")
    page = maya.get(f"/reports/{public_id}")
    assert not any("Give it" in words for words in page.links)
    maya.post(f"/reports/{public_id}/give", status=409)
    maya.get("/account")
    maya.get(f"/reports/{public_id}/preview/1", 404)


def test_what_is_not_ready_is_not_given(desk: Desk, door: Door) -> None:
    public_id, maya = desk.asked(), door("maya")
    maya.get(f"/reports/{public_id}/give", 303)
    maya.follow()
    assert "not ready" in maya.post(f"/reports/{public_id}/give", status=409).text
