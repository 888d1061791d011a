"""What stands in a note, as its coach finds it on the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from practice.appointments.models import Appointment
from practice.notes import models, telling
from practice.notes.models import NoteText
from practice.notes.process import ProcessText
from practice.notes.writing import Written


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part: its name in the form, its heading, who reads it, and all that was written in it."""

    name: str
    heading: str
    who_reads: str
    written: Written[Any]


def sheets(appointment: Appointment, texts: Iterable[NoteText], process: Iterable[ProcessText]) -> list[Sheet]:
    """Every part of this note, the process note last; of texts that were permitted to the reader."""
    found = list(texts)
    parts = [
        Sheet(part.value, telling.heading(appointment, part), telling.who_reads(appointment, part), models.written(found, part))
        for part in models.parts_of(appointment)
    ]
    return [*parts, Sheet("mine", "Your own process note", telling.PROCESS, Written(list(process)))]
