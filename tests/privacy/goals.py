"""Markers in goals, kept and shown, and in what a coach notes of each alone."""

from collections.abc import Callable

from practice.couples.models import Couple
from practice.db import db, public_id
from practice.goals import models
from practice.goals.words import Words
from practice.people.models import Person
from practice.safety import asking
from practice.safety.models import SafetyAnswers, deal_with
from practice.safety.questions import QUESTIONS, Answers


def fill_goals(put: Callable[[str, str], str], couple: Couple, person: Person) -> None:
    """One goal that stays between its writer and the coach, and one that the other may see."""
    for kind in ("goal", "shared goal"):
        told = Words(put(kind, person.name.lower()), put(kind, person.name.lower()))
        goal = models.begin(person, couple, told, 7, save_key=kind)
        if kind == "shared goal":
            goal.share()


def fill_alone(put: Callable[[str, str], str], couple: Couple, person: Person) -> None:
    """Somebody is asked alone and says yes to all; the coach notes what came of it."""
    asking.ask_alone(couple, person, by=couple.coach)
    screen = asking.open_for(person)
    assert screen
    screen.answer(Answers.of({question.key: "y" for question in QUESTIONS}), save_key=public_id())
    db.session.flush()
    told = db.session.scalars(db.select(SafetyAnswers).where(SafetyAnswers.screen_id == screen.id)).one()
    deal_with(couple, told.public_id, put("note alone", person.name.lower()), by=couple.coach)
