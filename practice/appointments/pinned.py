"""What pins point to, in words and with the way there; nothing that the reader may not see."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select

from practice.agreements.models import Line
from practice.appointments.agenda import About, Pin
from practice.couples.models import Couple
from practice.db import db
from practice.homework.reflections import Reflection
from practice.people.models import Person

_GONE = "What this pointed to is not there any more"


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a pin points to: its name, whose it is, and the public id of the page on which it stands."""

    title: str
    person: Person | None = None
    page: str = ""
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """A pin and what it points to; a free line points to nothing."""

    pin: Pin
    to: Pointed | None


def of_reflection(reflection: Reflection) -> Pointed:
    part = reflection.homework
    return Pointed(part.assignment.published.title, part.person, part.public_id, reflection.attempt)


def of_line(line: Line) -> Pointed:
    """A line of both is nobody's alone."""
    return Pointed(line.wording.heading(line.noun), None if line.shared else line.author, line.public_id)


def shown(pins: Iterable[Pin], reflections: Select[Reflection], lines: Select[Line]) -> list[Shown]:
    """Each pin with what it points to, of what is permitted; one query for each kind that occurs."""
    pins = list(pins)
    found: dict[tuple[About, str], Pointed] = {}
    if ids := _ids(pins, About.REFLECTION):
        rows = db.session.scalars(reflections.where(Reflection.public_id.in_(ids))).unique()
        found |= {(About.REFLECTION, row.public_id): of_reflection(row) for row in rows}
    if ids := _ids(pins, About.AGREEMENT):
        found |= {
            (About.AGREEMENT, row.public_id): of_line(row) for row in db.session.scalars(lines.where(Line.public_id.in_(ids)))
        }
    gone = Pointed(_GONE)
    return [Shown(pin, None if pin.kind is About.FREE else found.get((pin.kind, pin.about_id), gone)) for pin in pins]


def reflection(couple: Couple, public_id: str, permitted: Select[Reflection]) -> Pointed | None:
    """What a partner of this couple sent, if it may be read."""
    row = db.session.scalars(permitted.where(Reflection.public_id == public_id)).first()
    return of_reflection(row) if row and row.homework.assignment.couple_id == couple.id else None


def line(couple: Couple, public_id: str, permitted: Select[Line]) -> Pointed | None:
    """A line of one of this couple's lists."""
    row = db.session.scalars(permitted.where(Line.public_id == public_id, Line.couple_id == couple.id)).first()
    return of_line(row) if row else None


def _ids(pins: list[Pin], kind: About) -> list[str]:
    return [pin.about_id for pin in pins if pin.kind is kind]
