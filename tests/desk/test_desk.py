"""Maya's desk in the morning."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from practice.post import write as post_letter
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.crowd import crowd
from tests.queries import asked
from tests.writing import assign, write


def test_what_was_sent_waits_oldest_first(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        ana = cast.couple("ana")
        steps = [assign(ana, slug) for slug in ("causes", "talk")]
        for days, (name, step) in zip((3, 2), (("ben", steps[0]), ("ana", steps[1])), strict=True):
            with clock.at(clock.now() - timedelta(days=days)):
                write(cast.person(name), step, {})
    sign_in(client, "maya")
    page = Browser(client).get("/desk")
    assert page.text.index("Ben sent “What I did”") < page.text.index("Ana sent “Talking to be close”")
    assert "Ana Ben Active 0 of 16" in page.text


def test_both_have_written_and_it_waits_to_be_opened(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        given = assign(cast.couple("ana"), "causes")
        for name in ("ana", "ben"):
            write(cast.person(name), given, {"longest": "A canary on the desk."})
        address = f"/review/together/{given.public_id}"
    sign_in(client, "maya")
    page = Browser(client).get("/desk")
    assert "Ana & Ben have both written “What I did”" in page.text
    assert address in page.links.values()
    assert "canary" not in page.text


@pytest.mark.parametrize(("days", "noticed"), [(6, False), (8, True)])
def test_a_week_of_silence_is_noticed(app: Flask, client: FlaskClient, cast: Cast, days: int, noticed: bool) -> None:
    with app.app_context(), clock.at(clock.now() - timedelta(days=days)):
        assign(cast.couple("ana"), "causes")
    sign_in(client, "maya")
    assert ("nothing opened or sent for a week" in Browser(client).get("/desk").text) == noticed


def test_whoever_opened_something_is_not_stuck(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        with clock.at(clock.now() - timedelta(days=20)):
            given = assign(cast.couple("ana"), "causes")
        given.parts[0].open()
        db.session.commit()
    sign_in(client, "maya")
    assert "Nobody is waiting" in Browser(client).get("/desk").text


def test_who_has_nothing_open_is_ready_for_a_next_step(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    page = Browser(client).get("/desk")
    assert "Ana Ben: ready for a next step" in page.text
    assert f"/couples/{cast.ana_and_ben}/assign" in page.links.values()


def test_nobody_is_waiting(app: Flask, client: FlaskClient, cast: Cast) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "causes")
    sign_in(client, "maya")
    assert "Nobody is waiting" in Browser(client).get("/desk").text


def test_a_coach_without_couples_gets_a_kind_word(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "olu")
    page = Browser(client).get("/desk")
    assert "A clear desk" in page.text
    assert "Kim" not in page.text


def test_a_partner_is_refused(client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "ana")
    Browser(client).get("/desk", status=404)


def test_letters_that_do_not_leave_are_told_to_their_own_practice(
    app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    with app.app_context():
        practice = cast.person("maya").practice
        letter = post_letter(to_name="", to_address="ana@example.test", subject="A message", body="…", within=practice.key)
        letter.trouble = "ConnectionRefusedError"
        db.session.commit()
    sign_in(client, "maya")
    assert "1 letter has not left since" in Browser(client).get("/desk").text
    noor = clients()
    sign_in(noor, "noor")
    assert "letter has" not in Browser(noor).get("/desk").text


def test_hundreds_of_couples_take_no_more_questions_than_ten(app: Flask, client: FlaskClient, cast: Cast) -> None:
    sign_in(client, "maya")
    counts = []
    for more in (9, 990):
        with app.app_context():
            crowd(cast.person("maya"), more)
        with asked() as statements:
            page = Browser(client).get("/desk")
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert "All 1000 couples" in page.text
