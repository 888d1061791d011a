"""Whatever the two, their coach and the calendar do to a line in whatever order, it is where the plainest model says."""

import contextlib
from collections.abc import Callable
from datetime import timedelta
from itertools import count

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice import clock
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.models import Kept, LineState, Owner
from practice.agreements.wording import Wording
from practice.db import db
from practice.errors import Refused
from practice.homework import assigning
from practice.homework.models import Reveals
from tests.cast import Cast, gather

_numbers = count(1)
WHO = st.sampled_from(["ana", "ben"])


class Course(RuleBasedStateMachine):
    """One agreement of Ana and Ben. `seen` is the revision on each one's open page; a yes is a yes to that."""

    @initialize(larger=st.booleans())
    def begin(self, larger: bool) -> None:
        db.session.rollback()
        self.now = clock.now()
        self.couple = Cast.couple("ana")
        self.people = {"ana": self.couple.first, "ben": self.couple.second}
        [self.given] = assigning.assign(
            self.couple, Cast.step("joy"), [], due_on=None, note="", reveals=Reveals.COACH, by=self.couple.coach
        )
        db.session.flush()
        part = self.given.part_of(self.couple.first)
        assert part
        words = Wording({"moment": "Tea", "time": ""}, Owner.BOTH, larger=larger)
        self.line = add(part, self.given.published.step.ledger("jar"), words, save_key=str(next(_numbers)))
        db.session.flush()
        self.state, self.worded_by, self.revision, self.opened, self.resting = "proposed", "ana", 1, False, False
        self.larger, self.let_go_by, self.had_yes, self.let_go_at = larger, "", False, self.now
        self.seen = {"ana": 1, "ben": 1}

    def tries(self, act: Callable[[], object], may: bool) -> bool:
        """Do it; it is refused exactly when the model says that it may not be."""
        with clock.at(self.now):
            try:
                act()
            except Refused:
                assert self.resting or not may
                return False
        assert may
        assert not self.resting
        return True

    @rule(who=WHO)
    def look_at_the_page(self, who: str) -> None:
        self.seen[who] = self.revision

    @rule(who=WHO)
    def say_yes(self, who: str) -> None:
        may = self.seen[who] == self.revision and (self.state == "agreed" or (self.state == "proposed" and self.worded_by != who))
        if self.tries(lambda: self.line.say_yes(by=self.people[who], revision=self.seen[who]), may):
            self.state = "agreed"

    @rule(who=WHO)
    def change(self, who: str) -> None:
        words = Wording({"moment": f"Tea {next(_numbers)}", "time": ""}, Owner.BOTH, larger=self.larger)
        may = self.seen[who] == self.revision and self.state in ("proposed", "agreed")
        if self.tries(lambda: self.line.change(words, by=self.people[who], revision=self.seen[who]), may):
            self.state, self.worded_by, self.revision, self.opened = "proposed", who, self.revision + 1, False

    @rule(who=WHO)
    def let_go(self, who: str) -> None:
        if self.tries(lambda: self.line.let_go(by=self.people[who]), True) and self.state != "let_go":
            self.had_yes, self.let_go_by, self.let_go_at, self.state = self.state == "agreed", who, self.now, "let_go"

    @rule(who=WHO)
    def reopen(self, who: str) -> None:
        if not self.tries(lambda: self.line.reopen(by=self.people[who]), True) or self.state != "let_go":
            return
        undone = who == self.let_go_by and self.now - self.let_go_at < timedelta(minutes=10)
        self.state = "agreed" if undone and self.had_yes else "proposed"
        self.worded_by = self.worded_by if undone else who

    @rule(who=WHO)
    def end(self, who: str) -> None:
        self.tries(lambda: self.line.end("So it was", by=self.people[who]), may=False)

    @rule()
    def coach_opens(self) -> None:
        may = self.larger and self.state in ("proposed", "agreed")
        if self.tries(lambda: self.line.open("A reason", by=self.couple.coach), may):
            self.opened = True

    @rule(who=WHO)
    def check(self, who: str) -> None:
        # A jar's lines are not looked at week by week, whatever state they are in.
        week = monday(self.now.date())
        self.tries(lambda: self.line.look(by=self.people[who], week_on=week, kept=Kept.YES, hours=None, note=""), may=False)

    @rule(minutes=st.sampled_from([5, 60, 60 * 24 * 8]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(act=st.sampled_from(["pause", "close", "reopen"]))
    def coach_rests(self, act: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, act)(by=self.couple.coach)
        self.resting = not self.couple.may_write

    @rule()
    def coach_takes_the_step_back(self) -> None:
        # The line lives on: nothing in the model changes.
        with contextlib.suppress(Refused):
            self.given.withdraw(by=self.couple.coach)

    @invariant()
    def it_is_where_the_model_says(self) -> None:
        if not hasattr(self, "line"):
            return
        db.session.flush()
        db.session.refresh(self.line)
        assert (self.line.state, self.line.revision) == (LineState(self.state), self.revision)
        assert self.line.counts == (self.state == "agreed" and (self.opened or not self.larger))
        asked = {name for name, person in self.people.items() if self.line.awaits_yes_of(person)}
        assert asked == ({"ana", "ben"} - {self.worded_by} if self.state == "proposed" else set())


class Deed(RuleBasedStateMachine):
    """An action needs no yes: it counts as it stands, and is done, let go or taken up again by either."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        self.couple = Cast.couple("ana")
        self.people = {"ana": self.couple.first, "ben": self.couple.second}
        [given] = assigning.assign(
            self.couple, Cast.step("act"), [], due_on=None, note="", reveals=Reveals.COACH, by=self.couple.coach
        )
        db.session.flush()
        part = given.part_of(self.couple.first)
        assert part
        noun = given.published.step.ledger("actions")
        self.line = add(part, noun, Wording({"action": "Phone him", "different": ""}), save_key=str(next(_numbers)))
        self.state = "agreed"

    @rule(who=WHO, act=st.sampled_from(["end", "let_go", "reopen", "change", "say_yes"]))
    def act(self, who: str, act: str) -> None:
        by = self.people[who]
        acts: dict[str, tuple[Callable[[], object], dict[str, str]]] = {
            "end": (lambda: self.line.end("He said so", by=by), {"agreed": "done", "done": "done"}),
            "let_go": (lambda: self.line.let_go(by=by), {"agreed": "let_go", "let_go": "let_go"}),
            "reopen": (lambda: self.line.reopen(by=by), {"done": "agreed", "let_go": "agreed", "agreed": "agreed"}),
            "change": (lambda: self.line.change(self.other_words(), by=by, revision=self.line.revision), {"agreed": "agreed"}),
            "say_yes": (lambda: self.line.say_yes(by=by, revision=self.line.revision), {"agreed": "agreed"}),
        }
        do, leads_to = acts[act]
        if self.state in leads_to:
            do()
            self.state = leads_to[self.state]
        else:
            with pytest.raises(Refused):
                do()

    def other_words(self) -> Wording:
        return Wording({"action": f"Phone him {next(_numbers)}", "different": ""})

    @invariant()
    def it_is_where_the_model_says(self) -> None:
        if hasattr(self, "state"):
            db.session.flush()
            db.session.refresh(self.line)
            assert self.line.state == self.state


CHECKED = settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))


def test_a_line_is_always_where_it_should_be(inside: Flask) -> None:
    gather()
    run_state_machine_as_test(Course, settings=CHECKED)


def test_an_action_is_always_where_it_should_be(inside: Flask) -> None:
    gather()
    run_state_machine_as_test(Deed, settings=CHECKED)
