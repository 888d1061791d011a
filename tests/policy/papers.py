"""Reports in a coach's archive, given to those they were made for and taken back; and what each says to a release."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select, update

from practice import keyring
from practice.db import db, public_id
from practice.reporting import asking, consents, documents
from practice.reporting.consents import Consent
from practice.reporting.documents import Document
from practice.reporting.models import Audience, Report, State
from practice.reporting.releases import Holding, Release, Terms
from tests.policy.two import COACH, Two


class Papers(Two):
    def print_papers(self) -> None:
        """One for each reader, made already."""
        today = self.moment.date()
        for audience in Audience:
            report = asking.ask(self.couple, audience, today - timedelta(days=30), today, by=self.couple.coach)
            within = self.couple.practice.key
            report.sealed = keyring.seal_bytes(b"a paper", owner=report.owner, place=report.place, within=within)
            report.state = State.DONE
            self.flushed(report, COACH)

    @rule(data=st.data(), act=st.sampled_from(["give", "give", "undo", "revoke"]))
    def paper(self, data: st.DataObject, act: str) -> None:
        every = db.session.scalars(select(Report).order_by(Report.id)).unique()
        with self.tried():
            getattr(documents, act)(data.draw(st.sampled_from(list(every))), by=self.couple.coach)
        self._know_papers()

    @rule()
    def half_a_minute_passes(self) -> None:
        """Whatever was given is there: the giving is set back, for what is asked after every step knows one moment only."""
        given = update(Document).where(Document.visible_from > self.moment).values(visible_from=self.moment)
        db.session.execute(given.execution_options(synchronize_session=False))
        self._know_papers()

    @rule(data=st.data(), act=st.sampled_from(["prepare", "give", "give", "decline", "withdraw", "call_off"]))
    def leave_the_house(self, data: st.DataObject, act: str) -> None:
        by, today = self.couple.coach, self.moment.date()
        asked = list(db.session.scalars(select(Consent).order_by(Consent.id)).unique())
        with self.tried():
            if act == "prepare":
                audience = data.draw(st.sampled_from([Audience.COUPLE, Audience.FIRST, Audience.SECOND]))
                terms = Terms(audience, "Somebody", self.new_word(), (Holding.GOALS,), today, today, today + timedelta(days=30))
                consents.prepare(self.couple, terms, by=by, key=public_id())
            elif asked:
                one = data.draw(st.sampled_from(asked))
                match act:
                    case "give":
                        one.give(one.person.name)
                    case "call_off":
                        one.release.call_off(by=by)
                    case _:
                        getattr(one, act)()
        db.session.flush()
        for release in db.session.scalars(select(Release)).unique():
            self.allow(release, COACH)
        for consent in db.session.scalars(select(Consent)).unique():
            self.allow(consent, consent.person_id)

    def _know_papers(self) -> None:
        """A paper is its reader's from the moment it is there until it is taken back, and nobody else's ever."""
        db.session.flush()
        db.session.expire_all()
        for known in [row for row in self.may_see if row[0] is Document]:
            del self.may_see[known]
        for paper in db.session.scalars(select(Document)).unique():
            if paper.taken_back_at is None and paper.visible_from <= self.moment:
                self.allow(paper, paper.person_id)
