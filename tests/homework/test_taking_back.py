"""A change of mind before the reveal, and all that may happen to what is sealed, in whatever order."""

import contextlib
from itertools import count

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice import policy
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.errors import Refused
from practice.homework import assigning, drafts
from practice.homework.models import Homework, Reveals, State
from practice.homework.reflections import Answer, Reflection
from practice.people.models import Person, Practice, Role
from practice.programme.library import SHIPPED, Readers, load
from practice.programme.models import PublishedStep, publish
from tests.browser import Browser
from tests.homework.conftest import Evening

_numbers = count(1)
WHO = st.integers(0, 1)


def reveal(evening: Evening) -> None:
    evening.act(lambda part: part.assignment.reveal(by=part.assignment.couple.coach))


def test_ana_takes_back_what_she_sent_and_her_words_stay(evening: Evening, ana: Browser) -> None:
    evening.send(longest="TAKEN")
    maya = evening.enter("maya")
    assert "TAKEN" in maya.get(f"/review/{evening.steps['causes', 'ana']}").text
    ana.get(evening.address())
    page = ana.click("take it back")
    assert "Ben has not read it" in page.text
    page = ana.submit("Take it back")
    assert "You took back what you sent." in page.text
    assert evening.kept()["longest"] == "TAKEN"
    assert "TAKEN" not in maya.get(f"/review/{evening.steps['causes', 'ana']}").text
    ana.get(f"{evening.address()}/check")
    assert "It is with Maya" in ana.submit("Send to Maya").text


def test_once_it_is_open_it_cannot_be_taken_back(evening: Evening, ana: Browser) -> None:
    for name in ("ana", "ben"):
        evening.send(name=name)
    ana.get(f"{evening.address()}/take-back")
    form = dict(ana.page.form("Take it back").form_values())
    reveal(evening)
    assert "it is open to you both" in ana.post(f"{evening.address()}/take-back", form, status=409).text
    assert "take it back" not in ana.get(evening.address()).links
    ana.get(f"{evening.address()}/take-back", status=303)


def test_while_ana_writes_anew_nothing_is_revealed(evening: Evening) -> None:
    for name in ("ana", "ben"):
        evening.send(name=name)
    evening.act(lambda part: part.ask_again(by=part.assignment.couple.coach))
    evening.send(longest="SECOND")
    evening.act(lambda part: part.take_back())
    with pytest.raises(Refused, match="writing this anew"):
        reveal(evening)
    evening.send(longest="THIRD")
    reveal(evening)
    with evening.app.app_context():
        assert "THIRD" in [a.value for a in db.session.scalars(policy.rows(evening.cast.person("ben"), Answer))]


def test_two_clicks_take_back_one_sending(evening: Evening, ana: Browser) -> None:
    evening.send(longest="FIRST")
    evening.act(lambda part: part.ask_again(by=part.assignment.couple.coach))
    evening.send(longest="SECOND")
    form = dict(ana.get(f"{evening.address()}/take-back").form("Take it back").form_values())
    for _ in range(2):
        ana.post(f"{evening.address()}/take-back", form)
    with evening.app.app_context():
        assert [sent.is_void for sent in evening.part().reflections] == [False, True]


def test_nobody_else_takes_it_back(evening: Evening, ana: Browser, ben: Browser) -> None:
    evening.send()
    page = f"{evening.address()}/take-back"
    ben.get(page, status=404)
    evening.enter("maya").get(page, status=403)
    ana.get(page)
    ana.submit("Take it back", {"answering_as": evening.cast.ben}, status=409)
    ana.get(page)


class Sealing(RuleBasedStateMachine):
    """One joint step: both write and change their minds, Maya asks, sets aside, reveals, withdraws, pauses, goes on."""

    @initialize(reveals=st.sampled_from(Reveals))
    def begin(self, reveals: Reveals) -> None:
        db.session.rollback()
        publish(load(SHIPPED))
        self.maya = Person(
            practice=Practice(name="Riverside"), role=Role.COACH, name="Maya", email=f"m{next(_numbers)}@example.test"
        )
        db.session.add(self.maya)
        db.session.flush()
        emails = (f"a{next(_numbers)}@example.test", f"b{next(_numbers)}@example.test")
        self.couple = couples.add(self.maya, ("Ana", "Ben"), emails, Kind.NO_SECRETS)
        for partner in self.couple.partners:
            partner.joined_at = self.couple.began_at
            self.couple.sign(self.couple.confidentialities[0], partner, partner.name)
        step = db.session.scalars(
            db.select(PublishedStep).where(PublishedStep.slug == "causes").order_by(PublishedStep.id.desc())
        ).first()
        assert step
        [self.given] = assigning.assign(self.couple, step, [], due_on=None, note="", reveals=reveals, by=self.maya)
        db.session.flush()
        self.words: list[list[str]] = [[], []]  # what of each still counts, oldest first
        self.read: list[set[str]] = [set(), set()]  # what of each the other may read

    def part(self, who: int) -> Homework:
        found = self.given.part_of(self.couple.partners[who])
        assert found
        return found

    @rule(who=WHO)
    def draft(self, who: int) -> None:
        kept = drafts.of(self.part(who))
        kept.save({"longest": f"draft{next(_numbers)}"}, {}, revision=kept.revision, save_key="")

    @rule(who=WHO)
    def send(self, who: int) -> None:
        part, word = self.part(who), f"word{next(_numbers)}"
        answer = Answer.written(part.person, "longest", word, Readers.BOTH, self.couple.confidentialities[0].id)
        with contextlib.suppress(Refused):
            part.submit(Reflection(sent_key=word, answers=[answer]))
            self.words[who].append(word)
            if self.given.reveals is Reveals.ITSELF and self._both_are_in():
                self._widen()
        db.session.flush()

    @rule(who=WHO)
    def take_back(self, who: int) -> None:
        before = self.part(who).state
        with contextlib.suppress(Refused):
            self.part(who).take_back()
            taken = self.words[who].pop()
            assert taken not in self.read[who], "what is open stays open"
            assert before in (State.SUBMITTED, State.REVIEWED, State.ASKED_AGAIN)
            assert self.part(who).state is State.DRAFT

    @rule(who=WHO)
    def set_aside(self, who: int) -> None:
        part = self.part(who)
        if part.latest:
            with contextlib.suppress(Refused):
                part.set_aside(part.latest, by=self.maya)
                assert self.words[who].pop() not in self.read[who]

    @rule(who=WHO, verb=st.sampled_from(["ask_again", "review"]))
    def answer(self, who: int, verb: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.part(who), verb)(by=self.maya)

    @rule()
    def reveal(self) -> None:
        may = self._both_are_in() and self.couple.may_write and not self.given.is_withdrawn
        with contextlib.suppress(Refused):
            self.given.reveal(by=self.maya)
            assert may
            self._widen()

    @rule(verb=st.sampled_from(["pause", "reopen", "close", "reopen"]))
    def rest(self, verb: str) -> None:
        with contextlib.suppress(Refused):
            getattr(self.couple, verb)(by=self.maya)

    @rule(sure=st.integers(0, 9))
    def withdraw(self, sure: int) -> None:
        if sure == 0:
            with contextlib.suppress(Refused):
                self.given.withdraw(by=self.maya)

    def _both_are_in(self) -> bool:
        return all(self.words) and all(self.part(who).state in (State.SUBMITTED, State.REVIEWED) for who in (0, 1))

    def _widen(self) -> None:
        for who in (0, 1):
            self.read[who].add(self.words[who][-1])

    @invariant()
    def each_reads_of_the_other_what_was_revealed_and_no_more(self) -> None:
        if not hasattr(self, "read"):
            return
        db.session.flush()
        for who, reader in ((0, self.couple.second), (1, self.couple.first)):
            mine = {
                a.value for a in db.session.scalars(policy.rows(reader, Answer)) if a.reflection.homework.person_id != reader.id
            }
            assert mine == self.read[who]
            assert self.read[who] <= set(self.words[who])
        assert bool(self.read[0]) == bool(self.read[1]), "nothing opens without both"
        assert self.given.is_revealed == bool(self.read[0])

    @invariant()
    def nothing_can_be_sent_once_it_is_withdrawn(self) -> None:
        if hasattr(self, "given") and self.given.is_withdrawn:
            assert all(self.part(who).closed_because for who in (0, 1))


def test_whatever_happens_nothing_opens_before_its_time(inside: Flask) -> None:
    once = settings(
        max_examples=40,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],  # what fails here is short enough to be read as it is
    )
    run_state_machine_as_test(Sealing, settings=once)
