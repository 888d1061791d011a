"""How a person stands to a goal."""

from sqlalchemy import ColumnElement, and_

from practice.goals.models import Goal
from practice.people.models import Person
from practice.relations import coached, partner_in


def own(person: Person) -> ColumnElement[bool]:
    return Goal.person_id == person.id


def coached_one(person: Person) -> ColumnElement[bool]:
    return Goal.couple.has(coached(person))


def shown(person: Person) -> ColumnElement[bool]:
    """The other partner's, shown by its writer."""
    return and_(Goal.shared_at.is_not(None), Goal.couple.has(partner_in(person)))
