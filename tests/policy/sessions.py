"""Appointments with both or one, how each came, and the note: its parts the coach's, the process note its author's alone."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select

from practice.appointments import models as appointments
from practice.appointments.models import Appointment, Attendance
from practice.appointments.states import Attended, Side, Slot, WithWhom
from practice.db import db, public_id
from practice.notes import models as notes
from practice.notes import process
from practice.notes.models import NoteText, Part
from practice.notes.process import ProcessText
from tests.policy.two import COACH, Two, coaching


class Sessions(Two):
    def meet(self) -> None:
        """One with both, and one with each alone, all of them yesterday, and what Maya thinks of them."""
        for with_whom in WithWhom:
            slot = Slot(self.moment - timedelta(days=1), "Europe/London", 50, self.new_word())
            one = appointments.plan(self.couple, with_whom, slot, save_key=public_id(), by=self.couple.coach)
            process.save(notes.to_change(one), self.new_word(), seen=0, by=self.couple.coach)
        self._know_sessions()
        self._know_notes()

    @rule(data=st.data(), act=st.sampled_from(["move", "cancel", "hold", "hold", "reopen"]))
    def something_becomes_of_it(self, data: st.DataObject, act: str) -> None:
        one, by = self._some_session(data), self.couple.coach
        with self.tried():
            match act:
                case "move":
                    later = Slot(one.starts_at - timedelta(hours=1), one.time_zone, 50, self.new_word())
                    one.change(later, asked_by=Side.COACH, revision=one.revision, by=by)
                case "cancel":
                    one.cancel(asked_by=Side.COACH, revision=one.revision, by=by)
                case "hold":
                    one.hold(dict.fromkeys([p.id for p in one.people], Attended.CAME), revision=one.revision, by=by)
                case _:
                    one.reopen(revision=one.revision, by=by)
        self._know_sessions()

    @rule(data=st.data(), part=st.sampled_from(["mine", *Part]), act=st.sampled_from(["save", "save", "add", "finish"]))
    def note(self, data: st.DataObject, part: str, act: str) -> None:
        one, by = self._some_session(data), self.couple.coach
        if part != "mine" and Part(part) not in notes.parts_of(one):
            return
        with self.tried():
            note = notes.to_change(one)
            if act == "finish":
                note.finish(by=by)
            elif part == "mine":
                told = {"seen": process.written_by(by, one).number, "by": by}
                getattr(process, act)(note, self.new_word(), **told)
            else:
                told = {"seen": notes.written(notes.texts_of(note), Part(part)).number, "by": by}
                getattr(notes, act)(note, Part(part), self.new_word(), **told)
        self._know_notes()

    def _know_notes(self) -> None:
        db.session.flush()
        for text in db.session.scalars(select(NoteText)).unique():
            self.allow(text, COACH)
        for own in db.session.scalars(select(ProcessText)).unique():
            self.allow(own, coaching(own.author_id))

    def _some_session(self, data: st.DataObject) -> Appointment:
        every = db.session.scalars(select(Appointment).order_by(Appointment.id)).unique()
        return data.draw(st.sampled_from(list(every)))

    def _know_sessions(self) -> None:
        db.session.flush()
        for kind in (Appointment, Attendance):  # taken back, it is said of nobody any more
            for known in [row for row in self.may_see if row[0] is kind]:
                del self.may_see[known]
        for one in db.session.scalars(select(Appointment)).unique():
            self.allow(one, COACH, *(person.id for person in one.people))
        for came in db.session.scalars(select(Attendance)).unique():
            self.allow(came, COACH, came.person_id)
