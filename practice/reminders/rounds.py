"""A round: for whom a digest is due at this moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, or_, select

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.people.models import Person, Role
from practice.reminders import hours
from practice.reminders.models import Digest, ReminderSetting


@dataclass(frozen=True, slots=True)
class Due:
    """Whose digest of which local day is due, and since when."""

    person_id: int
    role: Role
    day: date
    moment: datetime


def due(only: int | None = None) -> list[Due]:
    """Everybody whose hour it is, who wishes it, works here at present, and has no letter of that day; or only this person."""
    waiting = list(_at_their_hour(only))
    told = {(each.person_id, each.on) for each in _digests([each.person_id for each in waiting], {d.day for d in waiting})}
    return [each for each in waiting if (each.person_id, each.day) not in told]


def _at_their_hour(only: int | None) -> Iterator[Due]:
    """Coaches, and partners of couples that are at work; a few columns of each, for this is asked every minute."""
    partner_at_work = select(Couple.id).where(
        or_(Couple.first_id == Person.id, Couple.second_id == Person.id), Couple.state == CoupleState.ACTIVE
    )
    people = (
        select(Person.id, Person.role, Person.time_zone, ReminderSetting.minute)
        .outerjoin(ReminderSetting, ReminderSetting.person_id == Person.id)
        .where(Person.joined_at.is_not(None), Person.disabled_at.is_(None))
        .where(or_(ReminderSetting.is_on.is_(None), ReminderSetting.is_on))
        .where(or_(Person.role == Role.COACH, and_(Person.role == Role.PARTNER, partner_at_work.exists())))
    )
    usual = {Role.COACH: hours.FOR_COACHES, Role.PARTNER: hours.FOR_PARTNERS}
    now = clock.now()
    for person_id, role, zone, minute in db.session.execute(people if only is None else people.where(Person.id == only)):
        if found := hours.due(now, zone, usual[role] if minute is None else minute):
            yield Due(person_id, role, *found)


def _digests(people: list[int], days: set[date]) -> list[Digest]:
    return list(db.session.scalars(select(Digest).where(Digest.person_id.in_(people), Digest.on.in_(days)))) if people else []
