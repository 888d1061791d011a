"""The joint part of a note, as the session summary takes it."""

from dataclasses import dataclass
from datetime import datetime

from practice.appointments.models import Appointment
from practice.notes import models
from practice.notes.models import Part


@dataclass(frozen=True, slots=True)
class Addition:
    """What was added once the note was finished."""

    at: datetime
    text: str


@dataclass(frozen=True, slots=True)
class JointNote:
    """The joint part as it stands; `finished_at` is None while it can still be changed."""

    text: str
    written_at: datetime
    finished_at: datetime | None
    additions: tuple[Addition, ...]


def joint_note_of(appointment: Appointment) -> JointNote | None:
    """The joint part of this appointment's note; None where nothing is written in it."""
    note = models.find(appointment)
    now = models.written(models.texts_of(note), Part.JOINT)
    if note is None or not (now.text or now.additions):
        return None
    last = (now.newest or now.additions[0]).written_at
    added = tuple(Addition(each.written_at, each.text) for each in now.additions)
    return JointNote(now.text, last, note.finished_at, added)
