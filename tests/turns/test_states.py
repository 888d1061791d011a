"""Whatever happens in whatever order: nobody speaks out of turn, nothing is written while it is closed, heard means heard."""

import contextlib
from itertools import count, pairwise

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice import clock
from practice.couples import models as couples
from practice.couples.confidentiality import Kind as Policy
from practice.db import db
from practice.errors import Refused
from practice.homework import assigning
from practice.people.models import Person, Practice, Role
from practice.programme.library import SHIPPED, load
from practice.programme.models import publish
from practice.turns.course import Kind
from practice.turns.models import is_heard, is_open
from practice.turns.turns import Turns

_numbers = count(1)
WHO = st.sampled_from([0, 1])


class Speaking(RuleBasedStateMachine):
    """Ana and Ben try everything at any time; a plain model says what must have come of it."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        edition = publish(load(SHIPPED))
        number = next(_numbers)
        self.maya = Person(practice=Practice(name="Riverside"), role=Role.COACH, name="Maya", email=f"m{number}@example.test")
        db.session.add(self.maya)
        db.session.flush()
        emails = (f"a{number}@example.test", f"b{number}@example.test")
        self.couple = couples.add(self.maya, ("Ana", "Ben"), emails, Policy.NO_SECRETS)
        for partner in self.couple.partners:
            partner.joined_at = clock.now()
            self.couple.sign(self.couple.confidentialities[0], partner, partner.name)
        pain = next(step for step in edition.steps if step.slug == "pain")
        people = list(self.couple.partners)
        [self.given] = assigning.assign(self.couple, pain, people, due_on=None, note="", by=self.maya)
        db.session.flush()
        # The model: who is ready, whether it is open, how many pauses stand, what was said, by whom.
        self.ready: set[int] = set()
        self.open = False
        self.resting: set[int] = set()
        self.said: list[tuple[int, Kind]] = []

    @property
    def turns(self) -> Turns:
        db.session.flush()
        return Turns.of(self.given)

    def person(self, who: int) -> Person:
        return self.couple.partners[who]

    @property
    def works(self) -> bool:
        return self.couple.may_write and not self.given.is_withdrawn

    @property
    def is_done(self) -> bool:
        return len([kind for _, kind in self.said if kind is Kind.FELT_HEARD]) == 2

    @rule(who=WHO)
    def say_ready(self, who: int) -> None:
        with contextlib.suppress(Refused):
            self.turns.say_ready(self.person(who))
        if self.works:
            self.ready.add(who)

    @rule(who=WHO)
    def take_back(self, who: int) -> None:
        with contextlib.suppress(Refused):
            self.turns.take_back(self.person(who))
        if not self.given.is_withdrawn:
            self.ready.discard(who)
            if self.open and not self.is_done:
                self.resting.add(self.person(who).id)

    @rule(who=WHO)
    def need_a_break(self, who: int) -> None:
        with contextlib.suppress(Refused):
            self.turns.need_a_break(self.person(who))
        if not self.given.is_withdrawn and self.open and not self.is_done:
            self.ready.discard(who)
            self.resting.add(self.person(who).id)

    @rule(who=WHO, kind=st.sampled_from(Kind), late=st.booleans())
    def move(self, who: int, kind: Kind, late: bool) -> None:
        turns, writer = self.turns, self.person(who)
        goes = self.works and self.open and not self.resting and not late and turns.course.allows(writer.id, kind)
        number = turns.next_number - 1 if late else turns.next_number
        try:
            turns.move(kind, writer, "words", number=number, save_key=str(next(_numbers)))
        except Refused:
            assert not goes
        else:
            assert goes
            self.said.append((writer.id, kind))

    @rule(data=st.data(), late=st.booleans())
    def the_right_move(self, data: st.DataObject, late: bool) -> None:
        """Otherwise chance would hardly ever come to the end."""
        course = self.turns.course
        if course.may_come:
            kind = data.draw(st.sampled_from(sorted(course.may_come)))
            self.move([person.id for person in self.couple.partners].index(course.whose_turn), kind, late)

    @rule()
    def all_is_well(self) -> None:
        self.say_ready(0)
        self.say_ready(1)
        self.open_it("")
        self.begin_turns(None)

    @rule(kind=st.sampled_from(Kind))
    def note(self, kind: Kind) -> None:
        turns = self.turns
        with contextlib.suppress(Refused):
            turns.note(kind, number=turns.next_number, by=self.maya)
            assert self.works
            assert self.open
            assert not self.resting
            self.said.append((turns.moves[-1].person_id, kind))

    @rule(reason=st.sampled_from(["", "They asked for it."]))
    def open_it(self, reason: str) -> None:
        with contextlib.suppress(Refused):
            self.turns.open(reason, by=self.maya)
        if self.works and (reason or len(self.ready) == 2):
            self.open = True

    @rule()
    def close_it(self) -> None:
        with contextlib.suppress(Refused):
            self.turns.close(by=self.maya)
        if not self.given.is_withdrawn and self.open:
            self.open = False
            self.resting.clear()

    @rule(first=st.sampled_from([None, 0, 1]))
    def begin_turns(self, first: int | None) -> None:
        before = self.turns.course.first
        with contextlib.suppress(Refused):
            self.turns.begin(None if first is None else self.person(first), by=self.maya)
        assert before in (None, self.turns.course.first), "who speaks first was changed"

    @rule()
    def pause(self) -> None:
        with contextlib.suppress(Refused):
            self.turns.pause(by=self.maya)
        if not self.given.is_withdrawn and self.open and not self.is_done:
            self.resting.add(self.maya.id)

    @rule(knows_all=st.booleans())
    def resume(self, knows_all: bool) -> None:
        known = self.turns.pauses if knows_all else self.turns.pauses[:1]
        ids = {pause.by_id for pause in known}
        with contextlib.suppress(Refused):
            self.turns.resume(seen=known[-1].public_id if known else "", by=self.maya)
        if self.works:
            self.resting -= ids

    @rule(act=st.sampled_from(["pause", "reopen", "reopen", "close"]))
    def couple_changes(self, act: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, act)(by=self.maya)

    @rule(sure=st.integers(0, 9))
    def withdraw(self, sure: int) -> None:
        if not sure:
            with contextlib.suppress(Refused):
                self.given.withdraw(by=self.maya)

    @invariant()
    def it_stands_as_the_model_says(self) -> None:
        if not hasattr(self, "said"):
            return
        turns = self.turns
        assert {who for who in (0, 1) if self.person(who).id in turns.ready} == self.ready
        assert (turns.opening is not None, is_open(self.given)) == (self.open, self.open)
        assert {pause.by_id for pause in turns.pauses} == self.resting
        assert [(move.person_id, move.kind) for move in turns.moves] == self.said
        assert [move.number for move in turns.moves] == list(range(1, len(self.said) + 1))

    @invariant()
    def nobody_speaks_out_of_turn_and_heard_means_heard(self) -> None:
        if not hasattr(self, "said"):
            return
        assert all(before[0] != after[0] for before, after in pairwise(self.said))
        speakers = [person for person, kind in self.said if kind is Kind.SAID]
        assert len(speakers) == len(set(speakers))
        verdicts: dict[int, Kind] = {}
        for person, kind in self.said:
            if kind in (Kind.FELT_HEARD, Kind.NOT_YET):
                verdicts[person] = kind
        assert is_heard(self.given) == (list(verdicts.values()) == [Kind.FELT_HEARD] * 2)


def test_the_course_holds_whatever_they_do(inside: Flask) -> None:
    if db.engine.dialect.name != "sqlite":
        pytest.skip("tried on SQLite; two at once are tried on both")
    checked = settings(max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Speaking, settings=checked)
