"""Looking at a line week by week: one word a week from each, sealed from the other until both have looked."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from practice import clock
from practice.agreements.models import CheckIn, Kept
from practice.db import db
from tests.agreements.conftest import Evening
from tests.browser import Browser
from tests.homework.conftest import bare


def looks(evening: Evening, name: str, address: str, kept: str, note: str = "", status: int = 200) -> str:
    """Press one of the three buttons; what the page says then."""
    return evening.press(name, address, "check", {"kept": kept, "note": note}, status).text


@pytest.fixture
def promise(evening: Evening) -> str:
    return evening.agreed(words="Phones sleep in the hall")


def test_one_tap_says_not_this_week(evening: Evening, promise: str, ana: Browser) -> None:
    assert "To look at this week" in ana.get("/agreements").text
    page = ana.submit("Not this week", {"note": "My mother was ill"})
    assert "Kept. You can change it until the week is over." in page.text
    assert "To look at this week" not in page.text
    assert "My mother was ill" in ana.get(promise).text


def test_it_can_be_said_otherwise_until_the_week_is_over(evening: Evening, promise: str) -> None:
    looks(evening, "ana", promise, "no")
    looks(evening, "ana", promise, "partly", "On Sunday after all")
    with evening.app.app_context():
        [look] = db.session.scalars(select(CheckIn)).all()
        assert (look.kept, look.text) == (Kept.PARTLY, "On Sunday after all")


def test_ben_reads_what_ana_said_only_once_he_has_looked_too(evening: Evening, promise: str, ben: Browser, maya: Browser) -> None:
    before = {address: bare(ben.get(address).response.data) for address in (promise, "/agreements", "/home")}
    looks(evening, "ana", promise, "no", "I forgot it twice")
    assert {address: bare(ben.get(address).response.data) for address in before} == before
    assert "I forgot it twice" in maya.get(promise).text
    looks(evening, "ben", promise, "yes")
    assert "I forgot it twice" in ben.get(promise).text


def test_what_is_changed_before_ben_looks_is_not_known_to_have_been_changed(evening: Evening, promise: str, ben: Browser) -> None:
    looks(evening, "ana", promise, "no", "At first")
    before = bare(ben.get(promise).response.data)
    looks(evening, "ana", promise, "yes", "Later")
    assert bare(ben.get(promise).response.data) == before


def test_each_week_stands_by_itself(evening: Evening, promise: str, ben: Browser) -> None:
    with clock.at(clock.now() + timedelta(days=7)):
        evening.sign_in("ana")
        looks(evening, "ana", promise, "yes", "The second week")
    looks(evening, "ben", promise, "yes")
    assert "The second week" not in ben.get(promise).text
    with evening.app.app_context():
        assert len(set(db.session.scalars(select(CheckIn.week_on)))) == 2


def test_a_page_from_last_week_asks_once_more_and_keeps_the_words(evening: Evening, ana: Browser) -> None:
    sunday = datetime(2026, 3, 8, 23, 50, tzinfo=UTC)
    with clock.at(sunday - timedelta(days=3)):
        promise = evening.agreed()
    with clock.at(sunday):
        ana.get(promise)
    with clock.at(sunday + timedelta(minutes=20)):
        page = ana.submit(f"{promise}/check", {"kept": "yes", "note": "Every night"}, status=409)
        assert "A new week has begun since you opened this page." in page.text
        assert page.value("note") == "Every night"
        ana.submit("Kept")
    with evening.app.app_context():
        assert [look.week_on.isoformat() for look in db.session.scalars(select(CheckIn))] == ["2026-03-09"]


def test_a_week_begins_where_its_writer_lives(evening: Evening, promise: str) -> None:
    monday_in_auckland = datetime(2027, 3, 7, 20, 0, tzinfo=UTC)
    with evening.app.app_context():
        evening.cast.person("ana").time_zone = "Pacific/Auckland"
        db.session.commit()
    with clock.at(monday_in_auckland):
        evening.sign_in("ana", "ben")
        looks(evening, "ana", promise, "yes")
        looks(evening, "ben", promise, "yes")
    with evening.app.app_context():
        days = {look.person.name: look.week_on.isoformat() for look in db.session.scalars(select(CheckIn))}
    assert days == {"Ana": "2027-03-08", "Ben": "2027-03-01"}


def test_nothing_is_asked_of_what_is_not_agreed_or_not_begun(evening: Evening, ana: Browser) -> None:
    waiting = evening.add(words="Only proposed")
    later = evening.agreed(words="From the summer", from_on=clock.today() + timedelta(days=60))
    assert "To look at this week" not in ana.get("/agreements").text
    for address in (waiting, later):
        sent = {"answering_as": evening.cast.ana, "kept": "yes", "week": "2026-03-02"}
        assert "There is nothing to look at here this week." in ana.post(f"{address}/check", sent, status=409).text


def test_hours_and_what_came_back_are_for_her_and_maya(evening: Evening, ana: Browser, ben: Browser, maya: Browser) -> None:
    choir = evening.add("wider-life", "commitments", words="The choir")
    before = {address: bare(ben.get(address).response.data) for address in ("/agreements", "/home")}
    ana.get(choir)
    assert "Please write the hours as a number" in ana.submit("Save", {"hours": "two"}, status=422).text
    assert "A week has 168 hours" in ana.submit("Save", {"hours": "200"}, status=422).text
    assert "0 is an answer too" in ana.submit("Save", {"hours": ""}, status=422).text
    ana.submit("Save", {"hours": "1,5", "note": "Singing again"})
    assert "1.5 hours" in maya.get(choir).text
    assert "Singing again" in maya.get(choir).text
    assert {address: bare(ben.get(address).response.data) for address in before} == before


def test_a_look_that_says_nothing_is_asked_again(evening: Evening, promise: str, ana: Browser) -> None:
    for kept in ("", "perhaps"):
        page = evening.press("ana", promise, "check", {"kept": kept, "note": "Well"}, 422)
        assert page.value("note") == "Well"
    evening.press("ana", promise, "check", {"kept": "yes", "note": "x" * 20_001}, 422)
    with evening.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(CheckIn)) == 0
