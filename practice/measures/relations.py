"""How a person stands to what the room keeps: the conditions that the policy speaks of."""

from sqlalchemy import ColumnElement, and_

from practice.measures.answers import ItemAnswers, Total
from practice.measures.models import Asking, Occasion
from practice.measures.releases import TotalsRelease, both_agree
from practice.people.models import Person
from practice.relations import coached, partner_in


def asks(person: Person) -> ColumnElement[bool]:
    """The couple's coach alone: what one was asked is nothing to the other, and nothing that one looks up oneself."""
    return Asking.couple.has(coached(person))


def own_occasion(person: Person) -> ColumnElement[bool]:
    return Occasion.asking.has(Asking.person_id == person.id)


def coached_occasion(person: Person) -> ColumnElement[bool]:
    return Occasion.asking.has(asks(person))


def own_item_answers(person: Person) -> ColumnElement[bool]:
    return ItemAnswers.occasion.has(own_occasion(person))


def coached_item_answers(person: Person) -> ColumnElement[bool]:
    return ItemAnswers.occasion.has(coached_occasion(person))


def own_total(person: Person) -> ColumnElement[bool]:
    return Total.occasion.has(own_occasion(person))


def coached_total(person: Person) -> ColumnElement[bool]:
    return Total.occasion.has(coached_occasion(person))


def total_open_to_both(person: Person) -> ColumnElement[bool]:
    """The other partner's, for as long as both agree about this questionnaire."""
    return Total.occasion.has(Occasion.asking.has(and_(Asking.couple.has(partner_in(person)), both_agree(Asking))))


def own_word(person: Person) -> ColumnElement[bool]:
    return TotalsRelease.person_id == person.id


def word_to_coach(person: Person) -> ColumnElement[bool]:
    return TotalsRelease.couple.has(coached(person))
