"""How a person stands to what is written in a note."""

from sqlalchemy import ColumnElement, and_

from practice.appointments.relations import kept_by
from practice.notes.models import Note, NoteText
from practice.notes.process import ProcessText
from practice.people.models import Person


def noted_by(person: Person) -> ColumnElement[bool]:
    """The couple's coach, whoever wrote it: these parts go with the couple when it is handed over."""
    return NoteText.note.has(Note.appointment.has(kept_by(person)))


def own_process(person: Person) -> ColumnElement[bool]:
    """Whoever wrote it, while they coach the couple; no other coach, whatever happens."""
    return and_(ProcessText.author_id == person.id, ProcessText.appointment.has(kept_by(person)))
