"""Whatever Ana answers, every byte she or Ben gets afterwards is the same, and so is the work behind it."""

import re
from datetime import UTC, datetime
from itertools import product

from flask.testing import FlaskClient

from practice import clock
from practice.db import db
from practice.post import Letter
from practice.safety.models import SafetyAnswers, deal_with
from tests.cast import sign_in
from tests.privacy.test_silence import NEVER_TWICE, differences, sights
from tests.queries import asked
from tests.safety.asking import Alone, chosen

MOMENT = datetime(2026, 3, 4, 10, 30, tzinfo=UTC)
PATTERNS = ["".join(said) for said in product("ny", repeat=4)] + ["rrrr", "----", "y-nr"]
_ROW = re.compile(r"[0-9a-f]{32}")


def _sent(alone: Alone, client: FlaskClient, pattern: str) -> tuple[str, list[str]]:
    """The answer to sending, headers and all, and what was asked of the database for it."""
    alone.ask("ana")
    address = alone.address("ana")
    form = alone["ana"].get(address).form("Send")
    hidden = {field.get("name"): field.get("value", "") for field in form.xpath(".//input[@type='hidden']")}
    with asked() as statements:
        response = client.post(address, data=hidden | chosen(pattern))
    whole = f"{response.status}\n{response.headers}\n{response.get_data(as_text=True)}"
    return NEVER_TWICE.sub("", whole), statements


def test_every_pattern_is_answered_with_the_same_bytes_and_the_same_work(alone: Alone, client: FlaskClient) -> None:
    with clock.at(MOMENT):
        sign_in(client, "ana")
        alone.browsers["ana"] = type(alone["ben"])(client)
        _sent(alone, client, "nnnn")  # the first time a key is made
        sights(client)
        answers, works, walks = set(), set(), []
        for pattern in PATTERNS:
            answer, statements = _sent(alone, client, pattern)
            answers.add(answer)
            works.add(tuple(statements))
            walks.append(sights(client))
    assert len(answers) == 1
    assert len(works) == 1
    assert [differences(walks[0], walk) for walk in walks] == [""] * len(PATTERNS)


def test_what_is_kept_has_always_the_same_length_and_no_plain_column_differs(alone: Alone) -> None:
    for pattern in ("nnnn", "yyyy", "----"):
        alone.ask("ana")
        alone.answer("ana", pattern)
    with alone.app.app_context():
        rows = db.session.scalars(db.select(SafetyAnswers)).all()
        assert len({len(row.sealed) for row in rows}) == 1
        assert {row.sealed_for for row in rows} == {alone.cast.person("ana").key("safety")}
        assert {column.name for column in SafetyAnswers.__table__.columns} == {
            *("id", "public_id", "screen_id", "told_at", "save_key", "sealed", "sealed_for"),
        }
        assert db.session.scalars(db.select(Letter)).all() == []


def test_bens_pages_stay_the_same_when_ana_is_asked_alone_answers_and_maya_acts(alone: Alone) -> None:
    with clock.at(MOMENT):
        ben = alone["ben"].client
        sights(ben)
        before = sights(ben)
        alone.ask("ana")
        assert differences(before, sights(ben)) == ""
        alone.answer("ana", "yyyy")
        assert differences(before, sights(ben)) == ""
        with alone.app.app_context():
            couple, [told] = alone.cast.couple("ana"), db.session.scalars(db.select(SafetyAnswers)).all()
            deal_with(couple, told.public_id, "Spoke on the phone", by=couple.coach)
            couple.hold_joint_steps(by=couple.coach)
            db.session.commit()
        assert differences(before, sights(ben)) == ""


def test_both_are_asked_in_the_same_words(alone: Alone) -> None:
    with clock.at(MOMENT):
        alone.ask()
        pages = [_ROW.sub("", NEVER_TWICE.sub("", alone[name].get(alone.address(name)).response.text)) for name in ("ana", "ben")]
    assert pages[0].replace("Ana", "~").replace("Ben", "Ana").replace("~", "Ben") == pages[1]
