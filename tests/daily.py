"""Small makers of daily entries for tests. They need an app context and commit."""

from datetime import date

from sqlalchemy import select

from practice import clock
from practice.db import db, public_id
from practice.homework.models import Assignment, Homework
from practice.journal import keeping
from practice.journal.models import Entry
from practice.journal.words import Words
from practice.people.models import Person
from practice.programme.library import Readers


def part_of(person: Person, assignment: Assignment) -> Homework:
    found = assignment.part_of(person)
    assert found, f"{person.name} has no part in this"
    return found


def keep(
    part: Homework,
    key: str,
    text: str = "",
    *,
    on: date | None = None,
    readers: Readers = Readers.COACH,
    shared: bool = False,
    **more: object,
) -> Entry:
    """Write one entry, its text in the first line that is asked for."""
    daily = part.assignment.published.step.daily(key)
    lines = {daily.lines[0].key: text} if text else {}
    place = keeping.Place(part, daily, on or clock.today(part.person.time_zone))
    keeping.keep(place, Words(lines=lines, readers=readers, **more), base="", save_key=public_id())
    entry = entries_of(part)[-1]
    if shared:
        entry.share(by=part.person)
    db.session.commit()
    return entry


def entries_of(part: Homework) -> list[Entry]:
    """All entries of a part, the oldest first."""
    return list(db.session.scalars(select(Entry).where(Entry.homework_id == part.id).order_by(Entry.id)))
