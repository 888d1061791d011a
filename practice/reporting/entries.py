"""Days on which somebody kept a daily entry, as far as every reader of a report may know of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from practice import policy
from practice.db import db
from practice.homework.assignments import Assignment
from practice.homework.models import Homework
from practice.journal.models import Entry
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.reporting.audience import Reading
from practice.reporting.period import Period


@dataclass(frozen=True)
class Noted:
    """One entry: whose, of which step and daily, on which of their days; the number, where one was asked for."""

    person_id: int
    slug: str
    key: str
    on: date
    number: int | None


def noted(reading: Reading, period: Period) -> list[Noted]:
    """The entries of this time, the earliest first; nothing of what was written in them is opened."""
    query = (
        select(Entry.person_id, PublishedStep.slug, Entry.key, Entry.on, Entry.number)
        .join(Entry.homework)
        .join(Homework.assignment)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .where(Assignment.couple_id == reading.couple.id, Entry.on >= period.from_on, Entry.on <= period.to_on)
        .order_by(Entry.on, Entry.id)
    )
    for reader in reading.readers:
        query = query.where(Entry.id.in_(policy.rows(reader, Entry).with_only_columns(Entry.id)))
    return [Noted(*row) for row in db.session.execute(query)]


def days_of(person: Person, found: Iterable[Noted]) -> set[date]:
    """The days on which this person kept anything."""
    return {one.on for one in found if one.person_id == person.id}
