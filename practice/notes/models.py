"""The note of one appointment: its joint part, what is about each partner, and whether it is finished."""

import enum
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.appointments.models import Appointment
from practice.db import Addressed, Model, changed, db, insert_once, public_id
from practice.errors import Refused
from practice.notes.writing import Writing, Written, keep
from practice.people.models import Person
from practice.trail.models import record

_FINISHED = "This note is finished, so its words stay as they are. What you want to say now can be added below, with its date."


class Part(enum.StrEnum):
    """A part of the note. The coach's process note is none of them: it is a table of its own."""

    JOINT = "joint"
    FIRST = "first"
    SECOND = "second"


class Note(Addressed, Model):
    """One appointment's note as a whole."""

    __tablename__ = "notes"
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointments.id"), unique=True)
    finished_at: Mapped[datetime | None]
    finished_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    appointment: Mapped[Appointment] = relationship(lazy="joined")

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    def finish(self, *, by: Person) -> None:
        """Close it: from now on only dated additions. Twice is once."""
        open_one = update(Note).where(Note.id == self.id, Note.finished_at.is_(None))
        values = {"finished_at": clock.now(), "finished_by_id": by.id}
        if changed(open_one.values(**values).execution_options(synchronize_session=False)):
            record("note.finished", actor=by, subject=self, couple=self.appointment.couple)
        db.session.refresh(self)

    def must_be_open(self) -> None:
        """Raises: Refused once it is finished."""
        if self.is_finished:
            raise Refused(_FINISHED)

    def must_be_finished(self) -> None:
        """Raises: Refused while it can still be changed."""
        if not self.is_finished:
            raise Refused("This note is not finished yet. You can simply change it.")


class NoteText(Writing, Model):
    """One save of a part that reports may reach, or an addition to it."""

    __tablename__ = "note_texts"
    __table_args__ = (UniqueConstraint("note_id", "part", "number"),)
    note_id: Mapped[int] = mapped_column(ForeignKey("notes.id"), index=True)
    part: Mapped[Part]
    note: Mapped[Note] = relationship(lazy="joined")


def parts_of(appointment: Appointment) -> tuple[Part, ...]:
    """Which parts its note has: nothing is written about somebody who is not meant to be there."""
    people = {1: Part.FIRST, 2: Part.SECOND}
    return (Part.JOINT, *(people[appointment.couple.position(person)] for person in appointment.people))


def about(appointment: Appointment, part: Part) -> Person | None:
    """Whom a part is about; None for the joint one."""
    first, second = appointment.couple.partners
    return {Part.JOINT: None, Part.FIRST: first, Part.SECOND: second}[part]


def find(appointment: Appointment) -> Note | None:
    """The note of an appointment, if anything was written."""
    rows = select(Note).where(Note.appointment_id == appointment.id)
    return db.session.scalar(rows.execution_options(populate_existing=True))


def to_change(appointment: Appointment) -> Note:
    """The note of an appointment, for writing. Two who write at the same moment wait for each other here."""
    insert_once(Note, public_id=public_id(), appointment_id=appointment.id)
    rows = select(Note).where(Note.appointment_id == appointment.id).with_for_update(of=Note)
    return db.session.scalars(rows.execution_options(populate_existing=True)).one()


def written(texts: Iterable[NoteText], part: Part) -> Written[NoteText]:
    """What stands in one part, of these texts."""
    return Written([text for text in texts if text.part is part])


def texts_of(note: Note | None) -> list[NoteText]:
    """Everything ever written in it, the oldest first."""
    if note is None:
        return []
    return list(db.session.scalars(select(NoteText).where(NoteText.note_id == note.id).order_by(NoteText.number)))


def save(note: Note, part: Part, text: str, *, seen: int, by: Person) -> bool:
    """Put this text in place of what stands there; whether anything changed. Raises: Refused, StaleText."""
    note.must_be_open()
    now = written(texts_of(note), part)
    if text == now.text:
        return False
    now.must_be_seen(seen)
    _keep(note, part, text, number=now.number + 1, is_addition=False, by=by)
    return True


def add(note: Note, part: Part, text: str, *, seen: int, by: Person) -> None:
    """Add something to a finished note; the same twice is once. Raises: Refused, StaleText."""
    note.must_be_finished()
    now = written(texts_of(note), part)
    if now.additions and now.additions[-1].text == text:
        return
    now.must_be_seen(seen)
    _keep(note, part, text, number=now.number + 1, is_addition=True, by=by)
    record("note.added_to", actor=by, subject=note, couple=note.appointment.couple)


def _keep(note: Note, part: Part, text: str, *, number: int, is_addition: bool, by: Person) -> None:
    row = NoteText(note=note, note_id=note.id, part=part, number=number, is_addition=is_addition)
    # What is about somebody is sealed with their own key: when they are erased, so is this.
    person = about(note.appointment, part)
    keep(row, text, owner=person.key("record") if person else by.key("note"), by=by)
