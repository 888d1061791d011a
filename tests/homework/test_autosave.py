"""What the page's script sends while Ana writes."""

import json
from typing import Any

import pytest
from werkzeug.test import TestResponse

from practice.db import db
from practice.homework.models import State
from practice.homework.reflections import Reflection
from practice.people import sign_ins
from tests import queries
from tests.browser import Browser, Page
from tests.cast import Cast
from tests.homework.conftest import FULL, Evening


def told(answer: TestResponse) -> dict[str, Any]:
    assert answer.json
    return answer.json


def token(page: Page) -> dict[str, str]:
    return {"X-CSRFToken": page.value("csrf_token")}


def body(evening: Evening, text: str = "x") -> dict[str, Any]:
    """A save as Ana's page sends it."""
    answers = {"longest": text}
    return {"revision": 1, "save_key": "b.1", "answering_as": evening.cast.ana, "readers": {}, "answers": answers}


def test_a_save_is_kept_and_says_when(evening: Evening) -> None:
    answer = evening.save({"longest": "Going quiet"}, readers={"longest": "only_me"})
    assert answer.status_code == 200
    assert told(answer)["revision"] == 1
    assert len(told(answer)["saved_at"]) == 5
    assert evening.kept() == {"longest": "Going quiet"}
    with evening.app.app_context():
        assert evening.part().state is State.DRAFT


def test_the_same_save_again_changes_nothing(evening: Evening) -> None:
    answers = [evening.save({"longest": "once"}, revision=0, save_key="a.1").json for _ in range(2)]
    assert [answer and answer["revision"] for answer in answers] == [1, 1]


def test_two_devices_keep_both_texts(evening: Evening, ana: Browser) -> None:
    evening.save({"longest": "from the laptop"}, revision=0, save_key="laptop.1")
    answer = evening.save({"longest": "from the phone", "avoided": "new"}, revision=0, save_key="phone.1")
    assert answer.status_code == 409
    assert told(answer)["theirs"] == {"longest": "from the laptop"}
    assert evening.kept() == {"longest": "from the laptop", "avoided": "new"}
    assert "from the phone" in ana.get(f"{evening.address()}/versions").text


@pytest.mark.parametrize(
    ("happened", "why"),
    [("withdrawn", "Maya has taken this step back"), ("paused", "Your work with Maya rests"), ("sent", "You have sent this")],
)
def test_the_words_are_kept_where_they_cannot_be_sent(evening: Evening, ana: Browser, happened: str, why: str) -> None:
    with evening.app.app_context():
        part = evening.part()
        couple = part.assignment.couple
        if happened == "withdrawn":
            part.assignment.withdraw(by=couple.coach)
        elif happened == "paused":
            couple.pause(by=couple.coach)
        else:
            part.submit(Reflection(sent_key="x", answers=[]))
        db.session.commit()
    answer = ana.client.post(f"{evening.address()}/draft", json=body(evening, "still mine"), headers=token(ana.get("/home")))
    assert answer.status_code == 200
    assert told(answer)["note"].startswith(why)
    assert evening.kept()["longest"] == "still mine"


def test_too_much_is_told_and_the_rest_is_kept(evening: Evening) -> None:
    answer = evening.save({"longest": "x" * 20_001, "avoided": "y" * 20_000})
    assert answer.status_code == 422
    assert told(answer)["wrong"].keys() == {"longest"}
    assert "at most 20,000 can be kept" in told(answer)["error"]
    assert evening.kept() == {"avoided": "y" * 20_000}


@pytest.mark.parametrize(
    "answers",
    [{"longest": 7}, {"longest": {"a": "b"}}, {"owning": "six"}, {"owning": 1e400}, {"my_part": [{"did": 1}]}, {"my_part": "x"},
     {"my_part": [{"nothing": "x"}]}, {"pull_to_defend": [["x"]]}],
)  # fmt: skip
def test_values_that_make_no_sense_are_refused(evening: Evening, answers: dict[str, object]) -> None:
    assert evening.save(answers).status_code == 422
    assert evening.kept() == {}


def test_what_the_step_does_not_ask_is_passed_over(evening: Evening) -> None:
    assert evening.save({"nobody_asked": "x", "longest": "yes"}, readers={"nobody_asked": "both"}).status_code == 200
    assert evening.kept() == {"longest": "yes"}


def test_readers_cannot_be_widened_beyond_what_is_offered(evening: Evening) -> None:
    answer = evening.save({"owning": 4}, readers={"owning": "both"})
    assert answer.status_code == 422
    assert evening.kept() == {}


@pytest.mark.parametrize("text", ["half \ud83d of a pair", "nul \0 here", "مرحبا 🙂", "\u202eturned"])
def test_odd_characters_are_kept_and_can_be_shown(evening: Evening, ana: Browser, text: str) -> None:
    evening.save({"longest": text})
    ana.get(f"{evening.address()}/contributions")
    ana.get(f"{evening.address()}/check")


@pytest.mark.parametrize("broken", ["", "[]", "{", "7", '{"revision": "0"}', "[" * 100_000, '{"revision": ' + "9" * 5000 + "}"])
def test_a_broken_message_is_told_as_such(evening: Evening, ana: Browser, broken: str) -> None:
    headers = token(ana.get(f"{evening.address()}/contributions")) | {"Content-Type": "application/json"}
    answer = ana.client.post(f"{evening.address()}/draft", data=broken, headers=headers)
    assert (answer.status_code, answer.mimetype) == (400, "application/json")


def test_the_last_of_two_equal_keys_counts(evening: Evening, ana: Browser) -> None:
    headers = token(ana.get(f"{evening.address()}/contributions")) | {"Content-Type": "application/json"}
    twice = json.dumps(body(evening, "two")).replace('"longest"', '"longest": "one", "longest"')
    assert ana.client.post(f"{evening.address()}/draft", data=twice, headers=headers).status_code == 200
    assert evening.kept() == {"longest": "two"}


def test_a_message_far_too_big_is_told_as_such(evening: Evening) -> None:
    answer = evening.save({"longest": "x" * 9_000_000})
    assert (answer.status_code, answer.mimetype) == (413, "application/json")


def test_whoever_is_signed_out_is_told_so(evening: Evening, ana: Browser) -> None:
    ana.get(f"{evening.address()}/contributions")
    with evening.app.app_context():
        sign_ins.end_all(Cast.person("ana"))
        db.session.commit()
    assert ana.client.post(f"{evening.address()}/draft", json=body(evening), headers=token(ana.page)).status_code == 401
    assert ana.client.post(f"{evening.address()}/draft", json=body(evening)).status_code == 400
    assert evening.kept() == {}


def test_nobody_else_saves_into_anas_page(evening: Evening, ben: Browser) -> None:
    headers = token(ben.get("/home"))
    assert ben.client.post(f"{evening.address()}/draft", json=body(evening), headers=headers).status_code == 404
    assert evening.save({"longest": "x"}, answering_as=evening.cast.ben).status_code == 409
    assert evening.kept() == {}


def test_a_save_asks_little_of_the_database(evening: Evening, ana: Browser) -> None:
    evening.save(FULL, save_key="a.1", revision=0)
    headers = token(ana.get(f"{evening.address()}/contributions"))
    with queries.asked() as statements:
        answer = ana.client.post(f"{evening.address()}/draft", json=body(evening, "more"), headers=headers)
    assert answer.status_code == 200
    assert len(statements) <= 12, "\n".join(statements)
