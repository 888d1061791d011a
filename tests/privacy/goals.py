"""Markers in goals, kept and shown."""

from collections.abc import Callable

from practice.couples.models import Couple
from practice.goals import models
from practice.goals.words import Words
from practice.people.models import Person


def fill_goals(put: Callable[[str, str], str], couple: Couple, person: Person) -> None:
    """One goal that stays between its writer and the coach, and one that the other may see."""
    for kind in ("goal", "shared goal"):
        told = Words(put(kind, person.name.lower()), put(kind, person.name.lower()))
        goal = models.begin(person, couple, told, 7, save_key=kind)
        if kind == "shared goal":
            goal.share()
