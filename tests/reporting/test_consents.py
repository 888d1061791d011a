"""A copy for somebody outside leaves with both consents: each answers alone, and neither learns what the other said."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from practice import clock
from practice.db import db, public_id
from practice.errors import Refused
from practice.reporting import consents
from practice.reporting.consents import prepare
from practice.reporting.models import Audience
from practice.reporting.releases import Answer, Holding, Release, Terms
from tests.browser import Browser
from tests.cast import sign_in
from tests.reporting.conftest import Desk

Door = Callable[[str], Browser]
TO, FOR = "Sparrow & Finch, mediators", "To prepare what comes next"


@pytest.fixture
def door(desk: Desk, client: FlaskClient) -> Door:
    def open_for(name: str) -> Browser:
        client = desk.app.test_client()
        sign_in(client, name)
        return Browser(client)

    return open_for


def prepared(desk: Desk, audience: Audience = Audience.COUPLE) -> str:
    with desk.app.app_context():
        couple, today = desk.cast.couple("ana"), clock.today()
        days = (today - timedelta(days=90), today, today + timedelta(days=30))
        release = prepare(
            couple, Terms(audience, TO, FOR, (Holding.ATTENDANCE, Holding.GOALS), *days), by=couple.coach, key=public_id()
        )
        db.session.commit()
        return release.public_id


def say(desk: Desk, release_id: str, **words: str) -> None:
    """say(desk, release, ana="give", ben="decline")"""
    with desk.app.app_context():
        for consent in of(release_id).consents:
            if word := words.get(consent.person.name.lower()):
                consent.give(consent.person.name) if word == "give" else getattr(consent, word)()
        db.session.commit()


def of(release_id: str) -> Release:
    found = consents.named(release_id)
    assert found
    return found


def test_maya_prepares_and_each_reads_and_answers_alone(desk: Desk, door: Door) -> None:
    maya, ana, ben = door("maya"), door("ana"), door("ben")
    maya.get(f"/couples/{desk.cast.ana_and_ben}/releases/new")
    page = maya.submit("Ask for consent", {"audience": "couple", "recipient": TO, "purpose": FOR, "holds": ["attendance"]})
    assert page.text.count("Not answered yet") == 2
    ana.get("/home")
    page = ana.click("Maya asks you something. Please read it when you have a quiet moment")
    assert (page.title, TO in page.text, FOR in page.text, "Appointments" in page.text) == ("Please read", True, True, True)
    assert "what each of you answers only Maya sees" in page.text
    assert "Error:" in ana.submit("I consent", {"typed_name": "Ben"}, status=422).title
    assert "You have consented" in ana.submit("I consent", {"typed_name": " ana "}).text
    assert "asks you something" not in ana.get("/home").text
    before = ben.get("/home").text
    page = ben.click("Maya asks you something. Please read it when you have a quiet moment")
    unknowing = page.text
    ana.get("/documents")
    ana.click("About a copy, " + next(w for w in ana.page.links if w.startswith("About a copy")).removeprefix("About a copy, "))
    ana.submit("Take my consent back")
    assert ben.get("/home").text == before
    assert ben.get(page.path).text == unknowing, "Ben's pages tell nothing of what Ana answered"
    assert "You have said no" in ben.submit("No, this may not leave").text
    page = maya.get(maya.page.path)
    assert ("Withdrawn" in page.text, "Declines" in page.text) == (True, True)
    assert "Make the copy" not in page.tree.xpath("//button/text()")


def test_only_ana_is_asked_for_what_ana_asked_for_alone(desk: Desk, door: Door) -> None:
    prepared(desk, Audience.FIRST)
    page = door("ana").get("/home")
    assert "Maya asks you something. Please read it when you have a quiet moment" in page.links
    assert "asks you something" not in door("ben").get("/home").text
    assert "What you were asked" not in door("ben").get("/documents").text


def test_what_the_copy_is_told(desk: Desk) -> None:
    release_id = prepared(desk)
    say(desk, release_id, ana="give")
    with desk.app.app_context():
        standing = consents.of(release_id)
        assert (standing.terms.recipient, standing.terms.purpose) == (TO, FOR)
        assert standing.terms.holds == (Holding.ATTENDANCE, Holding.GOALS)
        assert ([each.person.name for each in standing.consented], standing.is_complete, standing.redacted) == (
            ["Ana"],
            False,
            False,
        )
    say(desk, release_id, ben="give")
    with desk.app.app_context():
        assert consents.of(release_id).is_complete


@pytest.mark.parametrize("gone", ["withdraw", "decline", "call_off", "over"])
def test_it_is_issued_only_while_everything_stands(desk: Desk, gone: str) -> None:
    release_id = prepared(desk)
    say(desk, release_id, ana="give", ben="give")
    with desk.app.app_context():
        of(release_id).must_stand()
    if gone in ("withdraw", "decline"):
        say(desk, release_id, ben=gone)
    with desk.app.app_context(), clock.at(clock.now() + timedelta(days=31 if gone == "over" else 0)):
        release = of(release_id)
        if gone == "call_off":
            release.call_off(by=release.couple.coach)
        with pytest.raises(Refused):
            release.issue()
        assert release.issued_at is None


def test_after_it_is_issued_nobody_takes_anything_back(desk: Desk) -> None:
    release_id = prepared(desk)
    say(desk, release_id, ana="give", ben="give")
    with desk.app.app_context():
        consents.issue(release_id)
        db.session.commit()
    with desk.app.app_context():
        release = of(release_id)
        with pytest.raises(Refused, match="made meanwhile"):
            release.consents[0].withdraw()
        with pytest.raises(Refused, match="made already"):
            release.call_off(by=release.couple.coach)
        assert {consent.answer for consent in release.consents} == {Answer.GIVEN}


def test_where_it_lies_nothing_can_be_read_of_it(desk: Desk) -> None:
    release_id = prepared(desk)
    with desk.app.app_context():
        release = of(release_id)
        assert b"Sparrow" not in release.sealed
        assert release.terms.recipient == TO


def test_a_double_click_prepares_once(desk: Desk) -> None:
    with desk.app.app_context():
        couple, day = desk.cast.couple("ana"), clock.today()
        terms = Terms(Audience.COUPLE, TO, FOR, (Holding.GOALS,), day, day, day)
        first, second = (prepare(couple, terms, by=couple.coach, key="k").public_id for _ in range(2))
        assert first == second


def test_a_consent_withdrawn_while_the_copy_is_made_keeps_it_here(desk: Desk, door: Door) -> None:
    release_id, maya = prepared(desk), door("maya")
    say(desk, release_id, ana="give", ben="give")
    maya.get(f"/releases/{release_id}")
    page = maya.submit("Make the copy")
    copy = page.path.rsplit("/", 1)[-1]
    say(desk, release_id, ben="withdraw")
    desk.make(copy)
    assert desk.told(copy)[0] == "failed"
    say(desk, release_id, ben="give")
    maya.get(f"/reports/{copy}")
    maya.submit("Try again")
    desk.make(copy)
    assert desk.told(copy) == ("done", "")
    assert "with every consent that was asked for" in maya.get(f"/releases/{release_id}").text
    assert not any("Give it" in words for words in maya.get(f"/reports/{copy}").links), "it goes to nobody here"
