"""Days that are kept: for oneself, for the coach, shown to the other by a tap of its own, taken back, removed."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from sqlalchemy import select

from practice import clock
from practice.db import db, public_id
from practice.journal import keeping
from practice.journal.models import Entry
from practice.journal.words import Words
from practice.programme.library import Readers
from tests.policy.two import COACH, Two

FOR_ME, FOR_COACH = Readers.ONLY_ME, Readers.COACH


class Days(Two):
    def entries(self) -> list[Entry]:
        parts = [part.id for part in self.parts("gratitude", "talk")]
        return list(db.session.scalars(select(Entry).where(Entry.homework_id.in_(parts)).order_by(Entry.id)))

    def entries_of(self, place: keeping.Place) -> list[Entry]:
        return [entry for entry in self.entries() if (entry.homework_id, entry.on) == (place.part.id, place.on)]

    @rule(data=st.data(), readers=st.sampled_from([FOR_ME, FOR_COACH, FOR_COACH]), knowing=st.booleans())
    def keep(self, data: st.DataObject, readers: Readers, knowing: bool) -> None:
        """A new entry, another wording of one that its writer sees, or more of a day by somebody who does not see it."""
        part = self.some_part(data, "gratitude", "talk")
        daily = part.assignment.published.step.dailies[0]
        place = keeping.Place(part, daily, clock.today(part.person.time_zone) - self.some_day(data))
        before = {entry.id: entry.readers for entry in self.entries_of(place)}
        known = self.entries_of(place)[0] if before and knowing else None
        told = Words({daily.lines[0].key: self.new_word()}, readers=readers)
        with self.tried():
            keeping.keep(place, told, base=known.base if known else "", save_key=public_id())
            db.session.flush()
            db.session.expire_all()
            for entry in self.entries_of(place):
                if entry is known or entry.id not in before:
                    self.written(entry, readers)
                elif not known and not daily.often:
                    self.written(entry, FOR_ME if FOR_ME in (before[entry.id], readers) else FOR_COACH)

    def written(self, entry: Entry, readers: Readers) -> None:
        """Whatever is written anew is shared with nobody."""
        self.may_see[self.named(entry)] = {entry.person_id} | ({COACH} if readers is FOR_COACH else set())

    @precondition(lambda self: self.entries())
    @rule(data=st.data(), act=st.sampled_from(["share", "share", "unshare", "remove"]))
    def change_readers(self, data: st.DataObject, act: str) -> None:
        entry = data.draw(st.sampled_from(self.entries()))
        row, person = self.named(entry), entry.homework.person
        with self.tried():
            getattr(entry, act)(by=person)
            db.session.flush()
            if act == "share":
                self.may_see[row].add(self.couple.other(person).id)
            elif act == "unshare":
                self.may_see[row].discard(self.couple.other(person).id)
            else:
                del self.may_see[row]
