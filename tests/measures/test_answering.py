"""Ana answers a few questions: alone, at her own pace, sent once, and her page says nothing of what her answers mean."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db, public_id
from practice.measures import alarms, answers, asking, marks
from practice.measures.answers import ItemAnswers, Total
from practice.measures.models import Occasion
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.measuring import answer, ask, load, open_of


@pytest.fixture
def ana(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "ana")
    return Browser(client)


def asked(app: Flask, cast: Cast, slug: str = "pulse") -> str:
    """Ana alone is asked; the address of her questions."""
    with app.app_context():
        couple = cast.couple("ana")
        if slug != "pulse":
            load(couple.practice, slug)
        return f"/questions/{open_of(ask(couple, slug, couple.first)[0]).public_id}"


def sent(app: Flask) -> list[tuple[list[int | None], Any]]:
    with app.app_context():
        rows = db.session.scalars(select(ItemAnswers).order_by(ItemAnswers.id))
        totals = {total.occasion_id: total.points for total in db.session.scalars(select(Total))}
        return [(row.places, totals[row.occasion_id]) for row in rows]


def all_of(*places: int) -> dict[str, str]:
    return {f"q-{number}": str(place) for number, place in enumerate(places, start=1)}


def test_a_quiet_line_at_home_leads_to_the_questions_and_they_are_sent_once(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    page = ana.get("/home")
    assert "A few short questions Under a minute" in page.text
    page = ana.get(address)
    assert page.title == "A few questions · Homeward"
    assert "Answering as Ana. Not Ana?" in page.text
    assert "Ben is not told that you were asked" in page.text
    form = {**all_of(0, 10, 5, 0), "go": "send", "save_key": page.value("save_key"), "answering_as": page.value("answering_as")}
    for _ in range(2):
        ana.page = page
        ana.post(address, form)
    assert "It is with Maya" in ana.follow().text + ana.get("/home").text
    assert sent(app) == [([0, 10, 5, 0], 15)]
    assert "A few short questions" not in ana.get("/home").text


def test_nothing_is_sent_before_all_is_answered_unless_she_says_so(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    ana.get(address)
    assert "Nothing is marked yet" in ana.submit("Send to Maya", status=422).text
    page = ana.submit("Send to Maya", all_of(0, 3), status=422)
    assert "2 of 4 answered" in page.text
    assert page.links["Question 3"] == "#q-3-0"
    assert page.tree.xpath("//*[@id='q-3-0']")
    assert page.title.startswith("A few questions") or page.title.startswith("Error")
    assert sent(app) == []
    ana.submit("Send it as it is")
    assert sent(app) == [([0, 3, None, None], None)]


def test_what_is_marked_stays_after_saving_and_is_hers_alone(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    ana.get(address)
    assert "is kept" in ana.submit("Save for later", all_of(7, 2)).text
    page = ana.get(address)
    assert page.tree.xpath("//input[@checked]/@id") == ["q-1-7", "q-2-2"]
    with app.app_context():
        [row] = db.session.scalars(select(marks.Marks))
        assert row.sealed_for.endswith(":draft")
    ana.submit("Send to Maya", all_of(7, 2, 1, 1))
    with app.app_context():
        assert db.session.scalars(select(marks.Marks)).all() == []


def test_a_wrong_tap_is_taken_back(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    ana.get(address)
    ana.submit("Save for later", all_of(7, 2))
    before = ana.get(address)
    ana.get(address)
    ana.submit("Save for later", {"q-2": ""})
    assert ana.get(address).tree.xpath("//input[@checked]/@id") == ["q-1-7"]
    assert "1 of 4 answered" in ana.page.text
    ana.page = before
    assert "On the other page: Not answered" in ana.submit("Send to Maya", {"q-2": "3"}, status=409).text
    assert "1 of 4 answered" in ana.submit("Send to Maya", status=422).text
    ana.submit("Send it as it is")
    assert sent(app) == [([7, None, None, None], None)]


def test_two_pages_of_hers_lose_nothing(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    first, second = ana.get(address), ana.get(address)
    ana.page = first
    ana.submit("Save for later", all_of(1, 1))
    ana.page = second
    page = ana.submit("Send to Maya", {"q-1": "9", "q-3": "3", "q-4": "4"}, status=409)
    assert "marked on another page" in page.text
    assert "On the other page: 1" in page.text
    assert page.tree.xpath("//input[@checked]/@id") == ["q-1-1", "q-2-1", "q-3-3", "q-4-4"]
    ana.submit("Send to Maya", {"q-1": "9"})
    assert sent(app) == [([9, 1, 3, 4], 17)]


def test_the_script_saves_row_by_row(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    page = ana.get(address)

    def save(answers_now: dict[str, Any], turn: int, **more: Any) -> tuple[int, dict[str, Any]]:
        told = {"revision": 0, "save_key": f"page.{turn}", "answering_as": page.value("answering_as"), "readers": {}}
        body = json.dumps(told | {"answers": answers_now} | more)
        headers = {"X-CSRFToken": page.value("csrf_token")}
        came = ana.client.post(f"{address}/save", data=body, content_type="application/json", headers=headers)
        return came.status_code, came.get_json(silent=True) or {}

    assert save({"1": "4"}, 1)[0] == 200
    assert save({"1": "6", "2": "0", "99": "1", "3": "11", "4": None}, 3)[1]["revision"] == 2
    assert save({"1": "5"}, 2)[0] == 200  # an earlier turn that comes late changes nothing
    status, told = save({"1": "8"}, 1, save_key="other.1")
    assert (status, told["theirs"]) == (409, {"1": "6"})
    assert save({"1": "8"}, 4, answering_as="somebody")[0] == 409
    assert save({"2": "", "4": ""}, 4)[0] == 200
    assert save([], 5)[0] == 400  # type: ignore[arg-type]  # on purpose
    with app.app_context():
        [row] = db.session.scalars(select(marks.Marks))
        assert row.chosen == {1: 6}


def test_somebody_else_at_the_same_page_keeps_nothing(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    ana.get(address)
    page = ana.submit("Send to Maya", {**all_of(1, 1, 1, 1), "answering_as": "0" * 32}, status=409)
    assert "nothing was saved" in page.text
    assert sent(app) == []


def test_ended_or_sent_meanwhile_is_told_kindly(app: Flask, cast: Cast, ana: Browser) -> None:
    address = asked(app, cast)
    ana.get(address)
    with app.app_context():
        asking.end(db.session.scalars(select(Occasion)).one().asking, by=cast.person("maya"))
        db.session.commit()
    assert "Maya does not ask this any more" in ana.submit("Send to Maya", all_of(1, 1, 1, 1)).text
    assert sent(app) == []
    assert "Maya does not ask this" in ana.client.get(address, follow_redirects=True).get_data(as_text=True)


def test_an_answer_that_asks_for_a_call_changes_nothing_on_her_pages(app: Flask, cast: Cast, ana: Browser) -> None:
    """Question 9 of the PHQ-9, whatever the total and however much is left out; Maya hears of it, Ana's screens are the same."""

    def screens(places: dict[str, str]) -> list[str]:
        address = asked(app, cast, "phq-9")
        ana.get(address)
        ana.submit("Save for later", places)
        ana.get(address)
        page = ana.submit("Send to Maya", places)
        return [page.text, ana.get("/home").text]

    calm = screens({**all_of(*[0] * 9)})
    with app.app_context():
        assert alarms.of(cast.person("maya")) == ()
    assert screens({**all_of(*[0] * 8, 1)}) == calm
    with app.app_context():
        [alarm] = alarms.of(cast.person("maya"))
        assert (alarm.person.name, alarm.items) == ("Ana", ((9, "Stand-in 9", "choice 1"),))
        assert alarms.of(cast.person("noor")) == ()
        lone = open_of(ask(cast.couple("ana"), "phq-9", cast.person("ben"))[0])
        answer(lone, [None] * 8 + [3])
        assert [alarm.person.name for alarm in alarms.of(cast.person("maya"))] == ["Ben", "Ana"]
        for sent_row in db.session.scalars(select(ItemAnswers)):
            sent_row.read()
        db.session.commit()
        assert alarms.of(cast.person("maya")) == ()


def test_the_same_key_twice_sends_once(inside: Flask, cast: Cast) -> None:
    couple, key = cast.couple("ana"), public_id()
    occasion = open_of(ask(couple, "pulse", couple.first)[0])
    for _ in range(2):
        answers.send(occasion, {1: 1, 2: 1, 3: 1, 4: 1}, sent_key=key)
        db.session.commit()
    assert db.session.query(ItemAnswers).count() == 1
