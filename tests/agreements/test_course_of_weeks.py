"""Whoever looks at an agreement in whatever week, nobody learns of the other's word before their own is said."""

from datetime import date, datetime, timedelta

from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from practice import clock, policy
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.models import CheckIn, Kept, Line
from practice.agreements.wording import Wording
from practice.db import db
from practice.homework import assigning
from practice.homework.models import Reveals
from practice.people.models import Person
from tests.agreements.test_course_of_a_line import CHECKED, WHO
from tests.cast import Cast, gather


class Weeks(RuleBasedStateMachine):
    """Ana and Ben look at one agreement over weeks; each knows the other's word of a week only after their own."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        self.now = clock.now()
        self.couple = Cast.couple("ana")
        self.people: dict[str, Person] = {"ana": self.couple.first, "ben": self.couple.second, "maya": self.couple.coach}
        [given] = assigning.assign(
            self.couple, Cast.step("talk"), [], due_on=None, note="", reveals=Reveals.COACH, by=self.couple.coach
        )
        db.session.flush()
        part = given.part_of(self.couple.first)
        assert part
        noun = given.published.step.ledger("agreements")
        self.line: Line = add(part, noun, Wording({"what": "Phones in the hall"}), save_key="1")
        db.session.flush()
        self.line.say_yes(by=self.couple.second, revision=1)
        given.withdraw(by=self.couple.coach)
        self.said: dict[tuple[str, date], Kept] = {}

    @rule(who=WHO, kept=st.sampled_from(list(Kept)))
    def check(self, who: str, kept: Kept) -> None:
        week = monday(day(self.now, self.people[who]))
        with clock.at(self.now):
            self.line.look(by=self.people[who], week_on=week, kept=kept, hours=None, note="")
        self.said[who, week] = kept

    @rule(hours=st.sampled_from([1, 30, 24 * 6]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)

    @invariant()
    def each_knows_what_the_model_says(self) -> None:
        if not hasattr(self, "said"):
            return
        db.session.flush()
        for name, person in self.people.items():
            rows = db.session.scalars(policy.rows(person, CheckIn).where(CheckIn.line_id == self.line.id))
            found = {(row.person.name.lower(), row.week_on): row.kept for row in rows}
            both = {week for who, week in self.said if who == "ana"} & {week for who, week in self.said if who == "ben"}
            assert found == {
                (who, week): kept for (who, week), kept in self.said.items() if name == "maya" or who == name or week in both
            }


def day(now: datetime, person: Person) -> date:
    with clock.at(now):
        return clock.today(person.time_zone)


def test_nobody_learns_of_a_week_before_looking(inside: Flask) -> None:
    gather()
    run_state_machine_as_test(Weeks, settings=CHECKED)
