"""Whatever happens in whatever order, nobody sees more than the rules of sharing allow.

A model keeps, in the plainest way, who may see which rows; after each step it is compared with what the policy lets
each person's query find.
"""

import contextlib
import os
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import Select, TextClause, literal_column, or_, select, text, true, union_all

from practice import policy
from practice.agreements.check_ins import CheckIn
from practice.agreements.models import Line
from practice.agreements.texts import JointText, TextVersion
from practice.appointments.models import Appointment, Attendance
from practice.db import Model, db
from practice.errors import Refused
from practice.goals.models import Goal
from practice.homework.drafts import Draft
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework
from practice.homework.not_yet import NotYet
from practice.homework.plans import Plan
from practice.homework.ratings import Rating
from practice.homework.reflections import Answer
from practice.journal.models import Entry
from practice.measures.answers import ItemAnswers, Total
from practice.measures.marks import Marks
from practice.measures.models import Asking, Occasion
from practice.measures.releases import TotalsRelease
from practice.notes.drafts import NoteDraft
from practice.notes.models import NoteText
from practice.notes.process import ProcessDraft, ProcessText
from practice.pace.models import PaceChoice
from practice.people.models import Person
from practice.reporting.consents import Consent
from practice.reporting.documents import Document
from practice.reporting.models import Report
from practice.reporting.releases import Release
from practice.safety.models import SafetyAnswers, SafetyDealing, SafetyScreen
from practice.turns.models import Move, Opening
from practice.way.models import Planned
from tests.policy.alone import Alone
from tests.policy.days import Days
from tests.policy.evenings import Evenings
from tests.policy.lists import Lists
from tests.policy.papers import Papers
from tests.policy.sessions import Sessions
from tests.policy.steps import Steps
from tests.policy.totals import Totals
from tests.policy.two import COACH, coaching

STEPS = int(os.environ.get("VISIBILITY_STEPS", "250"))  # on each database; in the long run 10000
KINDS: tuple[type[Model], ...] = (
    *(Assignment, Homework, Answer, Feedback, Plan, NotYet, Rating, Planned),
    *(Entry, Line, CheckIn, Move, Opening),
    *(Asking, Occasion, ItemAnswers, Total, TotalsRelease),
    *(Appointment, Attendance, NoteText, ProcessText),
    *(Goal, SafetyScreen, SafetyAnswers, SafetyDealing),
    *(Report, Document, Release, Consent),
)


class Sharing(Steps, Days, Lists, Evenings, Totals, Sessions, Alone, Papers):
    """Ana and Ben write, Maya reveals; Rosa works beside her, Noor and her couple look on from next door."""

    @initialize()
    def begin(self) -> None:
        super().begin()
        self.agree()
        self.begin_turns()
        self.ask_weekly()
        self.meet()
        self.wish_for_something()
        self.print_papers()
        self.questions = {person.id: reach(person) for person in self.everyone}

    @rule(act=st.sampled_from(["pause", "close", "reopen", "reopen", "hand_over"]))
    def couple_changes(self, act: str) -> None:
        by = self.couple.coach
        with contextlib.suppress(Refused):
            if act == "hand_over":
                self.couple.hand_over(self.rosa if by is self.maya else self.maya, by=by)
            else:
                getattr(self.couple, act)(by=by)

    @invariant()
    def nobody_sees_more_than_the_model_allows(self) -> None:
        if hasattr(self, "questions"):
            db.session.flush()
            for person in self.everyone:
                roles = {person.id} | ({COACH, coaching(person.id)} if person is self.couple.coach else set())
                right = {(kind.__name__, row) for (kind, row), people in self.may_see.items() if people & roles}
                found = {(kind, row) for kind, row in db.session.execute(self.questions[person.id])}
                assert found - right == set(), f"{person.name} sees too much"
                assert right - found == set(), f"{person.name} misses something"


def reach(person: Person) -> TextClause:
    """The question for every row that somebody can reach: by a door of its own, or on the page of something they may open.

    Put into words once, for it is asked after every step.
    """
    asked: list[Any] = [_of(kind, policy.rows(person, kind)) for kind in KINDS]
    parts = policy.rows(person, Homework, "write").with_only_columns(Homework.assignment_id)
    given = policy.rows(person, Assignment, "review").with_only_columns(Assignment.id)
    on_pages = or_(JointText.assignment_id.in_(parts), JointText.assignment_id.in_(given))
    asked.append(_of(TextVersion, select(TextVersion).join(JointText).where(on_pages)))
    return text(str(union_all(*asked).compile(db.engine, compile_kwargs={"literal_binds": True})))


def _of(kind: type[Any], rows: Select[Any]) -> Select[Any]:
    return rows.with_only_columns(literal_column(f"'{kind.__name__}'"), kind.id)


def run(**more: object) -> None:
    run_state_machine_as_test(
        Sharing, settings=settings(deadline=None, suppress_health_check=list(HealthCheck), stateful_step_count=25, **more)
    )


def test_nobody_ever_sees_more_than_was_shared(inside: Flask) -> None:
    run(max_examples=max(1, STEPS // 25))


@pytest.mark.parametrize(
    "kind", [Homework, Answer, Entry, Line, CheckIn, Move, Rating, Total, NoteText, ProcessText, Goal, Document]
)
@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_a_condition_that_is_too_wide_is_noticed(inside: Flask, monkeypatch: pytest.MonkeyPatch, kind: type[Model]) -> None:
    monkeypatch.setitem(policy.TABLE, (kind, "see"), lambda person: true())
    with pytest.raises(AssertionError, match="sees too much"):
        # It ends with the first evening that shows it; the same evenings every time.
        run(max_examples=500, phases=[Phase.generate], database=None, derandomize=True)


def test_drafts_and_paces_have_no_door_but_their_writers() -> None:
    assert not [kind for kind, _ in policy.TABLE if kind in (Draft, PaceChoice, Marks, NoteDraft, ProcessDraft)]
