"""What lies in a partner's hands: their documents, and whether one is new."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func

from practice import clock, policy
from practice.db import db
from practice.people.models import Person
from practice.reporting.consents import Consent
from practice.reporting.documents import Document
from practice.reporting.releases import Answer, Release


@dataclass(frozen=True, slots=True)
class Shelf:
    """How many documents there are, how many were not taken yet, and the address of a question not answered yet."""

    all: int
    new: int
    question: str | None = None


def shelf_of(person: Person) -> Shelf:
    """In one query, for the first page."""
    own = policy.rows(person, Document).with_only_columns(func.count(Document.id), func.count(Document.fetched_at))
    question = asked_of(person).with_only_columns(Consent.public_id).limit(1).scalar_subquery()
    number, taken, asked = db.session.execute(own.add_columns(question)).one()
    return Shelf(number, number - taken, asked)


def asked_of(person: Person) -> Select[Consent]:
    """What waits for this person's own yes or no, the oldest first."""
    own = policy.rows(person, Consent).join(Release).where(Consent.answer == Answer.ASKED, Release.issued_at.is_(None))
    return own.where(Release.called_off_at.is_(None), Release.until_on >= clock.today(person.time_zone)).order_by(Consent.id)


def consents_of(person: Person) -> Sequence[Consent]:
    """All that this person was asked, the latest first."""
    return db.session.scalars(policy.rows(person, Consent).order_by(Consent.id.desc())).unique().all()


def documents_of(person: Person) -> Sequence[Document]:
    """The newest first."""
    return db.session.scalars(policy.rows(person, Document).order_by(Document.given_at.desc(), Document.id.desc())).unique().all()
