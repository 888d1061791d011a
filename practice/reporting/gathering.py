"""Rows to facts: the progress report of one couple for one audience."""

from datetime import date

from sqlalchemy import select

from practice import formats, policy
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment
from practice.programme.library import SHIPPED, load
from practice.programme.models import edition_of
from practice.reporting import standing, tallies, writings
from practice.reporting.audience import Reading
from practice.reporting.facts import Sheet
from practice.reporting.models import Audience
from practice.reporting.notes import notes
from practice.reporting.period import Period
from practice.reporting.progress import ProgressFacts
from practice.reporting.script import isolated
from practice.reporting.wording import measures

_LETTER = frozenset(["US", "CA", "MX", "PH"])


def gather(couple: Couple, audience: Audience, from_on: date, to_on: date, today: date, *, report_id: str) -> ProgressFacts:
    """The facts of a progress report; every row is one that each of its readers may see by policy."""
    reading, period = Reading(couple, audience), Period(from_on, to_on, couple.coach.time_zone)
    steps, given = edition_of(couple).steps, assignments(reading)
    sent, by_step = writings.sent(reading, period), standing.by_step(given)
    marks = standing.strip(reading, steps, by_step)
    together = [one for one in sent if one.part.assignment.together]
    own = [one for one in sent if not one.part.assignment.together]
    return ProgressFacts(
        sheet=sheet(reading, today, report_id),
        couple=_for_whom(reading),
        period=period.words,
        measures=measures(
            couple.coach.name,
            tallies.joint(given, period),
            tuple(tallies.own(reading, person, given, sent, period) for person in reading.told_of),
        ),
        strip_finding=standing.finding(reading, marks, steps),
        strip=marks,
        steps=standing.rows(reading, steps, marks, by_step, period),
        meetings=(),
        together=writings.written(reading, together, period),
        together_title="In their own words" if audience is Audience.COACH else "In your own words",
        own=writings.written(reading, own, period) if reading.told_of else (),
        own_title="From the steps done alone" if audience is Audience.COACH else "From your own steps",
        own_intro=_own_intro(reading),
        notes=notes(reading, load(SHIPPED).credit),
    )


def assignments(reading: Reading) -> list[Assignment]:
    """The steps given, as far as every reader may know of them, oldest first; what was taken back is left out."""
    query = select(Assignment).where(Assignment.couple_id == reading.couple.id, Assignment.withdrawn_at.is_(None))
    for reader in reading.readers:
        query = query.where(Assignment.id.in_(policy.rows(reader, Assignment).with_only_columns(Assignment.id)))
    return list(db.session.scalars(query.order_by(Assignment.id)).unique())


def sheet(reading: Reading, today: date, report_id: str) -> Sheet:
    """What stands on every page."""
    couple, policy_ = reading.couple, reading.couple.agreed
    agreed = f"{policy_.kind.label.lower()}, version {policy_.version}" if policy_ else "none signed yet"
    return Sheet(
        report_id=report_id,
        practice=couple.practice.name,
        audience=reading.label,
        confidentiality="Confidential: for the readers named here alone, please keep it safe",
        policy=f"Confidentiality policy: {agreed}",
        issued_on=today,
        issued=f"Issued on {formats.day(today)}",
        size="Letter" if couple.practice.country in _LETTER else "A4",
    )


def _for_whom(reading: Reading) -> str:
    coach = isolated(reading.couple.coach.name)
    if reading.audience is Audience.COACH:
        return reading.names
    return f"For {formats.joined([isolated(person.name) for person in reading.partners])}, from {coach}"


def _own_intro(reading: Reading) -> str:
    if reading.audience is Audience.COACH:
        return "Each of these was written for you alone. Neither partner may learn of the other's."
    return f"Only you and {isolated(reading.couple.coach.name)} can read these pages."
