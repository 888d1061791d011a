"""Finding couples in a list by name and state."""

from sqlalchemy import ColumnElement, Select, or_

from practice.couples.models import Couple, CoupleState
from practice.people.models import Person

_BETWEEN = frozenset({"&", "+", "and", "und"})
_LONGEST = 160


def narrowed(couples: Select[Couple], text: str, state: str) -> Select[Couple]:
    """Those couples in one of whose names each typed word stands, and which are in this state; in order of their names."""
    # Nobody's name is longer, and a database gives up on very long questions.
    words = [word for word in text[:_LONGEST].replace("\0", " ").split() if word.casefold() not in _BETWEEN]
    for word in words:
        couples = couples.where(or_(Couple.first.has(_named(word)), Couple.second.has(_named(word))))
    if state in set(CoupleState):
        couples = couples.where(Couple.state == state)
    return couples.join(Couple.first).order_by(Person.name, Couple.id)


def _named(word: str) -> ColumnElement[bool]:
    # SQLite folds only the letters of English, so other capitals are tried as they may have been written.
    spellings = {word, word.lower(), word.title()}
    return or_(*(Person.name.icontains(spelling, autoescape=True) for spelling in sorted(spellings)))
