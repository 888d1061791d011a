"""Between their steps the couples of the sample live on: days kept and missed, lines agreed and looked at, turns heard."""

from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from practice.agreements.gaps import Gaps
from practice.agreements.jar import Jar
from practice.agreements.models import Line, LineState
from practice.agreements.texts import JointText
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.not_yet import NotYet
from practice.homework.plans import Plan
from practice.homework.ratings import Rating
from practice.journal.models import Entry
from practice.pace.models import opening_of
from practice.people.models import by_email
from practice.programme.library import Readers
from practice.programme.models import PublishedStep
from practice.turns.models import Readiness, is_heard
from practice.way.gathering import of_couple
from tests.sample.conftest import TODAY

pytestmark = pytest.mark.usefixtures("within")


def couple_of(name: str) -> Couple:
    person = by_email(f"{name}@example.test")
    assert person
    return db.session.scalars(select(Couple).where((Couple.first_id == person.id) | (Couple.second_id == person.id))).one()


def lines_of(couple: Couple, ledger: str) -> Sequence[Line]:
    return db.session.scalars(select(Line).where(Line.couple_id == couple.id, Line.ledger == ledger)).all()


def given(couple: Couple, slug: str) -> Assignment:
    rows = select(Assignment).join(PublishedStep).where(Assignment.couple_id == couple.id, PublishedStep.slug == slug)
    return db.session.scalars(rows).one()


def test_whoever_went_the_whole_way_is_done_with_every_step() -> None:
    couple = couple_of("margaret")
    assert couple.state is CoupleState.CLOSED
    assert [standing.slug for standing in of_couple(couple) if not standing.is_done] == []
    assert len(of_couple(couple)) == 16


def test_ana_and_ben_are_done_with_some_and_not_with_others() -> None:
    done = {standing.slug: standing.is_done for standing in of_couple(couple_of("ana"))}
    assert done["commit"]
    assert done["talk"]
    assert not done["act"]
    assert not done["pain"]


def test_one_cause_has_no_action_and_one_action_no_cause() -> None:
    couple = couple_of("ana")
    gaps = Gaps(lines_of(couple, "causes"), lines_of(couple, "actions"))
    assert (len(gaps.without_action), len(gaps.without_cause)) == (1, 1)
    assert gaps.cured


def test_their_commitment_was_amended_before_it_was_signed() -> None:
    couple = couple_of("ana")
    texts = [text for text in db.session.scalars(select(JointText)) if text.assignment.couple is couple]
    first = min(texts, key=lambda text: text.id)
    assert [version.is_signed for version in first.versions] == [False, True]
    assert {version.author.name for version in first.versions} == {"Ana", "Ben"}


def test_days_are_kept_and_missed_and_none_lies_ahead() -> None:
    kept = db.session.execute(select(Entry.person_id, func.count(Entry.on.distinct())).group_by(Entry.person_id)).all()
    assert sum(days for _, days in kept) > 200
    assert max(db.session.scalars(select(Entry.on))) < TODAY
    assert db.session.scalar(select(func.count(Entry.id)).where(Entry.shared_at.is_not(None))) == 3
    assert db.session.scalar(select(func.count(Entry.id)).where(Entry.readers == Readers.ONLY_ME)) == 1


def test_every_state_of_a_line_can_be_looked_at() -> None:
    assert set(db.session.scalars(select(Line.state))) == set(LineState)
    assert [line.waits for line in lines_of(couple_of("ana"), "jar") if line.larger] == [True]


def test_one_is_drawn_and_two_were_done() -> None:
    couple = couple_of("ana")
    jar = db.session.scalars(select(Jar).where(Jar.couple_id == couple.id)).one()
    assert jar.drawn(lines_of(couple, "jar"))


def test_one_couple_has_been_heard_and_in_another_one_alone_is_ready() -> None:
    assert is_heard(given(couple_of("margaret"), "pain"))
    waiting = given(couple_of("ana"), "pain")
    said = db.session.scalars(select(Readiness).join(Readiness.homework).where(Homework.assignment_id == waiting.id))
    assert [ready.homework.person.name for ready in said] == ["Ana"]


def test_of_the_pace_only_what_both_accept_is_open() -> None:
    opening = opening_of(given(couple_of("ana"), "joy"))
    assert opening
    assert opening.shown.far == ("side", "hands", "hugs")
    assert opening.shown.fast == "slowly"


def test_plans_ratings_and_not_yet_are_there_to_read() -> None:
    assert {plan.intention.is_unsure for plan in db.session.scalars(select(Plan))} == {True, False}
    assert {rating.person.is_coach for rating in db.session.scalars(select(Rating))} == {True, False}
    assert all(said.text for said in db.session.scalars(select(NotYet)))
