"""Lines of ledgers: of both or of one, made from what was opened; and how a week went, sealed until both have looked."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from sqlalchemy import select

from practice import clock, policy
from practice.agreements import causes
from practice.agreements.adding import add
from practice.agreements.check_ins import CheckIn
from practice.agreements.checking import monday
from practice.agreements.models import Kept, Line
from practice.agreements.wording import Wording
from practice.db import db, public_id
from practice.homework.reflections import Answer
from tests.policy.two import COACH, Two

LEDGERS = {"talk": "agreements", "joy": "jar", "wider-life": "commitments"}


class Lists(Two):
    def lines(self) -> list[Line]:
        return list(db.session.scalars(select(Line).where(Line.couple_id == self.couple.id).order_by(Line.id)))

    def some_line(self, data: st.DataObject) -> Line:
        return data.draw(st.sampled_from(self.lines()))

    def agree(self) -> None:
        """A first agreement that both have said yes to, so that there are weeks to look at from the beginning."""
        part = self.parts("talk")[0]
        line = add(part, part.assignment.published.step.ledger("agreements"), Wording({"what": "Tea"}), save_key=public_id())
        self.flushed(line, COACH, *self.both)
        line.say_yes(by=self.couple.other(part.person), revision=1)

    @rule(data=st.data(), larger=st.booleans())
    def add(self, data: st.DataObject, larger: bool) -> None:
        part = self.some_part(data, *LEDGERS)
        ledger = part.assignment.published.step.ledger(LEDGERS[part.assignment.published.slug])
        words = Wording({ledger.columns[0].key: self.new_word()}, larger=larger and bool(ledger.larger))
        with self.tried():
            line = add(part, ledger, words, save_key=public_id())
            self.flushed(line, COACH, part.person_id, *(self.both if part.assignment.together else ()))

    @rule(data=st.data())
    def make_causes(self, data: st.DataObject) -> None:
        """Lines come from what each may already read of the other's, and from nothing else."""
        assignment, coach = self.some_part(data, "causes").assignment, self.couple.coach
        ledger = assignment.published.step.ledger("causes")
        rows = causes.rows_of(assignment, ledger, policy.rows(coach, Answer))
        before = {line.id for line in self.lines()}
        with self.tried():
            causes.make(rows, [row.key for row in rows], ledger, by=coach)
            for line in self.lines():
                if line.id not in before:
                    assert self.may_see[Answer, line.source_id or 0] == {COACH, *self.both}
                    self.allow(line, COACH, *self.both)

    @precondition(lambda self: self.lines())
    @rule(data=st.data(), act=st.sampled_from(["change", "say_yes", "say_yes", "end", "let_go", "reopen", "open"]))
    def change_line(self, data: st.DataObject, act: str) -> None:
        """None of this wins or loses a reader."""
        line = self.some_line(data)
        by = data.draw(st.sampled_from(self.couple.partners if line.shared else [line.author]))
        with self.tried():
            match act:
                case "change":
                    line.change(Wording({line.noun.columns[0].key: self.new_word()}), by=by, revision=line.revision)
                case "say_yes":
                    line.say_yes(by=by, revision=line.revision)
                case "end":
                    line.end(self.new_word(), by=by)
                case "open":
                    line.open(self.new_word(), by=self.couple.coach)
                case _:
                    getattr(line, act)(by=by)

    @precondition(lambda self: any(line.counts for line in self.lines()))
    @rule(data=st.data(), both=st.booleans())
    def look(self, data: st.DataObject, both: bool) -> None:
        """One looks at a week, or both do; only where both did does each read the other's word on that week."""
        line = data.draw(st.sampled_from([line for line in self.lines() if line.counts]))
        people = [self.ana, self.ben] if line.shared else [line.author]
        people = people if both else [data.draw(st.sampled_from(people))]
        with clock.at(self.moment + timedelta(weeks=data.draw(st.integers(0, 1)))), self.tried():
            for person in people:
                week = monday(clock.today(person.time_zone))
                check_in = line.look(by=person, week_on=week, kept=Kept.NO, hours=1, note=self.new_word())
                self.flushed(check_in, COACH, person.id)
                self._both_have_looked(line, check_in)

    def _both_have_looked(self, line: Line, new: CheckIn) -> None:
        week = select(CheckIn).where(CheckIn.line_id == line.id, CheckIn.week_on == new.week_on)
        looks = list(db.session.scalars(week))
        if len(looks) == 2:
            for each in looks:
                self.allow(each, *self.both)
