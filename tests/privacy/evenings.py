"""Markers in what the two do together: the text that both will sign, and what is said and heard in turns."""

from collections.abc import Callable

from practice.agreements import texts
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.homework.models import Assignment
from practice.turns.course import Kind
from practice.turns.turns import Turns
from tests.writing import assign

Put = Callable[[str, str], str]  # a new marker for a kind of place and the name of the person it belongs to


def fill_text(put: Put, couple: Couple) -> None:
    """Each proposes a wording of the text that both will sign."""
    given = assign(couple, "commit")
    for seen, person in enumerate(couple.partners):
        text = texts.of(given, "commitment", by=person)
        text.propose(put("wording", person.name.lower()), seen=seen, save_key=public_id(), by=person)
        db.session.flush()


def fill_turns(put: Put, couple: Couple, given: Assignment) -> None:
    """The coach opens though nobody is ready; one speaks, the other writes what was heard."""
    Turns.to_change(given).open(put("reason", couple.first.name.lower()), by=couple.coach)
    db.session.flush()
    turns = Turns.to_change(given)
    turns.begin(couple.first, by=couple.coach)
    for number, (person, kind) in enumerate(zip(couple.partners, (Kind.SAID, Kind.HEARD_BACK), strict=True), 1):
        turns.move(kind, person, put("turn", person.name.lower()), number=number, save_key=public_id())
    db.session.flush()
