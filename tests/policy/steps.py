"""Steps that are given, sent, taken back, revealed and answered; beside them a plan, "not yet", and how it went."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from practice.db import public_id
from practice.homework import feedback, models, not_yet, plans, ratings
from practice.homework.drafts import of as draft_of
from practice.homework.reflections import Answer, Reflection
from practice.programme.library import Readers
from practice.way import opening, planning
from practice.way.models import Opens, Terms
from tests.policy.two import COACH, Two

MORE = ("causes", "commit", "fallback", "fears", "support")


class Steps(Two):
    @rule(slug=st.sampled_from(MORE), itself=st.booleans(), only=st.sampled_from([0, 1]))
    def assign(self, slug: str, itself: bool, only: int) -> None:
        with self.tried():
            self.give(slug, [self.couple.partners[only]], models.Reveals.ITSELF if itself else models.Reveals.COACH)

    @rule(slug=st.sampled_from(MORE))
    def plan_and_give(self, slug: str) -> None:
        coach, days = self.couple.coach, {"begins_on": self.moment.date(), "every": 7, "today": self.moment.date()}
        [planned] = planning.lay(planning.way_of(self.couple), [self.steps[slug]], Terms(Opens.BY_HAND), **days, by=coach)
        self.flushed(planned, COACH)
        with self.tried():
            self.know(opening.give(planned, by=coach))

    @rule(data=st.data(), readers=st.sampled_from([*Readers, Readers.BOTH]), all_of_them=st.booleans())
    def submit(self, data: st.DataObject, readers: Readers, all_of_them: bool) -> None:
        part = self.some_part(data, *MORE)
        for each in part.assignment.parts if all_of_them else [part]:
            self.send(each, readers)

    def send(self, part: models.Homework, readers: Readers) -> None:
        # An own step offers no sharing at all; the form never lets it through.
        readers = Readers.COACH if readers is Readers.BOTH and not part.assignment.together else readers
        rows, policy_id = [{"did": self.new_word()}], self.couple.confidentialities[0].id
        answer = Answer.written(part.person, "my_part", rows, readers, policy_id)
        with self.tried():
            part.submit(Reflection(sent_key=public_id(), answers=[answer]))
            self.flushed(answer, *self.told(part, readers))
            assignment = part.assignment
            if assignment.reveals_itself and assignment.all_sent and not assignment.is_written_anew:
                self.opened(assignment)

    def told(self, part: models.Homework, readers: Readers) -> set[int]:
        """Who may read an answer as long as it is sealed."""
        me = part.person_id
        return {Readers.ONLY_ME: {me}, Readers.SAFETY: {COACH}}.get(readers, {me, COACH})

    @rule(data=st.data())
    def reveal(self, data: st.DataObject) -> None:
        assignment = self.some_part(data, "causes", "commit").assignment
        with self.tried():
            assignment.reveal(by=self.couple.coach)
            self.opened(assignment)

    def opened(self, assignment: models.Assignment) -> None:
        """What was last sent, and meant for both, is read by both."""
        for part in assignment.parts:
            for answer in part.latest.answers if part.latest else ():
                if answer.readers is Readers.BOTH:
                    self.allow(answer, *self.both)

    def some_sent(self, data: st.DataObject) -> models.Homework:
        """A part in which something was sent, where there is one."""
        parts = self.parts(*MORE)
        return data.draw(st.sampled_from([part for part in parts if part.latest] or parts))

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        part = self.some_sent(data)
        last = part.latest
        with self.tried():
            part.take_back()
            for answer in last.answers if last else ():
                if answer.readers is not Readers.SAFETY:  # what was told for safety stays told
                    self.forbid(answer, COACH)

    @rule(data=st.data())
    def set_aside(self, data: st.DataObject) -> None:
        part = self.some_sent(data)
        if last := part.latest:
            with self.tried():
                part.set_aside(last, by=self.couple.coach)
                for answer in last.answers:
                    self.forbid(answer, COACH)

    @rule(data=st.data(), act=st.sampled_from(["ask_again", "ask_again", "review", "withdraw"]))
    def coach_acts(self, data: st.DataObject, act: str) -> None:
        part = self.some_sent(data)
        with self.tried():
            getattr(part.assignment if act == "withdraw" else part, act)(by=self.couple.coach)

    @rule(data=st.data())
    def write_beside(self, data: st.DataObject) -> None:
        part, coach = self.some_sent(data), self.couple.coach
        draft = draft_of(part)
        draft.save({"q": "draft"}, {"q": Readers.BOTH}, revision=draft.revision, save_key=public_id())
        self.flushed(feedback.give([part], self.new_word(), by=coach)[0], COACH, part.person_id)
        with self.tried():
            self.flushed(plans.make(part, plans.Intention(when="tonight")), COACH, part.person_id)
        with self.tried():
            self.flushed(not_yet.say(part, not_yet.Reason.TOO_SORE, "", save_key=public_id()), COACH, part.person_id)
        with self.tried():
            self.flushed(ratings.look_back(part, "", amount=1), COACH, part.person_id)
        with self.tried():
            self.flushed(ratings.rate(part, amount=2, quality=None, by=coach), COACH)
