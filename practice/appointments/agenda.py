"""The agenda: pins on what one wants to speak of, in order, for the next appointment with those it concerns."""

import enum
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.appointments.models import Appointment
from practice.appointments.states import State, WithWhom
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record


class About(enum.StrEnum):
    """What a pin points to; a free line is its words alone."""

    FREE = "free"
    REFLECTION = "reflection"
    AGREEMENT = "agreement"
    MEASURE = "measure"


class Pin(Addressed, SealedText, Model):
    """One line of an agenda, or one that waits for an appointment. Sealed text: the coach's own words; may be empty."""

    __tablename__ = "pins"
    __table_args__ = (UniqueConstraint("couple_id", "save_key"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointments.id"), index=True)  # none: it waits
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # whom alone it concerns; none: both
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[About]
    about_id: Mapped[str] = mapped_column(String(64), default="")  # the public id of what it points to
    position: Mapped[int]
    for_both: Mapped[bool] = mapped_column(default=False)  # its words may be shown to those in the room
    revision: Mapped[int] = mapped_column(default=1)
    pinned_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    save_key: Mapped[str] = mapped_column(String(64))
    couple: Mapped[Couple] = relationship(lazy="joined")
    appointment: Mapped[Appointment | None] = relationship()
    person: Mapped[Person | None] = relationship(foreign_keys=person_id)

    @property
    def words(self) -> str:
        return self.text

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def say(self, words: str, *, for_both: bool, by: Person) -> None:
        """Its words, and whether those in the room may see them. Raises: Refused."""
        if for_both and not words.strip():
            raise Refused("Please write in your own words what stands there when you show the agenda.")
        if self.kind is About.FREE and not words.strip():
            raise Refused("Please write what you want to speak of.")
        self.for_both = for_both
        self.write(words.strip(), owner=by.key("note"), within=by.practice.key)

    def change(self, words: str, *, for_both: bool, revision: int, by: Person) -> None:
        """Other words; the same change nothing. Raises: Refused, also when they were changed since this revision."""
        if (self.words, self.for_both) == (words.strip(), for_both):
            return
        if not self._moved(Pin.revision == revision, revision=revision + 1):
            raise Refused("These words were changed in another window. Save once more to put yours in their place.")
        self.say(words, for_both=for_both, by=by)

    def finish(self, *, by: Person) -> None:
        """It was spoken of. Twice is once."""
        if self._moved(Pin.done_at.is_(None), done_at=clock.now()):
            record("pin.finished", actor=by, subject=self, couple=self.couple)

    def take_up(self, *, by: Person) -> None:
        """It was not, after all."""
        if self._moved(Pin.done_at.is_not(None), done_at=None):
            record("pin.taken_up", actor=by, subject=self, couple=self.couple)

    def carry(self, seen: str, *, by: Person) -> None:
        """On to the next appointment after the one on whose page (its public id) this was pressed; twice is once."""
        here = self.appointment
        if here is None or here.public_id != seen or self.is_done:
            return
        following = next_for(self.couple, self.person, after=here)
        place = {"appointment_id": following.id if following else None, "position": _last(self.couple) + 1}
        if self._moved(Pin.appointment_id == here.id, Pin.done_at.is_(None), **place):
            record("pin.carried", actor=by, subject=self, couple=self.couple)

    def move(self, neighbour: "Pin | None", seen: int) -> None:
        """Change places with a neighbour, if it still stands where it was seen."""
        if neighbour is None or self.position != seen:
            return
        mine, theirs = self.position, neighbour.position
        if self._moved(Pin.position == mine, position=theirs):
            neighbour._moved(position=mine)

    def _moved(self, *conditions: ColumnElement[bool], **values: Any) -> bool:
        db.session.flush()
        here = update(Pin).where(Pin.id == self.id, *conditions)
        first = changed(here.values(**values).execution_options(synchronize_session=False))
        db.session.refresh(self)
        return bool(first)


def pin(
    couple: Couple, kind: About, about_id: str = "", person: Person | None = None, *, words: str = "", for_both: bool = False,
    appointment: Appointment | None = None, save_key: str, by: Person,
) -> Pin:  # fmt: skip
    """Put on the agenda of this appointment, else of the next with those it concerns, else let it wait.

    What stands there open already, and the same form twice, are one pin. Raises: Refused.
    """
    wait_in_line(couple)
    known = Pin.save_key == save_key[:64]
    if kind is not About.FREE:
        known |= (Pin.kind == kind) & (Pin.about_id == about_id) & Pin.done_at.is_(None)
    if found := db.session.scalars(select(Pin).where(Pin.couple_id == couple.id, known).order_by(Pin.id.desc())).first():
        return found
    made = Pin(
        couple=couple, kind=kind, about_id=about_id, person=person, author_id=by.id, position=_last(couple) + 1,
        appointment=appointment or next_for(couple, person), revision=1, pinned_at=clock.now(), save_key=save_key[:64],
    )  # fmt: skip
    made.say(words, for_both=for_both, by=by)
    db.session.add(made)
    db.session.flush()
    record("pin.pinned", actor=by, subject=made, couple=couple, kind=kind)
    return made


def next_for(couple: Couple, person: Person | None, after: Appointment | None = None) -> Appointment | None:
    """The next planned appointment that both, or at least this person, will be at; `after` one, if told."""
    alone = WithWhom.FIRST if person and person.id == couple.first_id else WithWhom.SECOND
    whom = [WithWhom.BOTH, alone] if person else [WithWhom.BOTH]
    rows = select(Appointment).where(
        Appointment.couple_id == couple.id, Appointment.state == State.PLANNED, Appointment.with_whom.in_(whom),
        Appointment.starts_at > (after.starts_at if after else clock.now()),
    )  # fmt: skip
    if after:
        rows = rows.where(Appointment.id != after.id, Appointment.starts_at > clock.now())
    return db.session.scalars(rows.order_by(Appointment.starts_at).limit(1)).first()


def gather(appointment: Appointment) -> None:
    """Bring what waits to an appointment that was just agreed, if those it concerns will be there."""
    here = update(Pin).where(Pin.couple_id == appointment.couple_id, Pin.appointment_id.is_(None), Pin.done_at.is_(None))
    if appointment.with_whom is not WithWhom.BOTH:
        here = here.where(Pin.person_id == appointment.people[0].id)
    changed(here.values(appointment_id=appointment.id).execution_options(synchronize_session="fetch"))


def let_go(appointment: Appointment) -> None:
    """Carry on what was left open when an appointment was called off."""
    for each in of(appointment):
        if not each.is_done:
            following = next_for(appointment.couple, each.person, after=appointment)
            each._moved(appointment_id=following.id if following else None)


def of(appointment: Appointment) -> list[Pin]:
    """Its agenda in order."""
    return list(db.session.scalars(select(Pin).where(Pin.appointment_id == appointment.id).order_by(Pin.position, Pin.id)))


def waiting(couple: Couple) -> list[Pin]:
    """What waits for an appointment."""
    rows = select(Pin).where(Pin.couple_id == couple.id, Pin.appointment_id.is_(None), Pin.done_at.is_(None))
    return list(db.session.scalars(rows.order_by(Pin.position, Pin.id)))


def wait_in_line(couple: Couple) -> None:
    """Two who pin or order at the same moment wait for each other here."""
    db.session.scalar(select(Couple.id).where(Couple.id == couple.id).with_for_update())


def _last(couple: Couple) -> int:
    return db.session.scalar(select(func.max(Pin.position)).where(Pin.couple_id == couple.id)) or 0
