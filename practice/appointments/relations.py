"""How a person stands to an appointment, to how somebody came, and to a pin."""

from sqlalchemy import ColumnElement, and_, or_

from practice.appointments.agenda import Pin
from practice.appointments.models import Appointment, Attendance
from practice.appointments.states import WithWhom
from practice.couples.models import Couple
from practice.people.models import Person
from practice.relations import coached


def kept_by(person: Person) -> ColumnElement[bool]:
    """The couple's coach."""
    return Appointment.couple.has(coached(person))


def theirs(person: Person) -> ColumnElement[bool]:
    """A partner whom it is for: one with the other alone is not there."""
    first = and_(Couple.first_id == person.id, Appointment.with_whom != WithWhom.SECOND)
    second = and_(Couple.second_id == person.id, Appointment.with_whom != WithWhom.FIRST)
    return Appointment.couple.has(or_(first, second))


def own_attendance(person: Person) -> ColumnElement[bool]:
    return Attendance.person_id == person.id


def coached_attendance(person: Person) -> ColumnElement[bool]:
    return Attendance.appointment.has(kept_by(person))


def coached_pin(person: Person) -> ColumnElement[bool]:
    """The coach's alone: a pin may point to what one partner wrote."""
    return Pin.couple.has(coached(person))
