"""Who has read what was sent: noted once for each reader, so that its writer can see it."""

from datetime import datetime

from sqlalchemy import select

from practice.db import db
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.trail.models import Event, record

_READ = "reflection.read"


def note(reflection: Reflection, reader: Person) -> None:
    """Remember that somebody has opened it; only the first time counts."""
    # Two windows opened at once wait for each other here, so that it is noted once.
    db.session.execute(select(Reflection.id).where(Reflection.id == reflection.id).with_for_update())
    before = select(Event.id).where(Event.verb == _READ, Event.subject == reflection.public_id, Event.actor == reader.public_id)
    if db.session.scalar(before.limit(1)) is None:
        record(_READ, actor=reader, subject=reflection, couple=reflection.homework.assignment.couple)


def read_by(reflection: Reflection) -> list[tuple[str, datetime]]:
    """The name of everybody who has opened it, and when they first did, earliest first."""
    rows = db.session.execute(
        select(Person.name, Event.at)
        .join(Person, Person.public_id == Event.actor)
        .where(Event.verb == _READ, Event.subject == reflection.public_id)
        .order_by(Event.at, Event.id)
    )
    return [(name, at) for name, at in rows]
