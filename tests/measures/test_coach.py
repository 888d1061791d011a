"""Maya asks on the couple's page, sees what is open, reads what came; and what both agreed to share is open to both."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock, policy
from practice.db import db
from practice.measures import releases, results
from practice.measures.answers import Total
from practice.measures.models import Asking
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.measuring import answer, ask, load, open_of


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


def test_she_asks_both_and_ends_one(app: Flask, cast: Cast, maya: Browser) -> None:
    maya.get(f"/couples/{cast.ana_and_ben}")
    maya.click("Ask a few questions")
    assert "Please give the day" in maya.submit("Ask", {"on": ""}, status=422).text
    assert "a day that exists" in maya.submit("Ask", {"on": "2026-02-30"}, status=422).text
    page = maya.submit("Ask", {"on": clock.today().isoformat(), "rhythm": "weeks", "whom": "both", "every_weeks": "2"})
    assert "Asked. Each finds it alone" in page.text
    assert page.text.count("Next on") == 2
    link = next(a for a in page.tree.xpath("//a[contains(@aria-label, 'of Ana')]"))
    page = maya.get(link.get("href"))
    assert "What is open now closes" in page.text
    page = maya.submit("End it")
    with app.app_context():
        rows = db.session.scalars(select(Asking)).unique()
        assert {asking.person.name: asking.goes_on for asking in rows} == {"Ana": False, "Ben": True}


def test_points_are_asked_in_their_order(cast: Cast, maya: Browser) -> None:
    maya.get(f"/couples/{cast.ana_and_ben}/ask")
    days = {"start": "2199-01-01", "mid": "2199-01-01"}
    assert "put the days in that order" in maya.submit("Ask", {"rhythm": "points", **days}, status=422).text
    nothing = {"rhythm": "points", "start": "", "mid": ""}
    assert "at least one of the points" in maya.submit("Ask", nothing, status=422).text


def test_she_reads_what_came_and_notes_it(app: Flask, cast: Cast, maya: Browser) -> None:
    with app.app_context():
        couple = cast.couple("ana")
        load(couple.practice, "phq-9")
        [asked] = ask(couple, "phq-9", couple.first)
        answer(open_of(asked), [1] * 8 + [2])
        address = f"/occasions/{asked.occasions[0].public_id}"
    maya.get(f"/couples/{cast.ana_and_ben}")
    assert "Speak with Ana today, alone" in maya.page.text
    page = maya.click("Read what was answered in PHQ-9")
    assert page.path == address
    assert "Speak with Ana today, alone" in page.text
    assert "Total 10 of 0 to 27" in page.text
    maya.submit("I have read this")
    assert "You noted" in maya.get(address).text
    assert "Speak with Ana" not in maya.get(f"/couples/{cast.ana_and_ben}").text


def test_totals_are_open_once_both_agree_and_closed_when_either_takes_it_back(
    app: Flask, cast: Cast, client: FlaskClient
) -> None:
    with app.app_context():
        for asked in ask(cast.couple("ana"), "pulse"):
            answer(open_of(asked), [9, 9, 9, 7] if asked.person.name == "Ben" else [1, 2, 3, 4])
    sign_in(client, "ana")
    ana = Browser(client)
    page = ana.get("/questions")
    assert "10" in page.text
    page = ana.submit("Agree to share totals")
    assert "opens once you have both agreed" in page.text
    assert "34" not in page.text
    with app.app_context():
        releases.agree(cast.couple("ana"), cast.person("ben"), "pulse")
        db.session.commit()
    page = ana.get("/questions")
    assert "34" in page.text
    assert "Open to you both since" in page.text
    assert "34" not in ana.submit("Take it back").text
    ana.post("/questions/totals/csi-16/agree", status=404)


def test_whoever_may_know_a_series_may_see_its_totals_and_nobody_else(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    for asked in ask(couple, "pulse"):
        answer(open_of(asked), [1, 2, 3, 4])
    everybody = [cast.person(name) for name in ("ana", "ben", "maya", "noor", "olu", "kim")]

    def agree() -> None:
        for person in everybody:
            rows = policy.rows(person, Total)
            seen = {total.occasion.person.name for total in db.session.scalars(rows).unique()}
            assert {one.person.name for one in results.of(couple, [person])} == seen, person.name

    agree()
    assert results.of(couple, couple.partners) == ()
    for person in couple.partners:
        releases.agree(couple, person, "pulse")
        agree()
    assert [one.person.name for one in results.of(couple, [*couple.partners, couple.coach])] == ["Ana", "Ben"]
    releases.take_back(couple, couple.second, "pulse")
    agree()
    assert results.of(couple, couple.partners) == ()
