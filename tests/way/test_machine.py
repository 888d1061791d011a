"""Whatever is planned, changed, paused and given in whatever order: each planned step opens at most once, and never too soon."""

import contextlib
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from practice import clock
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment, State
from practice.people.models import Person, Practice, Role
from practice.programme.library import SHIPPED, load
from practice.programme.models import PublishedStep, publish
from practice.way import opening, planning
from practice.way.models import Opens, Planned, Terms, Whom

_numbers = count(1)
STEPS = int(os.environ.get("WAY_STEPS", "40"))
SLUGS = ["commit", "fears", "causes", "stillness", "talk"]


class TheWay(RuleBasedStateMachine):
    """Maya plans for Ana and Ben; days go by; the worker looks when it likes."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        self.now = datetime(2026, 3, 20, 11, 0, tzinfo=UTC)  # the clocks change a week later
        with clock.at(self.now):
            publish(load(SHIPPED))
            practice, number = Practice(name="Riverside"), next(_numbers)
            self.maya = Person(practice=practice, role=Role.COACH, name="Maya", email=f"m{number}@example.test")
            db.session.add(self.maya)
            db.session.flush()
            addresses = (f"a{number}@example.test", f"b{number}@example.test")
            self.couple = couples.add(self.maya, ("Ana", "Ben"), addresses, Kind.NO_SECRETS)
            for partner in self.couple.partners:
                partner.joined_at = self.now
                self.couple.sign(self.couple.confidentialities[0], partner, partner.name)
            self.steps = {step.slug: step for step in db.session.scalars(select(PublishedStep))}
            db.session.flush()
        self.plan(SLUGS[:3], Opens.ON_DAY, 1, 2, Whom.BOTH)
        self.assigned: dict[int, datetime] = {}  # when each assignment was first seen

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.maya.time_zone)).date()

    def rows(self) -> list[Planned]:
        return list(db.session.scalars(select(Planned).where(Planned.couple_id == self.couple.id).order_by(Planned.position)))

    def coming(self) -> list[Planned]:
        return [row for row in self.rows() if row.is_coming]

    @rule(
        slugs=st.lists(st.sampled_from(SLUGS), min_size=1, max_size=4, unique=True),
        opens=st.sampled_from([o for o in Opens if o is not Opens.NOW]),
        wait=st.integers(0, 6), every=st.integers(1, 5), whom=st.sampled_from(Whom),
    )  # fmt: skip
    def plan(self, slugs: list[str], opens: Opens, wait: int, every: int, whom: Whom) -> None:
        with clock.at(self.now), contextlib.suppress(Refused):
            begins_on, steps = self.today + timedelta(days=wait), [self.steps[slug] for slug in slugs]
            way, terms = planning.way_of(self.couple), Terms(opens, whom=whom)
            planning.lay(way, steps, terms, begins_on=begins_on, every=every, today=self.today, by=self.maya)
            db.session.flush()

    @precondition(lambda self: self.coming())
    @rule(data=st.data(), opens=st.sampled_from(Opens), days=st.integers(0, 6), whom=st.sampled_from(Whom))
    def change(self, data: st.DataObject, opens: Opens, days: int, whom: Whom) -> None:
        row = data.draw(st.sampled_from(self.coming()))
        on_day = self.today + timedelta(days=days) if opens is Opens.ON_DAY else None
        after = days if opens is Opens.AFTER_DAYS else None
        with clock.at(self.now):
            terms = replace(row.terms, opens=opens, opens_on=on_day, after_days=after, whom=whom)
            row.change(terms, revision=row.revision, today=self.today, by=self.maya)

    @precondition(lambda self: self.coming())
    @rule(data=st.data(), verb=st.sampled_from(["up", "down", "up", "down", "skip", "remove", "give"]))
    def act(self, data: st.DataObject, verb: str) -> None:
        row = data.draw(st.sampled_from(self.coming()))
        with clock.at(self.now), contextlib.suppress(Refused):
            if verb == "skip":
                row.skip(by=self.maya)
            elif verb == "remove":
                planning.remove(row, by=self.maya)
            elif verb == "give":
                with db.session.begin_nested():
                    opening.give(row, by=self.maya)
                assert self.couple.may_write
            else:
                planning.move(row, earlier=verb == "up", by=self.maya)

    @rule(data=st.data())
    def take_up(self, data: st.DataObject) -> None:
        skipped = [row for row in self.rows() if row.skipped_at]
        if skipped:
            data.draw(st.sampled_from(skipped)).take_up(by=self.maya)

    @rule(verb=st.sampled_from(["pause", "close", "reopen", "reopen"]))
    def couple_changes(self, verb: str) -> None:
        with clock.at(self.now), contextlib.suppress(Refused):
            getattr(self.couple, verb)(by=self.maya)
            db.session.flush()

    @rule(data=st.data(), what=st.sampled_from(["review", "withdraw"]))
    def homework_changes(self, data: st.DataObject, what: str) -> None:
        given = [each for each in self._given() if not each.is_withdrawn]
        if not given:
            return
        chosen = data.draw(st.sampled_from(given))
        with clock.at(self.now):
            if what == "withdraw":
                chosen.withdraw(by=self.maya)
            for part in chosen.parts if what == "review" else ():
                part.state = State.REVIEWED
            db.session.flush()

    @rule(hours=st.integers(1, 30), look=st.booleans())
    def hours_go_by(self, hours: int, look: bool) -> None:
        self.now += timedelta(hours=hours)
        if look:
            self.the_worker_looks()

    @rule(days=st.integers(1, 12))
    def days_go_by_and_nobody_looks_until_then(self, days: int) -> None:
        self.now += timedelta(days=days)
        self.the_worker_looks()

    def the_worker_looks(self) -> None:
        last = opening.last_given(self.couple)
        before = {row.id: (row.opens, row.opens_on, row.after_days, row.ruled_on) for row in self.coming()}
        planned_for = {row.id: (row.whom, row.opens_on) for row in self.coming() if row.opens.is_dated and not row.held_at}
        first = next(iter(self.coming()), None)
        with clock.at(self.now):
            if not self.rows():
                return
            given = opening.give_what_is_due(self.couple.id)
            db.session.flush()
        assert not given or self.couple.may_write, "nothing opens while the work rests"
        for whom in Whom:
            days = {planned_for[row.id][1] for row in given if row.id in planned_for and row.whom is whom}
            assert len(days) <= 1, "days that lay apart come apart, however long nobody looked"
        for row in given:
            opens, opens_on, after_days, ruled_on = before[row.id]
            assert opens is not Opens.BY_HAND
            if opens.is_dated:
                assert opens_on
                assert opens_on <= self.today
            else:
                assert row is first, "what follows another waits for it"
            if opens is Opens.AFTER_DAYS:
                assert (last.given_on if last else ruled_on) + timedelta(days=after_days or 0) <= self.today
            if opens is Opens.WHEN_REVIEWED:
                assert last is None or last.is_reviewed
        if self.couple.may_write:
            dated = [row for row in self.coming() if row.opens.is_dated]
            assert all(row.held_at or (row.opens_on and row.opens_on > self.today) for row in dated), "late without a reason"

    def _given(self) -> list[Assignment]:
        return list(db.session.scalars(select(Assignment).where(Assignment.couple_id == self.couple.id)).unique())

    @invariant()
    def each_was_given_at_most_once(self) -> None:
        if not hasattr(self, "couple"):
            return
        links = [link for row in self.rows() for link in sorted(row.assignment_ids)]
        assert len(links) == len(set(links))
        assert set(links) == {given.id for given in self._given()}
        for row in self.rows():
            assert bool(row.given_at) == bool(row.assignment_ids)
            assert not (row.given_at and row.skipped_at)

    @invariant()
    def what_was_given_stays(self) -> None:
        for given in self._given() if hasattr(self, "couple") else ():
            assert self.assigned.setdefault(given.id, given.assigned_at) == given.assigned_at

    def teardown(self) -> None:
        db.session.rollback()


def test_each_planned_step_opens_once_and_never_too_soon(inside: Flask) -> None:
    once = settings(max_examples=20, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(TheWay, settings=once)
