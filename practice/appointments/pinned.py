"""What pins point to, in words and with the way there; nothing that the reader may not see."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select

from practice.agreements.models import Line
from practice.appointments.agenda import About, Pin
from practice.couples.models import Couple
from practice.db import db
from practice.homework.reflections import Reflection
from practice.measures.models import Asking
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


def of_asking(asking: Asking) -> Pointed:
    return Pointed(asking.version.instrument.name, asking.person, asking.couple.public_id)


@dataclass(frozen=True, slots=True)
class Permitted:
    """What the reader may see of all that can be pinned."""

    reflections: Select[Reflection]
    lines: Select[Line]
    askings: Select[Asking]

    def find(self, couple: Couple, kind: str, public_id: str) -> Pointed | None:
        """One thing of this couple's by its kind and public id, if it is there and may be seen."""
        if kind == About.REFLECTION:
            sent = db.session.scalars(self.reflections.where(Reflection.public_id == public_id)).first()
            return of_reflection(sent) if sent and sent.homework.assignment.couple_id == couple.id else None
        if kind == About.AGREEMENT:
            line = db.session.scalars(self.lines.where(Line.public_id == public_id, Line.couple_id == couple.id)).first()
            return of_line(line) if line else None
        if kind == About.MEASURE:
            here = self.askings.where(Asking.public_id == public_id, Asking.couple_id == couple.id)
            asking = db.session.scalars(here).unique().first()
            return of_asking(asking) if asking else None
        return None


def shown(pins: Iterable[Pin], permitted: Permitted) -> list[Shown]:
    """Each pin with what it points to, of what is permitted; one query for each kind that occurs."""
    pins = list(pins)
    found: dict[tuple[About, str], Pointed] = {}
    if ids := _ids(pins, About.REFLECTION):
        rows = db.session.scalars(permitted.reflections.where(Reflection.public_id.in_(ids))).unique()
        found |= {(About.REFLECTION, row.public_id): of_reflection(row) for row in rows}
    if ids := _ids(pins, About.AGREEMENT):
        rows = db.session.scalars(permitted.lines.where(Line.public_id.in_(ids)))
        found |= {(About.AGREEMENT, row.public_id): of_line(row) for row in rows}
    if ids := _ids(pins, About.MEASURE):
        rows = db.session.scalars(permitted.askings.where(Asking.public_id.in_(ids))).unique()
        found |= {(About.MEASURE, row.public_id): of_asking(row) for row in rows}
    gone = Pointed(_GONE)
    return [Shown(pin, None if pin.kind is About.FREE else found.get((pin.kind, pin.about_id), gone)) for pin in pins]


def _ids(pins: list[Pin], kind: About) -> list[str]:
    return [pin.about_id for pin in pins if pin.kind is kind]
