"""Markers in appointments, agendas and notes."""

from collections.abc import Callable
from datetime import timedelta

from practice import clock
from practice.appointments import agenda, models
from practice.appointments.agenda import About
from practice.appointments.models import Appointment
from practice.appointments.states import Attended, Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.notes import drafts, process
from practice.notes import models as notes
from practice.notes.drafts import Drafts, Typed
from practice.notes.models import Part
from practice.origins import Origin
from practice.people.models import Person

Put = Callable[[str, str], str]  # a new marker for a kind of place and the name of the person it belongs to


def fill_appointments(put: Put, couple: Couple, person: Person) -> None:
    """One for both that took place, one for both to come, one for this person alone; each with a place, an agenda, a note."""
    name = person.name.lower()
    alone = WithWhom.FIRST if couple.position(person) == 1 else WithWhom.SECOND
    for kind, with_whom, days in (("meeting", WithWhom.BOTH, -3), ("meeting", WithWhom.BOTH, 4), ("meeting alone", alone, 5)):
        slot = Slot(clock.now() + timedelta(days=days), "Europe/London", 50, put(kind if days > 0 else "past meeting", name))
        made = models.plan(couple, with_whom, slot, save_key=public_id(), by=couple.coach)
        if days < 0:
            made.hold(dict.fromkeys((p.id for p in made.people), Attended.CAME), revision=1, by=couple.coach)
        _fill_agenda(put, made, name)
        _fill_note(put, made, name)


def _fill_agenda(put: Put, appointment: Appointment, name: str) -> None:
    for for_both in (False, True):
        agenda.pin(
            appointment.couple, About.FREE, words=put("pin", name), for_both=for_both, appointment=appointment,
            save_key=public_id(), by=appointment.couple.coach,
        )  # fmt: skip


def _fill_note(put: Put, appointment: Appointment, name: str) -> None:
    coach, note = appointment.couple.coach, notes.to_change(appointment)
    for seen in (0, 1):
        for part in notes.parts_of(appointment):
            kind = "joint note" if part is Part.JOINT else "note about one"
            notes.save(note, part, put(kind, name), seen=seen, by=coach)
        process.save(note, put("process note", name), seen=seen, by=coach)
        db.session.flush()
    _type_on(put, note, name)
    note.finish(by=coach)
    notes.add(note, Part.JOINT, put("joint note", name), seen=2, by=coach)
    process.add(note, put("process note", name), seen=2, by=coach)


def _type_on(put: Put, note: notes.Note, name: str) -> None:
    """The coach types on in every part, and does not save it."""
    coach, appointment = note.appointment.couple.coach, note.appointment
    for part in notes.parts_of(appointment):
        found = Drafts[drafts.NoteDraft]([], notes.written(notes.texts_of(note), part))
        drafts.keep(found, part, Typed(put("typed note", name), Origin("page", 1, 0), 2), appointment=appointment, by=coach)
    found_own = Drafts[process.ProcessDraft]([], process.written_by(coach, appointment))
    typed = Typed(put("typed process note", name), Origin("page", 1, 0), 2)
    process.keep_draft(found_own, typed, appointment=appointment, by=coach)
