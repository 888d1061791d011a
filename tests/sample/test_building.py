"""The sample practice shows everything a practice can look like, and only what could really have happened."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework, State
from practice.homework.reflections import Answer, Reflection
from practice.people.invitations import State as Invitation
from practice.people.invitations import standing
from practice.people.models import Person, Practice, by_email
from practice.post import Letter
from practice.programme.library import check, missing
from practice.sample.building import SIGN_INS, is_empty
from practice.trail.models import Event
from tests.sample.conftest import PASSWORD, TODAY

pytestmark = pytest.mark.usefixtures("within")


def test_two_practices_eight_couples_and_hundreds_of_answers() -> None:
    assert db.session.scalar(select(func.count(Practice.id))) == 2
    assert Counter(couple.coach.name for couple in db.session.scalars(select(Couple))) == {"Maya": 5, "Noor": 3}
    assert (db.session.scalar(select(func.count(Answer.id))) or 0) >= 300
    assert not is_empty()


def test_every_state_can_be_looked_at() -> None:
    assert set(db.session.scalars(select(Couple.state))) == set(CoupleState)
    assert set(db.session.scalars(select(Homework.state))) == set(State)


def test_everybody_on_the_list_signs_in_with_the_one_password() -> None:
    for email in SIGN_INS:
        person = by_email(email)
        assert person
        assert person.has_joined
        assert person.knows(PASSWORD)


def test_olu_owns_noors_practice_and_maya_her_own() -> None:
    maya, noor, olu = (by_email(f"{name}@example.test") for name in ("maya", "noor", "olu"))
    assert maya
    assert noor
    assert olu
    assert (maya.is_owner, noor.is_owner, olu.is_owner) == (True, False, True)
    assert noor.practice is olu.practice is not maya.practice


def test_the_newest_couple_waits_for_two_letters() -> None:
    couple = db.session.scalars(select(Couple).where(Couple.state == CoupleState.INVITED)).one()
    assert sorted(db.session.scalars(select(Letter.to_address))) == sorted(p.email for p in couple.partners)
    assert {standing(partner).state for partner in couple.partners} <= {Invitation.SENT, Invitation.EXPIRED}


def test_everything_lies_in_the_past_half_year() -> None:
    first, last = db.session.execute(select(func.min(Event.at), func.max(Event.at))).one()
    today = datetime.combine(TODAY, datetime.min.time(), UTC)
    assert 150 < (today - first).days < 190
    assert last < today


def test_events_are_kept_in_the_order_in_which_they_happened() -> None:
    moments = list(db.session.scalars(select(Event.at).order_by(Event.id)))
    assert moments == sorted(moments)


def test_every_answer_could_have_been_given() -> None:
    for reflection in db.session.scalars(select(Reflection)):
        step = reflection.homework.assignment.published.step
        told = {answer.prompt_key: answer for answer in reflection.answers}
        for prompt in step.prompts:
            answer = told.get(prompt.key)
            value = answer.value if answer else None
            assert (check(prompt, value), missing(prompt, value)) == (None, None), (step.slug, prompt.key, value)
            assert answer is None or answer.readers in step.choices(prompt), (step.slug, prompt.key)


def test_no_two_people_write_the_same_words() -> None:
    written: dict[str, Person] = {}
    for answer in db.session.scalars(select(Answer)):
        writer = answer.reflection.homework.person
        for text in _texts(answer.value):
            assert written.setdefault(text, writer) is writer, text


def test_ana_and_ben_show_a_coach_everything_there_is_to_do() -> None:
    ana, ben = by_email("ana@example.test"), by_email("ben@example.test")
    assert ana
    assert ben
    joint = db.session.scalars(select(Assignment).join(Assignment.parts).where(Homework.person_id == ana.id)).unique().all()
    assert any(assignment.awaits_reveal for assignment in joint)
    assert _states(ana) >= {State.SUBMITTED, State.DRAFT, State.ASSIGNED, State.REVIEWED}
    assert _states(ben) >= {State.SUBMITTED, State.ASKED_AGAIN, State.OPENED, State.REVIEWED}
    unread = select(Feedback).join(Feedback.homework).where(Homework.person_id.in_([ana.id, ben.id]), Feedback.read_at.is_(None))
    assert len(db.session.scalars(unread).all()) >= 2


def test_their_report_has_something_to_print() -> None:
    ana = by_email("ana@example.test")
    assert ana
    ready = (
        select(Reflection)
        .join(Reflection.homework)
        .where(Homework.person_id == ana.id, Reflection.revealed_at.is_not(None), Reflection.released_at.is_not(None))
    )
    assert sum(reflection.chosen_at is not None for reflection in db.session.scalars(ready)) >= 5


def _states(person: Person) -> set[State]:
    return set(db.session.scalars(select(Homework.state).where(Homework.person_id == person.id)))


def _texts(value: object) -> list[str]:
    """Whatever is long enough to be somebody's own words."""
    cells = (
        [cell for row in value for cell in row.values()]
        if isinstance(value, list) and value and isinstance(value[0], dict)
        else []
    )
    return [text for text in [*cells, value] if isinstance(text, str) and len(text) > 25]
