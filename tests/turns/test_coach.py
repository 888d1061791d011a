"""Maya opens when both are ready, or writes why not; and leads the turns in a session."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.trail.models import Event
from practice.turns import lines
from practice.turns.course import Kind
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.queries import asked
from tests.turns.conftest import Given

REASON = "They asked for it in the room."


def opens(given: Given, maya: Browser, reason: str = "", status: int = 200) -> None:
    maya.get(f"/assignments/{given.id}/open")
    maya.submit("Open", {"reason": reason} if reason else None, status=status)


def test_when_both_are_ready_one_press_opens_it(given: Given, maya: Browser) -> None:
    with given.turns() as turns:
        for person in turns.couple.partners:
            turns.say_ready(person)
    opens(given, maya)
    assert maya.page.h1 == "Begin the turns"
    with given.turns() as turns:
        assert turns.opening
        assert turns.opening.reason == ""


def test_while_somebody_is_not_ready_it_needs_a_reason_kept_for_her(given: Given, maya: Browser) -> None:
    with given.turns() as turns:
        turns.say_ready(Cast.person("ana"))
    opens(given, maya, status=409)
    opens(given, maya, REASON)
    assert REASON in maya.get(f"/assignments/{given.id}/open").text
    assert REASON not in given.show("ana").text
    with given.app.app_context():
        event = db.session.scalars(select(Event).where(Event.verb == "turns.opened")).one()
        assert event.facts == {"both_ready": False}


def test_a_readiness_taken_back_meanwhile_stops_the_press(given: Given, maya: Browser) -> None:
    with given.turns() as turns:
        for person in turns.couple.partners:
            turns.say_ready(person)
    maya.get(f"/assignments/{given.id}/open")
    with given.turns() as turns:
        turns.take_back(Cast.person("ben"))
    page = maya.submit("Open", status=409)
    assert "Not yet" in page.text
    assert "please write why" in page.text


def test_opening_twice_is_opening_once(given: Given, maya: Browser) -> None:
    maya.get(f"/assignments/{given.id}/open")
    for _ in range(2):
        maya.post(f"/assignments/{given.id}/open", {"reason": REASON})
        maya.follow()
    with given.turns() as turns:
        assert len(turns.openings) == 1


@pytest.mark.parametrize("first", ["Ana", "Ben"])
def test_maya_says_who_speaks_first(given: Given, maya: Browser, first: str) -> None:
    opens(given, maya, REASON)
    with given.app.app_context():
        chosen = Cast.person(first.lower()).public_id
    assert maya.submit("Begin", {"first": chosen}).h1 == f"{first} speaks"


def test_chance_may_say_it_once(given: Given, maya: Browser) -> None:
    opens(given, maya, REASON)
    maya.submit("Begin", {"first": "somebody"}, status=422)
    said = maya.submit("Begin", {"first": "chance"}).h1
    assert said in ("Ana speaks", "Ben speaks")
    for _ in range(8):
        with given.turns() as turns:
            turns.begin(None, by=turns.couple.coach)
    assert given.session().h1 == said


def test_what_is_said_aloud_is_noted_without_words(given: Given, maya: Browser) -> None:
    given.opened()
    given.session()
    for button, h1 in (
        ("Next", "Ben says what was heard"),
        ("Next", "Does Ana feel heard?"),
        ("Not yet", "Ben says what was heard"),
        ("Next", "Does Ana feel heard?"),
        ("I felt heard", "Ben speaks"),
    ):
        assert maya.submit(button).h1 == h1
    assert {text for _, _, text in given.moves()} == {""}
    assert given.show("ben").text.count("Said aloud, in a session.") >= 3


def test_next_pressed_twice_or_late_goes_on_once(given: Given, maya: Browser) -> None:
    given.opened()
    old = given.session()
    given.move("ana", Kind.SAID, "I sat there with my coat on.")
    maya.page = old
    maya.submit("Next", status=409)
    assert len(given.moves()) == 1
    assert "I sat there with my coat on." in given.session().text


def test_pressing_something_else_is_told(given: Given, maya: Browser) -> None:
    given.opened()
    given.session()
    maya.submit("Next", {"kind": "shouted"}, status=422)
    maya.submit("Next", {"kind": "felt_heard"}, status=409)
    assert given.moves() == []


@pytest.mark.parametrize(("name", "status"), [("ana", 403), ("noor", 404)])
def test_another_coach_finds_nothing_and_a_partner_is_refused(
    given: Given, clients: Callable[[], FlaskClient], name: str, status: int
) -> None:
    client = clients()
    sign_in(client, name)
    browser = Browser(client)
    for page in ("open", "turns"):
        browser.get(f"/assignments/{given.id}/{page}", status)
    for verb in ("open", "close", "turns/begin", "turns/pause", "turns/resume", "turns/next"):
        browser.post(f"/assignments/{given.id}/{verb}", status=status)


def test_looking_opens_nothing(given: Given, maya: Browser) -> None:
    maya.get(f"/assignments/{given.id}/open")
    assert given.session().h1 == "This step is closed"
    with given.turns() as turns:
        assert turns.openings == []


def test_however_many_moves_the_pages_ask_the_same(given: Given) -> None:
    given.opened()
    given.move("ana", Kind.SAID, "I sat there.")

    def counts() -> list[int]:
        found = []
        for look in (lambda: given.show("ana"), given.session):
            look()
            with asked() as statements:
                look()
            found.append(len(statements))
        return found

    given.move("ben", Kind.HEARD_BACK, "You sat.")
    before = counts()
    for _ in range(10):
        given.move("ana", Kind.NOT_YET, "More.")
        given.move("ben", Kind.HEARD_BACK, "You sat there.")
    assert counts() == before


def test_the_couples_page_says_who_is_ready_and_leads_there(given: Given, maya: Browser, cast: Cast) -> None:
    address = f"/couples/{cast.ana_and_ben}"
    with given.turns() as turns:
        turns.say_ready(Cast.person("ana"))
    assert "Ready: Ana yes, Ben not yet." in maya.get(address).text
    opens(given, maya, REASON)
    with given.turns() as turns:
        turns.need_a_break(Cast.person("ben"))
    page = maya.get(address)
    assert "Ben asked for a break." in page.text
    assert "It rests now." in page.text
    assert page.links["Look"] == f"/assignments/{given.id}/open"
    with given.turns() as turns:
        turns.assignment.withdraw(by=turns.couple.coach)
    assert "asked for a break" not in maya.get(address).text


def test_the_couples_page_asks_as_much_for_one_such_step_as_for_more(given: Given, cast: Cast) -> None:
    with given.app.app_context():
        found = []
        for _ in range(2):
            every = db.session.scalars(select(Assignment).order_by(Assignment.id)).all()
            assert all(each.parts and each.couple for each in every)
            with asked() as statements:
                lines.of(every)
            found.append(len(statements))
            pain = every[0]
            copy = Assignment(couple=pain.couple, published=pain.published, together=True, assigned_at=pain.assigned_at)
            copy.parts = [Homework(person=part.person, reflections=[]) for part in pain.parts]
            copy.write_note("")
            db.session.add(copy)
            db.session.flush()
        assert found == [2, 2]
