"""Whatever is saved in whatever order, from however many pages: no word is lost, none stands twice, a day has one entry."""

from dataclasses import replace
from itertools import count

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice import clock
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Homework
from practice.journal import keeping
from practice.journal.words import Words
from practice.programme.library import Readers
from tests.cast import Cast
from tests.daily import entries_of, part_of
from tests.writing import assign

_numbers = count(1)
READERS = st.sampled_from([Readers.ONLY_ME, Readers.COACH])


class Pages(RuleBasedStateMachine):
    """Two open pages of one daily, on which Ana writes and shares, and Maya who lets the couple rest and go on."""

    part_id: int
    words: frozenset[str] = frozenset()

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        self.part = db.session.get_one(Homework, self.part_id)
        if self.is_resting:
            self.pause_or_go_on()
        for entry in entries_of(self.part):
            db.session.delete(entry)
        db.session.commit()
        daily = replace(self.part.assignment.published.step.daily("talk"), often=False)
        self.place = keeping.Place(self.part, daily, clock.today("Europe/London"))
        self.pages = [("", "", public_id()), ("", "", public_id())]  # the state each began from, its text, its own number

    @property
    def is_resting(self) -> bool:
        return self.part.assignment.couple.state == "paused"

    @rule(page=st.integers(0, 1))
    def open(self, page: int) -> None:
        found = entries_of(self.part)
        seen = found[0].words.lines.get("about", "") if found else ""
        self.pages[page] = (found[0].base if found else "", seen, public_id())

    @rule(page=st.integers(0, 1), readers=READERS, clicks=st.integers(1, 2))
    def save(self, page: int, readers: Readers, clicks: int) -> None:
        base, seen, save_key = self.pages[page]
        word = f"word{next(_numbers)}"
        words = Words(lines={"about": f"{seen}\n{word}".strip()}, readers=readers)
        try:
            for _ in range(clicks):
                keeping.keep(self.place, words, base=base, save_key=save_key)
        except Refused:
            db.session.rollback()
            assert self.is_resting
            return
        db.session.commit()
        db.session.expire_all()
        assert not self.is_resting
        self.words |= {word}
        assert not any(entry.is_shared for entry in entries_of(self.part)), "what is written anew is shared anew"

    @rule()
    def pause_or_go_on(self) -> None:
        couple = self.part.assignment.couple
        couple.reopen(by=couple.coach) if couple.state == "paused" else couple.pause(by=couple.coach)
        db.session.commit()

    @rule()
    def share(self) -> None:
        for entry in entries_of(self.part):
            try:
                entry.share(by=self.part.person)
            except Refused:
                db.session.rollback()
                assert self.is_resting
            else:
                db.session.commit()

    @invariant()
    def every_word_stands_there_once(self) -> None:
        found = entries_of(self.part) if hasattr(self, "part") else []
        told = [line for entry in found for line in entry.words.lines["about"].split("\n")]
        assert len(found) <= 1
        assert sorted(told) == sorted(self.words)


def test_no_word_is_lost(inside: Flask, cast: Cast) -> None:
    couple = cast.couple("ana")
    Pages.part_id = part_of(couple.first, assign(couple, "talk")).id
    run_state_machine_as_test(
        Pages,
        settings=settings(max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)),
    )
