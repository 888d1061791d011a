"""How a person stands to a report, to what was made of it, and to what is asked for it."""

from sqlalchemy import ColumnElement, and_, false

from practice import clock
from practice.people.models import Person
from practice.relations import coached
from practice.reporting import documents
from practice.reporting.batches import Batch
from practice.reporting.consents import Consent
from practice.reporting.documents import Document
from practice.reporting.models import Report
from practice.reporting.releases import Release


def reported_by(person: Person) -> ColumnElement[bool]:
    """The couple's coach alone: a partner gets their paper from the coach's hand."""
    return Report.couple.has(coached(person))


def batched_by(person: Person) -> ColumnElement[bool]:
    """Whoever asked for many at once; of its reports they see only those of couples they still coach."""
    return Batch.asked_by_id == person.id if person.is_coach else false()


def given_to_them(person: Person) -> ColumnElement[bool]:
    """A report in a partner's own hands, from when it is there until it is taken back."""
    return and_(Document.person_id == person.id, documents.stands(clock.now()))


def released_by(person: Person) -> ColumnElement[bool]:
    """The couple's coach alone: what is asked of both tells nobody what the other says."""
    return Release.couple.has(coached(person))


def own_consent(person: Person) -> ColumnElement[bool]:
    return Consent.person_id == person.id
