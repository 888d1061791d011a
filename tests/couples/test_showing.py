"""The couple's page: its coach sees it whole, an owner a little, everybody else nothing."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.queries import asked
from tests.writing import assign, draft, write

ACTS = ("edit", "pause", "close", "reopen", "confidentiality", "assign")
SECTIONS = [
    "now", "homework", "way", "written", "days", "agreements", "goals", "measures", "appointments", "reports",
    "alone", "confidentiality", "about",
]  # fmt: skip


def test_maya_sees_who_waits_and_what_was_sent(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        given = assign(cast.couple("ana"), "causes", due_on=clock.today())
        part = write(cast.person("ana"), given, {"longest": "Canary of Ana."}).homework.public_id
        draft(cast.person("ben"), given, {"longest": "Canary of Ben."})
    sign_in(client, "maya")
    page = Browser(client).get(f"/couples/{cast.ana_and_ben}")
    assert [s.get("id") for s in page.tree.xpath("//section[@id]")] == SECTIONS
    assert "Read what Ana sent: What I did" in page.text
    assert f"/review/{part}" in page.links.values()
    assert "Begun" in page.text
    assert "Canary" not in page.text
    assert len(page.tree.xpath("//ol[@class='strip']/li")) == 16


def test_what_both_have_sent_waits_to_be_opened(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        given = assign(cast.couple("ana"), "causes")
        for name in ("ana", "ben"):
            write(cast.person(name), given)
        address = f"/review/together/{given.public_id}"
    sign_in(client, "maya")
    page = Browser(client).get(f"/couples/{cast.ana_and_ben}")
    assert "Both have written: What I did" in page.text
    assert address in page.links.values()
    assert "Sealed" in page.text


def test_late_is_shown_on_the_coachs_calendar(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        given = assign(cast.couple("ana"), "causes", due_on=clock.today())
        given.due_on = clock.today().replace(year=clock.today().year - 1)
        db.session.commit()
    sign_in(client, "maya")
    assert Browser(client).get(f"/couples/{cast.ana_and_ben}").text.count("Late") == 2


def test_an_owner_sees_names_and_state_but_nothing_of_the_work(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        write(cast.person("kim"), assign(cast.couple("kim"), "causes"))
    sign_in(client, "olu")
    page = Browser(client).get(f"/couples/{cast.kim_and_lee}")
    assert page.h1 == "Kim Lee"
    assert "Noor" in page.text
    assert "What I did" not in page.text
    assert "kim@example.test" not in page.text


@pytest.mark.parametrize("name", ["noor", "olu", "ana", "kim"])
def test_others_find_nothing(client: FlaskClient, cast: Cast, name: str) -> None:
    sign_in(client, name)
    browser = Browser(client)
    browser.get(f"/couples/{cast.ana_and_ben}", status=404)
    for place in (*ACTS, "hand-over"):
        browser.get("/account")
        browser.post(f"/couples/{cast.ana_and_ben}/{place}", status=404)
        browser.get(f"/couples/{cast.ana_and_ben}/{place}", status=404)


def test_an_owner_who_does_not_coach_them_may_not_act(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "olu")
    browser = Browser(client)
    for place in ACTS:
        browser.get("/account")
        browser.post(f"/couples/{cast.kim_and_lee}/{place}", status=403)
        browser.get(f"/couples/{cast.kim_and_lee}/{place}", status=403)


def test_looking_changes_nothing(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    with app.app_context():
        before = db.session.scalar(select(func.count()).select_from(Event))
    for place in ("", *(f"/{act}" for act in ACTS), "/hand-over"):
        Browser(client).get(f"/couples/{cast.ana_and_ben}{place}")
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Event)) == before
        couple = db.session.scalars(select(Couple).where(Couple.public_id == cast.ana_and_ben)).one()
        assert couple.state is CoupleState.ACTIVE


def test_more_homework_asks_no_more_questions(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    counts = []
    # Among the first is a list that is counted, for which its writer's key is asked for once.
    for slugs in (["causes", "support"], ["talk", "act", "joy", "fears", "fallback", "routine"]):
        with app.app_context():
            for slug in slugs:
                given = assign(cast.couple("ana"), slug)
                write(given.parts[0].person, given)
        with asked() as statements:
            Browser(client).get(f"/couples/{cast.ana_and_ben}")
        counts.append(len(statements))
    assert counts[0] == counts[1]
