"""Whatever two people and their coach do with a text in whatever order: signed is what both approved, word for word."""

import contextlib
import os
from itertools import count

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from practice.agreements import texts
from practice.agreements.texts import Approval, JointText
from practice.db import db
from practice.errors import Refused
from practice.people.models import Person
from practice.trail.models import Event
from tests.agreements.texts.conftest import KEY
from tests.cast import Cast
from tests.writing import assign

_numbers = count(1)
STEPS = int(os.environ.get("TEXT_STEPS", "400"))
WHO = st.sampled_from(["ana", "ben"])
OFF = st.sampled_from([0, 0, 0, -1])  # now and then somebody acts on a page that is one wording old


class Signing(RuleBasedStateMachine):
    """Ana, Ben and Maya before one text. The model: the wordings, who approved the newest, which are signed, the renewals."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        self.people: dict[str, Person] = {name: Cast.person(name) for name in ("ana", "ben", "maya")}
        self.couple = Cast.couple("ana")
        with contextlib.suppress(Refused):
            self.couple.reopen(by=self.people["maya"])
        self.assignment = assign(self.couple, "commit")
        self.wordings: list[str] = []
        self.approved: set[str] = set()
        self.signed: list[int] = []
        self.renewed: list[set[str]] = [set()]
        self.can_write = True

    @property
    def newest_is_signed(self) -> bool:
        return bool(self.signed) and self.signed[-1] == len(self.wordings)

    @rule(name=st.sampled_from(["ana", "ben", "maya"]), off=OFF, word=st.sampled_from(["one", "two", ""]))
    def propose(self, name: str, off: int, word: str) -> None:
        wording = word or f"wording {next(_numbers)}"
        is_fresh = off == 0 or not self.wordings
        seen = len(self.wordings) + (0 if is_fresh else off)
        done = self._try(name, lambda text: text.propose(wording, seen=seen, save_key=str(next(_numbers)), by=self.people[name]))
        assert done == (self.can_write and is_fresh)
        if done and self.wordings[-1:] != [wording]:
            self.wordings.append(wording)
            self.approved = set()

    @rule(name=WHO, off=OFF)
    def approve(self, name: str, off: int) -> None:
        number = len(self.wordings) + off
        done = self._try(name, lambda text: text.approve(number, by=self.people[name]))
        assert done == (self.can_write and bool(self.wordings) and off == 0)
        if done and not self.newest_is_signed:
            self.approved.add(name)
            if len(self.approved) == 2:
                self.signed.append(number)
                self.renewed = [set()]

    @rule(name=WHO, off=OFF)
    def take_back(self, name: str, off: int) -> None:
        done = self._try(name, lambda text: text.take_back(len(self.wordings) + off, by=self.people[name]))
        assert done == (self.can_write and bool(self.wordings) and off == 0 and not self.newest_is_signed)
        if done:
            self.approved.discard(name)

    @rule(name=WHO, off=OFF)
    def renew(self, name: str, off: int) -> None:
        number, turn = (self.signed[-1] if self.signed else 1), len(self.renewed) + off
        done = self._try(name, lambda text: text.renew(number, turn, by=self.people[name]))
        assert done == (self.can_write and bool(self.signed))
        if done and off == 0:
            self.renewed[-1].add(name)
            if len(self.renewed[-1]) == 2:
                self.renewed.append(set())

    @rule(act=st.sampled_from(["pause", "reopen", "reopen", "reopen"]))
    def the_couple_rests_or_goes_on(self, act: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, act)(by=self.people["maya"])
        self.can_write = self.couple.may_write and not self.assignment.is_withdrawn

    @rule(really=st.integers(0, 9))
    def the_step_is_withdrawn(self, really: int) -> None:
        if really == 0 and not self.assignment.is_withdrawn:
            self.assignment.withdraw(by=self.people["maya"])
            db.session.flush()
            self.can_write = False

    def _try(self, name: str, act: object) -> bool:
        try:
            act(texts.of(self.assignment, KEY, by=self.people[name]))
        except Refused:
            return False
        db.session.flush()
        return True

    def teardown(self) -> None:
        if hasattr(self, "assignment"):
            if not self.assignment.is_withdrawn:
                self.assignment.withdraw(by=self.people["maya"])
            db.session.commit()

    @invariant()
    def signed_is_what_both_approved(self) -> None:
        if not hasattr(self, "assignment"):
            return
        text = texts.find(self.assignment, KEY)
        assert [version.text for version in (text.versions if text else [])] == self.wordings
        if text is None:
            return
        both = {person.id for person in self.couple.partners}
        for version in text.versions:
            assert version.is_signed == ({approval.person_id for approval in version.approvals} == both)
        assert [version.number for version in text.versions if version.is_signed] == self.signed
        assert (text.signed_at is not None) == bool(self.signed)
        self._newest_and_its_renewals(text)

    def _newest_and_its_renewals(self, text: JointText) -> None:
        if text.newest:
            yes = {name for name in ("ana", "ben") if text.newest.is_approved_by(self.people[name])}
            assert yes == (self.approved if not self.newest_is_signed else {"ana", "ben"})
        if held := text.in_force:
            assert held.turn == len(self.renewed)
            assert len(held.renewed_at) == len(self.renewed) - 1
        noted = select(func.count()).where(Event.verb == "text.signed", Event.subject == text.public_id)
        assert db.session.scalar(noted) == len(self.signed)
        of_coach = select(func.count()).where(Approval.person_id == self.people["maya"].id)
        assert db.session.scalar(of_coach) == 0


def test_signed_is_always_what_both_approved(inside: Flask, cast: Cast) -> None:
    checked = settings(
        max_examples=max(1, STEPS // 40),
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Signing, settings=checked)
