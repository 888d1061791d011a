"""Small makers of questionnaires for tests: words loaded, somebody asked, answers sent. They need an app context and commit.

The words are invented stand-ins: those of a published questionnaire are its authors'.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.measures import answers, asking, shelf, versions
from practice.measures.instruments import Instrument, shipped
from practice.measures.models import Asking, Occasion
from practice.measures.points import Plan, Point, Rhythm
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person, Practice


def stand_in(slug: str, mark: str = "Stand-in") -> Instrument:
    """A shipped instrument with invented words: "Stand-in 1"."""
    known = shipped()[slug]
    items = [
        replace(item, text=f"{mark} {number}", options=tuple(f"choice {place}" for place in range(len(item.values))))
        for number, item in enumerate(known.items, start=1)
    ]
    return replace(known, items=tuple(items))


def load(practice: Practice, slug: str, mark: str = "Stand-in") -> InstrumentVersion:
    """Lock invented words and turn the instrument on."""
    version = versions.lock(practice, stand_in(slug, mark), by=None)
    versions.switch(practice, version.instrument, on=True, by=_owner(practice))
    db.session.commit()
    return version


def ask(couple: Couple, slug: str, *people: Person, plan: Plan | None = None) -> list[Asking]:
    """Ask these people (both unless said), once and today unless planned otherwise."""
    version = shelf.version_to_ask(couple.practice, slug)
    made = asking.ask(couple, people or couple.partners, version, plan or once(), by=couple.coach, asked_key=public_id())
    db.session.commit()
    return made


def answer(occasion: Occasion, places: Sequence[int | None]) -> None:
    """Send these answers: for each item the place of the chosen option, or None."""
    chosen = {number: place for number, place in enumerate(places, start=1) if place is not None}
    answers.send(occasion, chosen, sent_key=public_id())
    db.session.commit()


def open_of(asked: Asking) -> Occasion:
    assert asked.open, "Nothing is open"
    return asked.open


def once(on: date | None = None, point: Point | None = None) -> Plan:
    return Plan(Rhythm.ONCE, ((point, on or clock.today()),))


def weekly(on: date | None = None, every: int = 1) -> Plan:
    return Plan(Rhythm.WEEKS, ((None, on or clock.today()),), every)


def _owner(practice: Practice) -> Person:
    return db.session.scalars(db.select(Person).where(Person.practice_id == practice.id, Person.is_owner)).one()
