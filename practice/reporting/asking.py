"""Asking for a report: of which kind, for whom, about which days and what."""

from datetime import date

from sqlalchemy import select

from practice import clock, formats
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.people.models import Person
from practice.reporting.kinds import making
from practice.reporting.models import EARLIEST, LATEST, Audience, Kind, Report
from practice.trail.models import record


def ask(
    couple: Couple,
    audience: Audience,
    from_on: date,
    to_on: date,
    *,
    kind: Kind = Kind.PROGRESS,
    about: str = "",
    by: Person | None,
    key: str | None = None,
) -> Report:
    """Ask for a report; the same form sent twice asks once. Raises: Refused."""
    if audience not in making(kind).audiences:
        raise Refused(f"A {kind.label.lower()} is never made for this reader. Please choose another.")
    if to_on < from_on:
        raise Refused("The last day comes before the first. Please swap them.")
    if from_on < EARLIEST or to_on > LATEST:
        raise Refused(f"Please choose days from {formats.day(EARLIEST)} to {formats.day(LATEST)}.")
    # Two clicks at once line up here; SQLite lines everybody up by itself.
    db.session.scalar(select(Couple.id).where(Couple.id == couple.id).with_for_update())
    asked: Report | None = db.session.scalar(select(Report).where(Report.couple_id == couple.id, Report.asked_key == key))
    if key and asked:
        return asked
    days = {"from_on": from_on, "to_on": to_on}
    report = Report(
        couple=couple, kind=kind, about=about, audience=audience, **days, asked_by=by, asked_at=clock.now(), asked_key=key
    )
    db.session.add(report)
    db.session.flush()
    record("report.asked", actor=by, subject=report, couple=couple, kind=kind, audience=audience)
    return report
