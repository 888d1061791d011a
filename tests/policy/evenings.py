"""What two do together: a text that both sign, a pace of which only what both accept is shown, and turns."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from practice.agreements import texts
from practice.db import db, public_id
from practice.homework.models import Assignment
from practice.pace import models as pace
from practice.pace.choosing import Choice
from practice.turns.models import Move, Opening
from practice.turns.turns import Turns
from tests.policy.two import COACH, Two


class Evenings(Two):
    @rule(data=st.data(), act=st.sampled_from(["propose", "propose", "approve", "approve", "take_back", "renew"]))
    def sign(self, data: st.DataObject, act: str) -> None:
        given = self.some_part(data, "commit").assignment
        by = data.draw(st.sampled_from([self.ana, self.ben, self.couple.coach] if act == "propose" else [self.ana, self.ben]))
        with self.tried():
            text = texts.of(given, "commitment", by=by)
            seen = text.newest.number if text.newest else 0
            match act:
                case "propose":
                    text.propose(self.new_word(), seen=seen, save_key=public_id(), by=by)
                case "renew":
                    text.renew(seen, text.newest.turn if text.newest else 1, by=by)
                case _:
                    getattr(text, act)(seen, by=by)
            db.session.flush()
            for version in text.versions:
                self.allow(version, COACH, *self.both)

    @rule(data=st.data(), act=st.sampled_from(["ready", "open", "begin", "move", "move", "move", "pause", "resume", "close"]))
    def take_turns(self, data: st.DataObject, act: str) -> None:
        given = self.some_part(data, "pain").assignment
        with self.tried():
            turns = Turns.to_change(given)
            self.act(turns, act, data)
            db.session.flush()
            for move in db.session.scalars(select(Move).where(Move.assignment_id == given.id)):
                self.allow(move, COACH, *self.both)
            for opening in db.session.scalars(select(Opening).where(Opening.assignment_id == given.id)):
                self.allow(opening, COACH)

    def begin_turns(self) -> None:
        """Maya has opened the step, and somebody is to speak first."""
        given = self.parts("pain")[0].assignment
        Turns.to_change(given).open("They asked for it", by=self.couple.coach)
        db.session.flush()
        Turns.to_change(given).begin(None, by=self.couple.coach)
        db.session.flush()
        for opening in db.session.scalars(select(Opening)):
            self.allow(opening, COACH)

    def act(self, turns: Turns, act: str, data: st.DataObject) -> None:
        coach: Any = {"by": self.couple.coach}
        match act:
            case "ready":
                turns.say_ready(data.draw(st.sampled_from(turns.couple.partners)))
            case "open":
                turns.open("They asked for it", **coach)
                db.session.flush()
                Turns.to_change(turns.assignment).begin(None, **coach)
            case "begin":
                turns.begin(self.ana, **coach)
            case "move" if (whose := turns.whose_turn) and turns.course.may_come:
                kind = data.draw(st.sampled_from(sorted(turns.course.may_come)))
                turns.move(kind, whose, self.new_word(), number=turns.next_number, save_key=public_id())
            case "resume":
                turns.resume(seen=turns.pauses[-1].public_id if turns.pauses else "", **coach)
            case "pause" | "close":
                getattr(turns, act)(**coach)

    @rule(data=st.data(), far=st.sets(st.sampled_from(["side", "hands", "hugs"])), fast=st.sampled_from(["stay", "gently"]))
    def choose_pace(self, data: st.DataObject, far: set[str], fast: str) -> None:
        part = self.some_part(data, "joy")
        kept, wanted = pace.chosen(part), Choice(tuple(sorted(far)), fast)
        with self.tried():
            pace.choose(part, wanted, revision=kept.revision if kept else 0, save_key=public_id())
            db.session.flush()

    @rule(data=st.data())
    def open_pace(self, data: st.DataObject) -> None:
        with self.tried():
            pace.open_to_both(self.some_part(data, "joy").assignment, by=self.couple.coach)
            db.session.flush()

    @invariant()
    def a_pace_shows_only_what_both_accept_at_this_moment(self) -> None:
        for given in {part.assignment for part in self.parts("joy")} if hasattr(self, "assignments") else ():
            if opening := pace.opening_of(given):
                shown, choices = opening.shown, [_chosen(given, at) for at in (0, 1)]
                assert all(set(shown.far) <= set(choice.far) for choice in choices)
                assert shown.fast == "stay" or all(choice.fast == "gently" for choice in choices)


def _chosen(given: Assignment, at: int) -> Choice:
    kept = pace.chosen(given.parts[at])
    assert kept
    return kept.choice
