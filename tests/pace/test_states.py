"""Whatever happens in whatever order, what both see is never more than what both accept now, nor than what was opened."""

import contextlib
import os
from itertools import count

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice.db import db
from practice.errors import Refused
from practice.homework.states import Reveals
from practice.pace import models
from practice.pace.choosing import Choice
from tests.cast import Cast
from tests.writing import assign

_numbers = count(1)
STEPS = int(os.environ.get("PACE_STEPS", "400"))
FAR = ("side", "hands", "hugs", "holding", "kissing", "more")
FAST = ("stay", "slowly", "gently", "sooner")
CHOICES = st.builds(
    Choice, st.sets(st.sampled_from(FAR)).map(lambda far: tuple(k for k in FAR if k in far)), st.sampled_from(FAST)
)


class Pacing(RuleBasedStateMachine):
    """Ana, Ben and Maya. The model: each one's choice, and what is open, as plain sets."""

    @initialize(reveals=st.sampled_from(Reveals))
    def begin(self, reveals: Reveals) -> None:
        db.session.rollback()
        self.maya, self.couple = Cast.person("maya"), Cast.couple("ana")
        with contextlib.suppress(Refused):
            self.couple.reopen(by=self.maya)
        self.assignment = assign(self.couple, "joy", reveals=reveals)
        self.parts = {part.person.name.lower(): part for part in self.assignment.parts}
        self.choices: dict[str, Choice] = {}
        self.open: tuple[set[str], int] | None = None

    @property
    def rests(self) -> bool:
        return self.assignment.is_withdrawn or not self.couple.may_write

    @rule(name=st.sampled_from(["ana", "ben"]), wanted=CHOICES, is_old_page=st.sampled_from([False, False, False, True]))
    def choose(self, name: str, wanted: Choice, is_old_page: bool) -> None:
        kept, before = models.chosen(self.parts[name]), self.choices.get(name)
        revision = (kept.revision if kept else 0) - is_old_page
        is_less = before and set(wanted.far) <= set(before.far) and FAST.index(wanted.fast) <= FAST.index(before.fast)
        try:
            models.choose(self.parts[name], wanted, revision=revision, save_key=str(next(_numbers)))
        except Refused:
            assert is_old_page or (self.rests and not is_less)
            return
        assert not is_old_page
        assert not self.rests or is_less
        self.choices[name] = wanted
        if self.open:
            self.open = self.open[0] & set(wanted.far), min(self.open[1], FAST.index(wanted.fast))
        elif self.assignment.reveals is Reveals.ITSELF and len(self.choices) == 2 and not self.rests:
            self.open = self._accepted()

    @rule()
    def maya_opens_it(self) -> None:
        try:
            models.open_to_both(self.assignment, by=self.maya)
        except Refused:
            assert self.rests or len(self.choices) < 2
            return
        assert not self.rests
        self.open = self._accepted()

    @rule(act=st.sampled_from(["pause", "reopen", "reopen"]))
    def the_couple_rests_or_goes_on(self, act: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, act)(by=self.maya)

    @rule(really=st.integers(0, 9))
    def the_step_is_withdrawn(self, really: int) -> None:
        if really == 0 and not self.assignment.is_withdrawn:
            self.assignment.withdraw(by=self.maya)
            db.session.flush()

    def teardown(self) -> None:
        if hasattr(self, "assignment") and not self.assignment.is_withdrawn:
            self.assignment.withdraw(by=self.maya)
        db.session.commit()

    @invariant()
    def what_is_shown_is_what_was_opened_and_both_still_accept(self) -> None:
        if not hasattr(self, "assignment"):
            return
        db.session.flush()
        opening = models.opening_of(self.assignment)
        assert (opening is not None) == (self.open is not None)
        if opening and self.open:
            assert (set(opening.shown.far), FAST.index(opening.shown.fast)) == self.open
            for choice in self.choices.values():
                assert set(opening.shown.far) <= set(choice.far)
                assert FAST.index(opening.shown.fast) <= FAST.index(choice.fast)

    def _accepted(self) -> tuple[set[str], int]:
        one, other = self.choices.values()
        return set(one.far) & set(other.far), min(FAST.index(one.fast), FAST.index(other.fast))


def test_nobody_ever_sees_more_than_both_accept(inside: Flask, cast: Cast) -> None:
    checked = settings(
        max_examples=max(1, STEPS // 40),
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Pacing, settings=checked)
