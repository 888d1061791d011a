"""In each way of working, what Ana does before it is open changes nothing on any of Ben's pages; his own acts do."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.models import Kept, Line
from practice.agreements.wording import Wording
from practice.db import db, public_id
from practice.homework import not_yet, plans, ratings
from practice.homework.models import Assignment, Homework
from practice.measures import marks, releases
from practice.origins import Origin
from practice.pace import models as pace
from practice.pace.choosing import choice
from practice.programme.library import Readers
from practice.turns.turns import Turns
from tests.cast import Cast
from tests.daily import keep
from tests.measuring import answer, ask, load, open_of, weekly
from tests.privacy.test_silence import MOMENT, before_ana_acts, differences, sights
from tests.writing import assign, draft, write

JOINT = ("commit", "pain", "talk", "joy")
Deed = Callable[[Homework], object]


def _says_ready(part: Homework) -> None:
    Turns.to_change(part.assignment).say_ready(part.person)


def _is_not_ready_after_all(part: Homework) -> None:
    Turns.to_change(part.assignment).take_back(part.person)


def _sets_her_pace(part: Homework, *far: str) -> None:
    asked = part.assignment.published.step.pace
    assert asked
    pace.choose(part, choice(asked, far or ("hands", "hugs"), "gently"), revision=0, save_key=public_id())


def _looks_at_the_week(part: Homework) -> None:
    [line] = db.session.scalars(select(Line).where(Line.assignment_id == part.assignment_id))
    week = monday(clock.today(part.person.time_zone))
    line.look(by=part.person, week_on=week, kept=Kept.NO, hours=None, note="It did not work out")


def _plans(part: Homework) -> None:
    plans.make(part, plans.Intention("Sunday", "the kitchen", "alone", "tired", "tea first", 4, "an hour less"))


def _not_yet(part: Homework) -> None:
    not_yet.say(part, not_yet.Reason.TOO_SORE, "This week hurt", save_key=public_id())


def _sends_and_looks_back(part: Homework) -> None:
    write(part.person, part.assignment)
    ratings.look_back(part, "The phone rang", amount=3, quality=2, difficulty=4, helpfulness=1)
    ratings.rate(part, amount=2, quality=2, by=part.assignment.couple.coach)


def _keeps_days(part: Homework) -> None:
    daily = part.assignment.published.step.dailies[0]
    for days in range(3):
        on = clock.today(part.person.time_zone) - timedelta(days=days)
        keep(
            part,
            daily.key,
            "Warm bread" if daily.lines else "",
            on=on,
            readers=Readers.COACH,
            **({"number": 4} if daily.low else {}),
        )


def _lives_her_own_steps(part: Homework) -> None:
    couple, person = part.assignment.couple, part.person
    for slug, answers in (("fears", {"losing_words": "The house going quiet"}), ("fallback", {})):
        draft(person, assign(couple, slug, person), answers)
    _keeps_days(assign(couple, "gratitude", person).parts[0])
    own = assign(couple, "personal", person)
    add(own.parts[0], own.published.step.ledger("experiments"), Wording({"tried": "One question"}), save_key=public_id())


def _is_asked_and_answers(part: Homework) -> None:
    """One questionnaire is open with marks in it, another is sent, and she agrees that both may know the totals."""
    couple, person = part.assignment.couple, part.person
    load(couple.practice, "csi-4")
    marks.of(open_of(ask(couple, "csi-4", person)[0])).keep({1: 2}, Origin("page", 1, 0))
    answer(open_of(ask(couple, "pulse", person, plan=weekly())[0]), [1, 2, 3, 4])
    releases.agree(couple, person, "pulse")


DEEDS: list[tuple[str, Deed]] = [
    ("pain", _says_ready),
    ("pain", _is_not_ready_after_all),
    ("pain", _plans),
    ("pain", _not_yet),
    ("joy", _sets_her_pace),
    ("talk", _looks_at_the_week),
    ("commit", _sends_and_looks_back),
    ("commit", _keeps_days),
    ("talk", _keeps_days),
    ("talk", _lives_her_own_steps),
    ("talk", _is_asked_and_answers),
]


@pytest.fixture
def ben(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def given(app: Flask, cast: Cast) -> dict[str, int]:
    """Four joint steps, and one agreement that both have said yes to."""
    with clock.at(MOMENT), app.app_context():
        couple = cast.couple("ana")
        made = {slug: assign(couple, slug) for slug in JOINT}
        part = made["talk"].part_of(couple.first)
        assert part
        line = add(part, made["talk"].published.step.ledger("agreements"), Wording({"what": "Tea on Sunday"}), save_key="1")
        db.session.flush()
        line.say_yes(by=couple.second, revision=1)
        db.session.commit()
        return {slug: assignment.id for slug, assignment in made.items()}


def do(app: Flask, name: str, cast: Cast, assignment: int, deed: Deed) -> None:
    with app.app_context():
        part = db.session.get_one(Assignment, assignment).part_of(cast.person(name))
        assert part
        deed(part)
        db.session.commit()


def test_bens_pages_stay_the_same_whatever_ana_does(app: Flask, cast: Cast, ben: FlaskClient, given: dict[str, int]) -> None:
    """After each deed; on the second kind of database after the first, which the next undoes, and after all of them."""
    looks = DEEDS if "sqlite" in app.config["SQLALCHEMY_DATABASE_URI"] else (DEEDS[0], DEEDS[-1])
    with clock.at(MOMENT):
        before = before_ana_acts(ben)
        for slug, deed in DEEDS:
            do(app, "ana", cast, given[slug], deed)
            if (slug, deed) not in looks:
                continue
            assert differences(before, sights(ben)) == "", f"{slug}: {deed.__name__}"


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_his_own_acts_are_seen(app: Flask, cast: Cast, ben: FlaskClient, given: dict[str, int]) -> None:
    """The same comparison notices each of these acts where it is Ben's own: it is not blind."""
    with clock.at(MOMENT):
        before = before_ana_acts(ben)
        # "Not yet" is for the coach alone, so not even its writer finds it again.
        for slug, deed in [each for each in DEEDS if each[1] is not _not_yet]:
            do(app, "ben", cast, given[slug], deed)
            after = sights(ben)
            assert differences(before, after) != "", f"{slug}: {deed.__name__}"
            before = after
