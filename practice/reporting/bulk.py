"""Reports for many couples in one act: who has anything to report on, and asking for all that were chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_, select

from practice import clock, policy
from practice.couples.models import Couple
from practice.db import db, insert_once, public_id
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.reporting.asking import ask
from practice.reporting.batches import Batch
from practice.reporting.models import Audience, Kind, Report
from practice.reporting.period import Period
from practice.trail.models import record


@dataclass(frozen=True, slots=True)
class Offered:
    """A coach's couples: those that can be reported on in these days, and those in whose days there is nothing."""

    some: tuple[Couple, ...]
    nothing: tuple[Couple, ...]


def offered(coach: Person, period: Period) -> Offered:
    """All couples of this coach, by name; three queries however many there are."""
    mine = db.session.scalars(policy.rows(coach, Couple, "report")).unique().all()
    couples = sorted(mine, key=lambda couple: couple.name.casefold())
    busy = _with_anything([couple.id for couple in couples], period)
    return Offered(
        tuple(couple for couple in couples if couple.id in busy), tuple(couple for couple in couples if couple.id not in busy)
    )


def _with_anything(couples: Sequence[int], period: Period) -> set[int]:
    zone = ZoneInfo(period.zone)
    begins, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (period.from_on, period.to_on + timedelta(1)))
    theirs = Assignment.couple_id.in_(couples)
    given = select(Assignment.couple_id).where(theirs, Assignment.assigned_at >= begins, Assignment.assigned_at < ends)
    moments = (Reflection.submitted_at, Reflection.revealed_at)
    sent = select(Assignment.couple_id).join(Homework).join(Reflection).where(theirs, Reflection.voided_at.is_(None))
    sent = sent.where(or_(*(and_(moment >= begins, moment < ends) for moment in moments)))
    return {*db.session.scalars(given.distinct()), *db.session.scalars(sent.distinct())}


def ask_all(couples: Sequence[Couple], audience: Audience, period: Period, *, by: Person, key: str) -> Batch:
    """Ask for a progress report on each; the same form sent twice asks once. Raises: Refused."""
    if not couples:
        raise Refused("Please choose at least one couple.")
    days = {"from_on": period.from_on, "to_on": period.to_on}
    terms = {"kind": Kind.PROGRESS, "audience": audience, **days}
    first = insert_once(Batch, asked_by_id=by.id, asked_key=key, asked_at=clock.now(), public_id=public_id(), **terms)
    batch = db.session.scalars(select(Batch).where(Batch.asked_by_id == by.id, Batch.asked_key == key)).one()
    if first:
        for couple in couples:
            ask(couple, audience, period.from_on, period.to_on, by=by, key=key).batch_id = batch.id
        record("batch.asked", actor=by, subject=batch, number=len(couples))
    return batch


def reports_in(batch: Batch, person: Person) -> Sequence[Report]:
    """Its reports that this person may see, by the couple's name: one that was handed over meanwhile is another's."""
    found = db.session.scalars(policy.rows(person, Report).where(Report.batch_id == batch.id)).unique()
    return sorted(found, key=lambda report: report.couple.name.casefold())
