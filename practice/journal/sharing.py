"""What partners have shown each other of their days."""

from datetime import date

from sqlalchemy import select

from practice.couples.models import Couple
from practice.db import db
from practice.journal.models import Entry
from practice.people.models import Person


def newest_shared_with(person: Person, couple: Couple) -> date | None:
    """The day of what the other partner shared last, if anything is shared: one look-up, however much there is."""
    theirs = select(Entry.on).where(Entry.person_id == couple.other(person).id, Entry.shared_at.is_not(None))
    return db.session.scalar(theirs.order_by(Entry.shared_at.desc()).limit(1))
