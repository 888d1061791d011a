"""Larger plans: whether the inner work that comes before them is under way, as facts for the coach alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.couples.models import Couple
from practice.homework.models import Homework, State
from practice.people.models import Person
from practice.programme.models import PublishedStep

FIRST = ("work", "personal")  # the steps that come before larger plans
_NOT_BEGUN = (State.ASSIGNED, State.OPENED, State.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Fact:
    """Whether one of the two has begun one of these steps."""

    person: Person
    title: str
    is_under_way: bool


def facts(couple: Couple, steps: Sequence[PublishedStep], parts: Sequence[Homework]) -> list[Fact]:
    """One for each of the two and each of these steps that their programme has."""
    begun = {(p.person_id, p.assignment.published.slug) for p in parts if p.state not in _NOT_BEGUN}
    first = [step for step in steps if step.slug in FIRST]
    return [Fact(person, step.title, (person.id, step.slug) in begun) for person in couple.partners for step in first]


def is_met(found: Sequence[Fact]) -> bool:
    """Whether nothing is lacking."""
    return all(fact.is_under_way for fact in found)
