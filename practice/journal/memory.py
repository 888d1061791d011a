"""Remember when: an older entry of one's own, drawn by chance at a cost that does not grow."""

import secrets
from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import func, select

from practice.db import db
from practice.journal.models import Entry
from practice.people.models import Person

_OLDER_THAN = timedelta(days=30)
_OF_A_DAY = 20
Draw = Callable[[int], int]


def remember(person: Person, today: date, draw: Draw = secrets.randbelow) -> Entry | None:
    """An entry with words that is older than thirty days, if there is one.

    A day is drawn between the first and thirty days ago, then the entry that stands nearest before it: two look-ups
    in an index, however many entries there are. `draw(n)` gives a number below n.
    """
    until = today - _OLDER_THAN - timedelta(days=1)
    own = (Entry.person_id == person.id, Entry.on <= until)
    first = db.session.scalar(select(func.min(Entry.on)).where(*own))
    if first is None:
        return None
    day = first + timedelta(days=draw((until - first).days + 1))
    nearest = select(func.max(Entry.on)).where(*own, Entry.on <= day).scalar_subquery()
    found = db.session.scalars(select(Entry).where(*own, Entry.on == nearest).order_by(Entry.id).limit(_OF_A_DAY)).all()
    told = [entry for entry in found if entry.lines] or list(found)
    return told[draw(len(told))]
