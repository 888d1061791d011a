"""Markers in lines of ledgers and in what was said of them."""

from collections.abc import Callable

from practice import clock
from practice.agreements.adding import add
from practice.agreements.checking import monday
from practice.agreements.models import Kept, Line
from practice.agreements.wording import Wording
from practice.db import db, public_id
from practice.homework.models import Assignment
from practice.people.models import Person
from tests.writing import assign

Put = Callable[[str, str], str]  # a new marker for a kind of place and the name of the person it belongs to


def fill_lists(put: Put, agreed: Assignment, jar: Assignment, person: Person) -> None:
    """Lines of both and of one, how a week went that the other has not looked at, and why the coach opened a larger plan."""
    couple, name, week = agreed.couple, person.name.lower(), monday(clock.today(person.time_zone))
    promise = _line(agreed, "agreements", {"what": put("earlier line", name)}, person)
    promise.change(Wording({"what": put("line", name)}), by=person, revision=1)
    promise.say_yes(by=couple.other(person), revision=2)
    promise.look(by=person, week_on=week, kept=Kept.NO, hours=None, note=put("look", name))
    plan = _line(jar, "jar", {"moment": put("line", name)}, person, larger=True)
    plan.open(put("opening reason", name), by=couple.coach)
    own = _line(assign(couple, "wider-life", person), "commitments", {"area": put("own line", name)}, person)
    own.look(by=person, week_on=week, kept=None, hours=2, note=put("own look", name))


def _line(given: Assignment, key: str, words: dict[str, str], person: Person, *, larger: bool = False) -> Line:
    part = given.part_of(person)
    assert part
    line = add(part, given.published.step.ledger(key), Wording(words, larger=larger), save_key=public_id())
    db.session.flush()
    return line
