"""How an appointment is told: on the clock of whoever reads it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from practice import formats
from practice.appointments.models import Appointment
from practice.appointments.states import WithWhom
from practice.appointments.wall import called, is_shown_twice
from practice.people.models import Person


def when(starts_at: datetime, minutes: int, zone: str, locale: str) -> str:
    """Tuesday 3 March 2026, 18:30 to 19:20; with the name of the time where the clock shows it twice that day."""
    day = formats.full_day(starts_at.astimezone(ZoneInfo(zone)).date(), locale)
    until = formats.clock_time(starts_at + timedelta(minutes=minutes), zone)
    twice = f" ({called(starts_at, zone)})" if is_shown_twice(starts_at, zone) else ""
    return f"{day}, {formats.clock_time(starts_at, zone)}{twice} to {until}"


@dataclass(frozen=True, slots=True)
class Card:
    """One appointment as its reader sees it."""

    appointment: Appointment
    reader: Person

    @property
    def when(self) -> str:
        return self._on_clock_of(self.reader.time_zone)

    @property
    def time(self) -> str:
        """Where the day is known already: 18:30 to 19:20."""
        return self.when.rpartition(", ")[2]

    @property
    def short(self) -> str:
        """Where space is scarce: Tue 3 Mar, 18:30."""
        zone = self.reader.time_zone
        day = self.appointment.starts_at.astimezone(ZoneInfo(zone)).date()
        return f"{formats.short_day(day, self.reader.locale)}, {formats.clock_time(self.appointment.starts_at, zone)}"

    @property
    def elsewhere(self) -> list[tuple[str, str]]:
        """For the coach: (zone, when) on every other clock that somebody who is to be there goes by."""
        zones = [self.appointment.time_zone, *(person.time_zone for person in self.appointment.people)]
        return [(zone, self._on_clock_of(zone)) for zone in dict.fromkeys(zones) if zone != self.reader.time_zone]

    @property
    def with_whom(self) -> str:
        """For the coach: who is to be there."""
        alone = self.appointment.with_whom is not WithWhom.BOTH
        return f"{self.appointment.people[0].name} alone" if alone else "Both"

    @property
    def attended(self) -> list[tuple[Person, str]]:
        """How each came, once that was said."""
        came = self.appointment.came
        return [(person, came[person.id].label) for person in self.appointment.people if person.id in came]

    @property
    def called_off_by(self) -> str:
        """For the coach: who called it off or asked for another time, as the object of "by"."""
        side, couple = self.appointment.called_off_by, self.appointment.couple
        names = {"first": couple.first.name, "second": couple.second.name, "coach": "you" if self._is_mine else couple.coach.name}
        return names[side] if side else ""

    @property
    def _is_mine(self) -> bool:
        return self.reader.id == self.appointment.couple.coach_id

    def _on_clock_of(self, zone: str) -> str:
        return when(self.appointment.starts_at, self.appointment.minutes, zone, self.reader.locale)


def cards(appointments: Iterable[Appointment], reader: Person) -> list[Card]:
    return [Card(appointment, reader) for appointment in appointments]
