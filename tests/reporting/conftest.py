"""Words of Ana and Ben, some free for paper and some not; a report on them; and the couple that has done nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.homework.reflections import Reflection
from practice.programme.library import Readers
from practice.reporting import jobs as reporting_jobs
from practice.reporting.asking import ask
from practice.reporting.models import Audience, Kind, Report
from practice.reporting.printing import Press
from practice.trail.models import Event
from tests.cast import Cast
from tests.writing import assign, write

ANA_FREE, BEN_FREE, ANA_WORST, BEN_OWN, ANA_HELD = "Zugvogel17", "Nebelhorn23", "Notgroschen31", "Werkbank47", "Sandbank59"


@dataclass
class Desk:
    """What Maya does at her desk, without the pages. Every method opens an app context of its own."""

    app: Flask
    cast: Cast

    def asked(self, audience: Audience = Audience.COUPLE, kind: Kind = Kind.PROGRESS) -> str:
        """A report that waits, by its public id."""
        with self.app.app_context():
            couple, today = self.cast.couple("ana"), clock.today()
            report = ask(couple, audience, today - timedelta(days=30), today, kind=kind, by=couple.coach)
            db.session.commit()
            return report.public_id

    def made(self, audience: Audience = Audience.COUPLE) -> str:
        """A finished report."""
        public_id = self.asked(audience)
        self.make(public_id)
        return public_id

    def make(self, public_id: str) -> None:
        with self.app.app_context():
            reporting_jobs.make(public_id)

    def report(self, public_id: str) -> Report:
        """The row; needs an app context."""
        return db.session.scalars(select(Report).where(Report.public_id == public_id)).one()

    def paper(self, public_id: str) -> bytes:
        with self.app.app_context():
            return self.report(public_id).paper

    def told(self, public_id: str) -> tuple[str, str]:
        """Its state and its trouble."""
        with self.app.app_context():
            report = self.report(public_id)
            return report.state.value, report.trouble or ""

    def events(self, verb: str) -> int:
        """How often something happened."""
        with self.app.app_context():
            return len(list(db.session.scalars(select(Event).where(Event.verb == verb))))

    def release(self, writer: str, *, on_paper: bool) -> None:
        """Ana's or Ben's word on whether what they wrote together may be printed."""
        with self.app.app_context():
            for reflection in db.session.scalars(select(Reflection)):
                part = reflection.homework
                if part.person.name.lower() == writer and part.assignment.together:
                    reflection.release(on_paper=on_paper)
            db.session.commit()


@pytest.fixture
def desk(app: Flask, cast: Cast) -> Desk:
    """Two have written together and it is open, chosen and released; each has also written alone."""
    with app.app_context():
        couple, ana, ben = cast.couple("ana"), cast.person("ana"), cast.person("ben")
        causes = assign(couple, "causes")
        sent = [
            write(ana, causes, {"longest": ANA_FREE}),
            write(ben, causes, {"longest": BEN_FREE}),
        ]
        causes.reveal(by=couple.coach)
        for reflection in sent:
            reflection.release(on_paper=True)
            reflection.choose(for_paper=True, by=couple.coach)
        pain = assign(couple, "pain")
        held = [write(person, pain, {_long(pain): ANA_HELD if person is ana else "Something else."}) for person in (ana, ben)]
        pain.reveal(by=couple.coach)
        held[0].choose(for_paper=True, by=couple.coach)
        worst = assign(couple, "fallback", ana)
        write(ana, worst, {"came_through": ANA_WORST}, {"came_through": Readers.COACH})
        own = assign(couple, "support", ben)
        write(ben, own, {_long(own): BEN_OWN})
        db.session.commit()
    return Desk(app, cast)


@pytest.fixture
def slow_press(monkeypatch: pytest.MonkeyPatch) -> Iterator[Press]:
    """A press whose time is up before it can have printed anything."""
    press = Press(limit=0.02)
    monkeypatch.setattr(reporting_jobs, "press", press)
    yield press
    press.close()


def days(**changed: str) -> dict[str, str]:
    """The form's days, typed: the last thirty unless said otherwise."""
    return {"from_on": str(clock.today() - timedelta(days=30)), "to_on": str(clock.today()), **changed}


def _long(assignment: object) -> str:
    step = assignment.published.step
    return next(prompt.key for prompt in step.prompts if prompt.kind == "long")
