"""Ana's first page: what to go on with, and nothing that tells of Ben."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock, policy
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.homework.models import Homework
from tests import queries, writing
from tests.browser import Browser
from tests.cast import Cast, sign_in


@pytest.fixture
def ana(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "ana")
    return Browser(client)


def give(app: Flask, cast: Cast, *slugs: str, days: int | None = None) -> None:
    due_on = clock.today() + timedelta(days=days) if days is not None else None
    with app.app_context():
        for slug in slugs:
            step = cast.step(slug)
            writing.assign(cast.couple("ana"), slug, *([] if step.together else [cast.person("ana")]), due_on=due_on)


def test_an_empty_page_says_so_kindly(ana: Browser) -> None:
    page = ana.get("/home")
    assert "Nothing is waiting for you" in page.text
    assert page.title == "Home · Homeward"


def test_the_next_thing_is_what_was_asked_again_then_what_is_begun(app: Flask, cast: Cast, ana: Browser) -> None:
    def first() -> str:
        return " ".join(ana.get("/home").tree.xpath("string(//*[@class='continue-title'])").split())

    give(app, cast, "fears", days=2)
    give(app, cast, "causes", days=9)
    assert first() == "Looking at what you fear"
    with app.app_context():
        assignment = next(p.assignment for p in _parts(cast) if p.assignment.published.slug == "causes")
        writing.draft(cast.person("ana"), assignment, {"longest": "x"})
    assert first() == "What I did"
    give(app, cast, "talk")
    with app.app_context():
        assignment = next(p.assignment for p in _parts(cast) if p.assignment.published.slug == "talk")
        writing.write(cast.person("ana"), assignment)
        part = assignment.part_of(cast.person("ana"))
        assert part
        part.ask_again(by=assignment.couple.coach)
        db.session.commit()
    assert first() == "Talking to be close"


def test_due_days_are_told_and_late_is_said_kindly(app: Flask, cast: Cast, ana: Browser) -> None:
    give(app, cast, "fears", days=-2)
    assert "Due day passed; whenever you are ready" in ana.get("/home").text
    give(app, cast, "causes", days=5)
    day = clock.today() + timedelta(days=5)
    assert f"by {day:%a} {day.day} {day:%b}" in ana.get("/home").text


def test_a_policy_waits_to_be_signed_until_she_has(app: Flask, cast: Cast, ana: Browser) -> None:
    with app.app_context():
        couple = cast.couple("ana")
        policy = couple.propose(Kind.NO_SECRETS, by=couple.coach)
        db.session.commit()
        address = f"/confidentiality/{policy.public_id}"
    assert ana.get("/home").links["Read and sign"] == address
    with app.app_context():
        couple = cast.couple("ana")
        couple.sign(couple.confidentialities[-1], couple.first, "Ana")
        db.session.commit()
    assert "Read and sign" not in ana.get("/home").links


@pytest.mark.parametrize(("act", "words"), [("pause", "rests for a while"), ("close", "has come to its end")])
def test_a_resting_couple_can_still_read(app: Flask, cast: Cast, ana: Browser, act: str, words: str) -> None:
    give(app, cast, "causes")
    with app.app_context():
        couple = cast.couple("ana")
        getattr(couple, act)(by=couple.coach)
        db.session.commit()
    page = ana.get("/home")
    assert words in page.text
    assert not page.tree.xpath("//*[@class='continue']")
    assert "What I did Not opened yet" in page.links


def test_the_strip_tells_ana_only_of_her_own_part(app: Flask, cast: Cast, ana: Browser) -> None:
    give(app, cast, "causes")
    with app.app_context():
        writing.assign(cast.couple("ana"), "fears", cast.person("ben"))
    before = ana.get("/home").text
    with app.app_context():
        [assignment] = [p.assignment for p in _parts(cast)]
        writing.write(cast.person("ben"), assignment)
    assert ana.get("/home").text == before
    assert "What I did: under way" in before
    assert "Looking at what you fear: not yet" in before


def test_it_asks_the_database_as_often_for_one_step_as_for_all(app: Flask, cast: Cast, ana: Browser) -> None:
    give(app, cast, "causes")
    ana.get("/home")
    with queries.asked() as few:
        ana.get("/home")
    give(app, cast, "commit", "work", "talk", "act", "joy", "fears", "support", "gratitude", "personal")
    with queries.asked() as many:
        ana.get("/home")
    assert len(few) == len(many) <= 20, "\n".join(many)


def test_a_coach_has_another_first_page(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    Browser(client).get("/home", status=404)


def _parts(cast: Cast) -> list[Homework]:
    return list(db.session.scalars(policy.rows(cast.person("ana"), Homework)).unique())
