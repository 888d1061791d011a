"""What comes next, and what is over and waits for a word; each with one query."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select
from sqlalchemy.orm import lazyload

from practice import clock
from practice.appointments.models import Appointment
from practice.appointments.states import State
from practice.appointments.telling import Card, cards
from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person

LONGEST = timedelta(hours=8)
_LATELY = 5  # of the past, on a couple's page


@dataclass(frozen=True, slots=True)
class Upcoming:
    """All that is planned with some couples, the earliest first."""

    reader: Person
    planned: list[Appointment]

    @property
    def unanswered(self) -> list[Card]:
        """Over, and nobody has said whether it took place."""
        return cards([one for one in self.planned if one.awaits_word], self.reader)

    @property
    def today(self) -> list[Card]:
        """Still to come on the reader's day."""
        zone, today = ZoneInfo(self.reader.time_zone), clock.today(self.reader.time_zone)
        return cards([a for a in self._coming if a.starts_at.astimezone(zone).date() <= today], self.reader)

    def next_of(self, couple: Couple) -> Card | None:
        """A couple's next one."""
        return next((Card(one, self.reader) for one in self._coming if one.couple_id == couple.id), None)

    @property
    def _coming(self) -> list[Appointment]:
        return [one for one in self.planned if not one.awaits_word]


@dataclass(frozen=True, slots=True)
class Section:
    """A couple's appointments on their page."""

    next: list[Card]
    unanswered: list[Card]
    past: list[Card]
    earlier: int  # how many more there are in the past


def of(reader: Person, permitted: Select[Appointment]) -> Upcoming:
    """Everything planned among what is permitted to the reader."""
    rows = permitted.where(Appointment.state == State.PLANNED).order_by(Appointment.starts_at, Appointment.id)
    # How somebody came is told once it took place, so there is nothing to load.
    return Upcoming(reader, list(db.session.scalars(rows.options(lazyload(Appointment.attendances)))))


def next_for(partner: Person, permitted: Select[Appointment]) -> Card | None:
    """A partner's own next one, until it is over."""
    rows = permitted.where(Appointment.state == State.PLANNED, Appointment.starts_at > clock.now() - LONGEST)
    found = db.session.scalars(rows.order_by(Appointment.starts_at).limit(5).options(lazyload(Appointment.attendances)))
    return next((Card(one, partner) for one in found if not one.awaits_word), None)


def of_couple(reader: Person, permitted: Select[Appointment], *, lately: int = _LATELY) -> Section:
    """A couple's appointments in the order in which one asks for them: next, open, past with the newest first."""
    every = cards(db.session.scalars(permitted.order_by(Appointment.starts_at, Appointment.id)), reader)
    planned = [card for card in every if card.appointment.is_planned]
    past = [card for card in reversed(every) if not card.appointment.is_planned]
    unanswered = [card for card in planned if card.appointment.awaits_word]
    return Section([card for card in planned if card not in unanswered], unanswered, past[:lately], len(past[lately:]))
