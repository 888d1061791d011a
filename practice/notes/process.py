"""The process note: what a coach thinks for themselves of an appointment. No report, and nobody else, ever reaches it.

Not even another coach to whom the couple is handed over: it is found by its author, and sealed with their key.
"""

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice.appointments.models import Appointment
from practice.db import Model, db
from practice.notes.drafts import Draft, Drafts, Typed
from practice.notes.models import Note
from practice.notes.writing import Writing, Written, keep
from practice.people.models import Person


class ProcessText(Writing, Model):
    """One save of one coach's process note of one appointment, or an addition to it."""

    __tablename__ = "process_texts"
    __table_args__ = (UniqueConstraint("appointment_id", "author_id", "number"),)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointments.id"), index=True)
    appointment: Mapped[Appointment] = relationship(lazy="joined")


class ProcessDraft(Draft, Model):
    """What a coach has typed into their process note and not saved: never a row of the joint note's."""

    __tablename__ = "process_drafts"
    __table_args__ = (UniqueConstraint("appointment_id", "author_id", "page"),)


def written_by(author: Person, appointment: Appointment) -> Written[ProcessText]:
    """What this coach, and nobody else, wrote for themselves."""
    rows = select(ProcessText).where(ProcessText.appointment_id == appointment.id, ProcessText.author_id == author.id)
    return Written(list(db.session.scalars(rows.order_by(ProcessText.number))))


def save(note: Note, text: str, *, seen: int, by: Person) -> bool:
    """Put this text in place of what stands there; whether anything changed. Raises: Refused, StaleText."""
    note.must_be_open()
    now = written_by(by, note.appointment)
    if text == now.text:
        return False
    now.must_be_seen(seen)
    _keep(note, text, number=now.number + 1, is_addition=False, by=by)
    return True


def add(note: Note, text: str, *, seen: int, by: Person) -> None:
    """Add something once the note is finished; the same twice is once. Raises: Refused, StaleText."""
    note.must_be_finished()
    now = written_by(by, note.appointment)
    if now.additions and now.additions[-1].text == text:
        return
    now.must_be_seen(seen)
    _keep(note, text, number=now.number + 1, is_addition=True, by=by)


def drafts_by(author: Person, appointment: Appointment) -> list[ProcessDraft]:
    """What this coach, and nobody else, has typed for themselves and not saved."""
    rows = select(ProcessDraft).where(ProcessDraft.appointment_id == appointment.id, ProcessDraft.author_id == author.id)
    return list(db.session.scalars(rows.execution_options(populate_existing=True)))


def keep_draft(found: Drafts[ProcessDraft], typed: Typed, *, appointment: Appointment, by: Person) -> str | None:
    """See `Drafts.keep`."""
    row = ProcessDraft(author_id=by.id, appointment_id=appointment.id)
    return found.keep(typed, row, owner=by.key("process"), within=by.practice.key)


def _keep(note: Note, text: str, *, number: int, is_addition: bool, by: Person) -> None:
    row = ProcessText(appointment=note.appointment, appointment_id=note.appointment_id, number=number, is_addition=is_addition)
    keep(row, text, owner=by.key("process"), by=by)
