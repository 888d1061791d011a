"""Who took a report and when, as the trail tells it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from practice.db import db
from practice.people.models import Person
from practice.reporting.models import Report
from practice.trail.models import Event


@dataclass(frozen=True, slots=True)
class Fetch:
    """Somebody took it once."""

    at: datetime
    who: str


def of(report: Report) -> list[Fetch]:
    """Each time, the latest first."""
    taken = (
        select(Event.at, Person.name)
        .outerjoin(Person, Person.public_id == Event.actor)
        .where(Event.subject == report.public_id, Event.verb == "report.fetched")
        .order_by(Event.at.desc(), Event.id.desc())
    )
    return [Fetch(at, name or "Somebody at the terminal") for at, name in db.session.execute(taken)]
