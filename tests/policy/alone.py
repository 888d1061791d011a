"""What each wishes for, shown to the other or not, and what each is asked alone."""

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select

from practice.db import db, public_id
from practice.goals import models as goals
from practice.goals.models import Goal
from practice.goals.words import Words
from practice.safety import asking
from practice.safety.models import SafetyAnswers, SafetyDealing, SafetyScreen, deal_with
from practice.safety.questions import QUESTIONS, Answers, Said
from tests.policy.two import COACH, Two


class Alone(Two):
    def wish_for_something(self) -> None:
        """Each has one goal that the other does not know."""
        for person in self.couple.partners:
            goals.begin(person, self.couple, Words(self.new_word(), ""), 3, save_key=public_id())
        self._know_goals()

    @rule(data=st.data(), act=st.sampled_from(["begin", "begin", "share", "share", "unshare", "let_go"]))
    def wish(self, data: st.DataObject, act: str) -> None:
        person = data.draw(st.sampled_from(self.couple.partners))
        own = list(db.session.scalars(select(Goal).where(Goal.person_id == person.id).order_by(Goal.id)))
        with self.tried():
            if act == "begin":
                goals.begin(person, self.couple, Words(self.new_word(), ""), 3, save_key=public_id())
            elif own:
                getattr(data.draw(st.sampled_from(own)), act)()
        self._know_goals()

    @rule(data=st.data(), act=st.sampled_from(["both", "one", "answer", "answer", "deal"]))
    def ask_alone(self, data: st.DataObject, act: str) -> None:
        person, by = data.draw(st.sampled_from(self.couple.partners)), self.couple.coach
        with self.tried():
            if act == "both":
                asking.ask_both(self.couple, by=by)
            elif act == "one":
                asking.ask_alone(self.couple, person, by=by)
            elif act == "answer" and (screen := asking.open_for(person)):
                screen.answer(Answers((Said.YES,) * len(QUESTIONS)), save_key=public_id())
            elif act == "deal" and (told := db.session.scalars(select(SafetyAnswers)).first()):
                deal_with(self.couple, told.public_id, self.new_word(), by=by)
        db.session.flush()
        for asked in db.session.scalars(select(SafetyScreen)).unique():
            self.allow(asked, COACH, asked.person_id)
        for row in (*db.session.scalars(select(SafetyAnswers)).unique(), *db.session.scalars(select(SafetyDealing)).unique()):
            self.allow(row, COACH)

    def _know_goals(self) -> None:
        db.session.flush()
        db.session.expire_all()
        for known in [row for row in self.may_see if row[0] is Goal]:
            del self.may_see[known]
        for goal in db.session.scalars(select(Goal)):
            self.allow(goal, COACH, goal.person_id, *(self.both if goal.shared_at else ()))
