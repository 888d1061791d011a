"""Questionnaires: asked of one, answered for the coach, their totals open to both only while both agree."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select

from practice import clock
from practice.db import db, public_id
from practice.measures import answers, asking, coming_due, releases, shelf
from practice.measures.answers import ItemAnswers, Total
from practice.measures.models import Asking
from practice.measures.points import Plan, Rhythm
from practice.measures.releases import TotalsRelease
from practice.people.models import Person
from tests.policy.two import COACH, Two


class Totals(Two):
    def ask_weekly(self) -> None:
        """Both are asked every week, each alone."""
        self.weeks, self.agreed = 0, set[int]()
        version = shelf.version_to_ask(self.couple.practice, "pulse")
        plan = Plan(Rhythm.WEEKS, ((None, clock.today()),), 1)
        terms = {"by": self.couple.coach, "asked_key": public_id()}
        self.askings = asking.ask(self.couple, self.couple.partners, version, plan, **terms)
        self._know_occasions()

    @rule(data=st.data(), whole=st.booleans())
    def answer(self, data: st.DataObject, whole: bool) -> None:
        """The answers are the coach's and one's own; the total may be the other's as well."""
        asked: Asking = data.draw(st.sampled_from(self.askings))
        with self.tried():
            if occasion := asked.open:
                answers.send(occasion, dict.fromkeys(range(1, 5 if whole else 3), 4), sent_key=public_id())
                db.session.flush()
                sent = db.session.scalars(select(ItemAnswers).where(ItemAnswers.occasion_id == occasion.id)).one()
                self.allow(sent, COACH, asked.person_id)
        self._know_totals()

    @rule()
    def a_week_goes_by(self) -> None:
        self.weeks += 1
        with clock.at(self.moment + timedelta(weeks=self.weeks)), self.tried():
            for asked in self.askings:
                coming_due.open_due(asked)
        self._know_occasions()

    @rule(data=st.data(), yes=st.sampled_from([True, True, False]))
    def say(self, data: st.DataObject, yes: bool) -> None:
        """One agrees that both may know the totals, or takes it back."""
        person: Person = data.draw(st.sampled_from(self.couple.partners))
        (releases.agree if yes else releases.take_back)(self.couple, person, "pulse")
        self.agreed = self.agreed | {person.id} if yes else self.agreed - {person.id}
        for word in db.session.scalars(select(TotalsRelease)):
            self.allow(word, COACH, word.person_id)
        self._know_totals()

    def _know_occasions(self) -> None:
        db.session.flush()
        for asked in self.askings:
            self.allow(asked, COACH)
            for occasion in asked.occasions:
                self.allow(occasion, COACH, asked.person_id)

    def _know_totals(self) -> None:
        db.session.flush()
        for total in db.session.scalars(select(Total)).unique():
            both = self.both if self.agreed == set(self.both) else ()
            self.may_see[self.named(total)] = {COACH, total.occasion.person.id, *both}
