"""What stands in a note, as its coach finds it on the page."""

from dataclasses import dataclass
from typing import Any

from practice.appointments.models import Appointment
from practice.keyring import SealedText
from practice.notes import models, telling
from practice.notes.drafts import Drafts, NoteDraft
from practice.notes.models import NoteText, Part
from practice.notes.process import ProcessDraft, ProcessText
from practice.notes.writing import Written


@dataclass(frozen=True, slots=True)
class Sheet:
    """One part: its name in the form, its heading, who reads it, all that was written in it, and what is typed and not saved."""

    name: str
    heading: str
    who_reads: str
    written: Written[Any]
    drafts: Drafts[Any]


@dataclass(frozen=True, slots=True)
class Found:
    """All that its reader may read of a note: what is saved, and what they have typed and not saved."""

    texts: list[NoteText]
    process: list[ProcessText]
    drafts: list[NoteDraft]
    process_drafts: list[ProcessDraft]

    @property
    def owners(self) -> set[str]:
        """Whose keys open it."""
        rows: list[SealedText] = [*self.texts, *self.process, *self.drafts, *self.process_drafts]
        return {row.sealed_for for row in rows}


def sheets(appointment: Appointment, found: Found) -> list[Sheet]:
    """Every part of this note, the process note last."""
    parts = [_sheet(appointment, part, found) for part in models.parts_of(appointment)]
    mine = Written(found.process)
    return [*parts, Sheet("mine", "Your own process note", telling.PROCESS, mine, Drafts(found.process_drafts, mine))]


def _sheet(appointment: Appointment, part: Part, found: Found) -> Sheet:
    written = models.written(found.texts, part)
    drafts = Drafts([draft for draft in found.drafts if draft.part is part], written)
    return Sheet(part.value, telling.heading(appointment, part), telling.who_reads(appointment, part), written, drafts)
