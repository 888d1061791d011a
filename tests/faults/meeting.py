"""Ana and Ben meet Maya: what is asked of them, what they wish for, when they come, a release, and a paper taken back."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from practice import clock
from practice.appointments import models as appointments
from practice.appointments.states import Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.goals import models as goals
from practice.goals.words import Words
from practice.reporting import asking, consents, giving
from practice.reporting.jobs import make
from practice.reporting.models import Audience, Report
from practice.reporting.releases import Holding, Release, Terms
from practice.safety import asking as safety
from tests import measuring
from tests.cast import Cast


def met(app: Flask, cast: Cast, act: str) -> dict[str, str]:
    """The public ids of what stands there, by name; a paper only for the acts that need one."""
    with app.app_context():
        couple, ana = cast.couple("ana"), cast.person("ana")
        at_ten = datetime.combine(clock.today() + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=10)
        slot = Slot(at_ten, "UTC", 50)
        rows = {
            "appointment": appointments.plan(couple, WithWhom.BOTH, slot, save_key=public_id(), by=couple.coach),
            "goal": goals.begin(ana, couple, Words("More evenings", ""), 3, save_key=public_id()),
            "questions": measuring.open_of(measuring.ask(couple, "pulse", ana)[0]),
        }
        safety.ask_both(couple, by=couple.coach)
        ids = {name: row.public_id for name, row in rows.items()}
        screen = safety.open_for(ana)
        assert screen
        release = _release(couple, consented=act in ("withdraw a consent", "issue a copy"))
        ids |= {"alone": screen.public_id, "release": release.public_id, "consent": release.consents[0].public_id}
        db.session.commit()
        return ids | ({"report": _given(couple).public_id} if act == "revoke" else {})


def _release(couple: Couple, *, consented: bool) -> Release:
    today = clock.today()
    terms = Terms(Audience.COUPLE, "Court", "A hearing", (Holding.ATTENDANCE,), today, today, today + timedelta(days=9))
    release = consents.prepare(couple, terms, by=couple.coach, key=public_id())
    if consented:
        for consent in release.consents:
            consent.give(consent.person.name)
    return release


def _given(couple: Couple) -> Report:
    """A report that both have had for a minute."""
    today = clock.today()
    report: Report = asking.ask(couple, Audience.COUPLE, today - timedelta(days=9), today, by=couple.coach)
    db.session.commit()
    make(report.public_id)
    db.session.refresh(report)
    with clock.at(clock.now() - timedelta(minutes=1)):
        giving.give(report, by=couple.coach)
    db.session.commit()
    return report
