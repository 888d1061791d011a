"""Alarms: answers that a coach must hear of at once, whatever the total. Read by the coach alone, on no page of a partner."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from practice import keyring
from practice.couples.models import Couple
from practice.db import db
from practice.measures import scoring
from practice.measures.answers import ItemAnswers
from practice.measures.models import Asking, Occasion
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person


@dataclass(frozen=True, slots=True)
class Alarm:
    """Some answers of one person that ask for a call today. `occasion` is the public id of the page that shows them."""

    couple: Couple
    person: Person
    occasion: str
    sent_at: datetime
    instrument: str  # its short name
    items: tuple[tuple[int, str, str], ...]  # number of the item, its words, the answer that was chosen


def of(coach: Person) -> tuple[Alarm, ...]:
    """What stands for this coach until they say that they have read it, the newest first.

    Worked out from the sealed answers each time. That something was sent in an instrument with such items is all that
    lies open: nothing at rest tells whether there was an alarm in it.
    """
    rows = (
        select(ItemAnswers)
        .join(Occasion, Occasion.id == ItemAnswers.occasion_id)
        .join(Asking, Asking.id == Occasion.asking_id)
        .join(InstrumentVersion, InstrumentVersion.id == Asking.version_id)
        .join(Couple, Couple.id == Asking.couple_id)
        .where(ItemAnswers.read_at.is_(None), InstrumentVersion.has_safety, Couple.coach_id == coach.id)
        .order_by(ItemAnswers.sent_at.desc(), ItemAnswers.id.desc())
    )
    found = db.session.scalars(rows).unique().all()
    keyring.make_ready({sent.sealed_for for sent in found})
    return tuple(alarm for sent in found if (alarm := in_answers(sent)))


def in_answers(sent: ItemAnswers) -> Alarm | None:
    """The alarm in what was sent, if there is one."""
    asking, places = sent.occasion.asking, sent.places
    instrument = asking.version.instrument
    numbers = scoring.alarms(instrument, places)
    if not numbers:
        return None
    items = tuple((n, instrument.items[n - 1].text, instrument.items[n - 1].labels[places[n - 1] or 0]) for n in numbers)
    return Alarm(asking.couple, asking.person, sent.occasion.public_id, sent.sent_at, instrument.name, items)
