"""How a person stands to what is asked of each alone."""

from sqlalchemy import ColumnElement

from practice.people.models import Person
from practice.relations import coached
from practice.safety.models import SafetyAnswers, SafetyDealing, SafetyScreen


def asked(person: Person) -> ColumnElement[bool]:
    return SafetyScreen.person_id == person.id


def asked_by(person: Person) -> ColumnElement[bool]:
    return SafetyScreen.couple.has(coached(person))


def told_to(person: Person) -> ColumnElement[bool]:
    """The couple's coach alone: not even its writer reads it again."""
    return SafetyAnswers.screen.has(asked_by(person))


def noted_by(person: Person) -> ColumnElement[bool]:
    return SafetyDealing.couple.has(coached(person))
