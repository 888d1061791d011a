"""Receipts: what a couple is told whenever somebody new can read what they wrote."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person
from practice.trail.models import Event


@dataclass(frozen=True, slots=True)
class Receipt:
    """Somebody new can read since a moment."""

    at: datetime
    name: str


def of(couple: Couple) -> list[Receipt]:
    """Every coach to whom the couple was handed, the latest first."""
    handed = (
        select(Event.at, Person.name)
        .join(Person, Person.public_id == Event.subject)
        .where(Event.couple == couple.public_id, Event.verb == "couple.handed_over")
        .order_by(Event.at.desc())
    )
    return [Receipt(at, name) for at, name in db.session.execute(handed)]
