"""Markers in answers to questionnaires and in what they add up to."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count

from practice.couples.models import Couple
from practice.db import db
from practice.measures import releases, versions
from practice.measures.instruments import Instrument, Item, Status
from practice.people.models import Person
from tests.measuring import answer, ask, open_of

Put = Callable[..., str]  # a new marker (or this one) for a kind of place and the name of the person it belongs to
# Thirteen digits, so that no page holds one by chance.
_totals = (Decimal(f"{number}.{number}7") for number in count(318_273, 107))


def fill_measures(put: Put, couple: Couple, people: list[Person]) -> None:
    """Each answers one questionnaire for the coach, and another whose totals both have agreed to share."""
    for slug, kind, asked in (("own-alone", "total", people), ("own-shared", "shared total", couple.partners)):
        for person in asked:
            _answered(put, couple, person, slug, kind)
        # Other words since then: what stands on the practice's shelf tells nothing of what was marked.
        versions.lock(couple.practice, _instrument(slug, "warm", Decimal(1)), by=None)
    for person in couple.partners:
        releases.agree(couple, person, "own-shared")
    releases.agree(couple, couple.first, "own-alone")  # one alone opens nothing
    db.session.commit()


def _answered(put: Put, couple: Couple, person: Person, slug: str, kind: str) -> None:
    name, total = person.name.lower(), next(_totals)
    versions.lock(couple.practice, _instrument(slug, put("item answer", name), total), by=None)
    put(kind, name, str(total))
    [asked] = ask(couple, slug, person)
    answer(open_of(asked), [1])


def _instrument(slug: str, middle: str, worth: Decimal) -> Instrument:
    """One question with three answers, of which the one in the middle adds up to this."""
    return Instrument(
        key=slug, name=slug, title=slug, citation="Ours", licence="Ours", status=Status.NO_NORMS, higher_is_better=True,
        lowest=Decimal(0), highest=2 * worth, multiplier=worth,
        items=(Item((0, 1, 2), text="How was it?", options=("cold", middle, "hot")),),
    )  # fmt: skip
