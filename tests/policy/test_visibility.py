"""Whatever happens in whatever order, nobody sees more than the rules of sharing allow.

A model keeps, in the plainest way, who may read which words; after each step it is compared with what the policy
lets each person's query find.
"""

import contextlib
import os
from itertools import count

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from practice import policy
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.errors import Refused
from practice.homework import assigning, feedback, models
from practice.homework.drafts import Draft
from practice.homework.drafts import of as draft_of
from practice.homework.reflections import Answer, Reflection
from practice.people.models import Person, Practice, Role
from practice.places import programme
from practice.programme.library import Readers, load
from practice.programme.models import PublishedStep, publish

_numbers = count(1)
STEPS = int(os.environ.get("VISIBILITY_STEPS", "250"))  # on each database; in the long run 10000


class Sharing(RuleBasedStateMachine):
    """Ana and Ben write, Maya reveals; Noor and her Kim look on from next door."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        publish(load(programme()))
        house, next_door = Practice(name="Riverside"), Practice(name="Harbour")
        self.maya, self.noor = self._coach(house, "Maya"), self._coach(next_door, "Noor")
        db.session.flush()
        self.couple = self._couple(self.maya)
        self.ana, self.ben = self.couple.partners
        self.kim = self._couple(self.noor).first
        self.everyone = (self.ana, self.ben, self.maya, self.noor, self.kim)
        self.steps = {s.slug: s for s in db.session.scalars(select(PublishedStep))}
        self.assignments: list[models.Assignment] = []
        self.readers_of: dict[str, set[int]] = {}  # word → ids of the people who may read it
        self.pending: dict[str, tuple[models.Homework, Readers]] = {}  # sent words that a reveal may widen

    def _coach(self, house: Practice, name: str) -> Person:
        coach = Person(practice=house, role=Role.COACH, name=name, email=f"{name}{next(_numbers)}@example.test".lower())
        db.session.add(coach)
        return coach

    def _couple(self, coach: Person) -> couples.Couple:
        number = next(_numbers)
        couple = couples.add(coach, ("Ana", "Ben"), (f"a{number}@example.test", f"b{number}@example.test"), Kind.NO_SECRETS)
        for partner in couple.partners:
            partner.joined_at = couple.began_at
            couple.sign(couple.confidentialities[0], partner, partner.name)
        return couple

    @rule(slug=st.sampled_from(["causes", "commit", "fallback", "fears"]), itself=st.booleans())
    def assign(self, slug: str, itself: bool) -> None:
        with contextlib.suppress(Refused):
            self.assignments += assigning.assign(
                self.couple,
                self.steps[slug],
                [self.ana],
                due_on=None,
                note="",
                reveals=models.Reveals.ITSELF if itself else models.Reveals.COACH,
                by=self.maya,
            )
        db.session.flush()

    @precondition(lambda self: self.assignments)
    @rule(data=st.data(), readers=st.sampled_from([Readers.ONLY_ME, Readers.COACH, Readers.BOTH]))
    def submit(self, data: st.DataObject, readers: Readers) -> None:
        part = self._some_part(data)
        word = f"word{next(_numbers)}"
        # An own step offers no sharing at all; the form never lets it through.
        readers = readers if part.assignment.together else min(readers, Readers.COACH, key=list(Readers).index)
        answer = Answer.written(part.person, "q", word, readers, self.couple.confidentialities[0].id)
        try:
            part.submit(Reflection(sent_key=str(next(_numbers)), answers=[answer]))
        except Refused:
            return
        finally:
            db.session.flush()
        self.readers_of[word] = {part.person_id} | ({self.maya.id} if readers is not Readers.ONLY_ME else set())
        self.pending[word] = (part, readers)
        if part.assignment.reveals_itself and part.assignment.all_sent and not part.assignment.is_written_anew:
            self._widen(part.assignment)

    @precondition(lambda self: self.assignments)
    @rule(data=st.data())
    def reveal(self, data: st.DataObject) -> None:
        assignment = data.draw(st.sampled_from(self.assignments))
        try:
            assignment.reveal(by=self.maya)
        except Refused:
            return
        self._widen(assignment)

    def _widen(self, assignment: models.Assignment) -> None:
        for part in assignment.parts:
            sent = [word for word, (its, _) in self.pending.items() if its is part]
            for word in sent[-1:]:
                if self.pending[word][1] is Readers.BOTH:
                    self.readers_of[word] |= {self.ana.id, self.ben.id}

    @precondition(lambda self: self.assignments)
    @rule(data=st.data(), act=st.sampled_from(["ask_again", "review", "withdraw"]))
    def coach_acts(self, data: st.DataObject, act: str) -> None:
        part = self._some_part(data)
        with contextlib.suppress(Refused):
            getattr(part.assignment if act == "withdraw" else part, act)(by=self.maya)

    @rule(act=st.sampled_from(["pause", "close", "reopen"]))
    def couple_changes(self, act: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, act)(by=self.maya)

    @precondition(lambda self: self.assignments)
    @rule(data=st.data())
    def write_draft_and_feedback(self, data: st.DataObject) -> None:
        part = self._some_part(data)
        draft = draft_of(part)
        draft.save({"q": "draft"}, {"q": Readers.BOTH}, revision=draft.revision, save_key=str(next(_numbers)))
        feedback.give([part], "only for you", by=self.maya)

    def _some_part(self, data: st.DataObject) -> models.Homework:
        return data.draw(st.sampled_from([part for a in self.assignments for part in a.parts]))

    @invariant()
    def nobody_sees_more_than_the_model_allows(self) -> None:
        if not hasattr(self, "everyone"):
            return
        db.session.flush()
        for person in self.everyone:
            found = {answer.value for answer in db.session.scalars(policy.rows(person, Answer))}
            assert found == {word for word, readers in self.readers_of.items() if person.id in readers}
            letters = {f.homework.person_id for f in db.session.scalars(policy.rows(person, feedback.Feedback))}
            allowed = {self.ana.id, self.ben.id} if person is self.maya else {person.id}
            assert letters <= allowed

    @invariant()
    def drafts_have_no_door_but_their_writers(self) -> None:
        assert not [kind for kind, _ in policy.TABLE if kind is Draft]


def test_nobody_ever_sees_more_than_was_shared(inside: Flask) -> None:
    checked = settings(
        max_examples=max(1, STEPS // 25),
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Sharing, settings=checked)
