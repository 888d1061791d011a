"""Appointments: agreed, moved, called off, held; with an agenda beforehand and a note afterwards."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from practice.appointments import agenda, models
from practice.appointments.agenda import About
from practice.appointments.models import Appointment
from practice.appointments.states import Attended, Side, Slot, WithWhom
from practice.appointments.wall import moments
from practice.db import db, public_id
from practice.notes import models as notes
from practice.notes import process
from practice.notes.models import Part
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Meeting

_ZONE = "Europe/London"


def of_meeting(told: Meeting, stage: Stage) -> Iterator[Deed]:
    """One appointment's life; the one to come has only been agreed and thought about."""
    calendar, made = stage.calendar, list[Appointment]()
    day, at = (told.moved[1], told.moved[2]) if told.moved else (told.on, told.at)
    yield Deed(calendar.at_work(told.agreed), lambda: made.append(_agree(told, stage)))
    if told.moved:
        yield Deed(calendar.at_work(told.moved[0]), lambda: _move(made[0], told, stage))
    if told.cancelled:
        ago, by = told.cancelled
        yield Deed(calendar.at_work(ago), lambda: _cancel(made[0], by))
    if told.agenda or told.pins:
        yield Deed(calendar.after_work(told.prepared), lambda: _prepare(made[0], told, stage))
    if day > 0 and not told.cancelled:
        over = _moment(stage, day, at) + timedelta(minutes=told.minutes)
        yield Deed(over + timedelta(minutes=5), lambda: _hold(made[0], told, stage))
        yield Deed(over + timedelta(minutes=25), lambda: _note(made[0], told))


def _moment(stage: Stage, days: int, at: str) -> datetime:
    """The people of the stories never meet at a time that the clocks leave out."""
    return moments(stage.calendar.day(days), time.fromisoformat(at), _ZONE)[0]


def _agree(told: Meeting, stage: Stage) -> Appointment:
    slot = Slot(_moment(stage, told.on, told.at), _ZONE, told.minutes, told.place)
    couple = stage.both
    made = models.plan(couple, WithWhom(told.whom), slot, save_key=public_id(), by=couple.coach)
    agenda.gather(made)
    return made


def _move(appointment: Appointment, told: Meeting, stage: Stage) -> None:
    _, day, at, by = told.moved
    slot = Slot(_moment(stage, day, at), _ZONE, told.minutes, told.place)
    appointment.change(slot, asked_by=Side(by), revision=appointment.revision, by=appointment.couple.coach)


def _cancel(appointment: Appointment, by: str) -> None:
    appointment.cancel(asked_by=Side(by), revision=appointment.revision, by=appointment.couple.coach)
    agenda.let_go(appointment)


def _prepare(appointment: Appointment, told: Meeting, stage: Stage) -> None:
    coach = appointment.couple.coach
    for step, who in told.pins:
        if sent := stage.part(step, who).latest:
            agenda.pin(appointment.couple, About.REFLECTION, sent.public_id, sent.homework.person, save_key=public_id(), by=coach)
    for words, for_both in told.agenda:
        agenda.pin(
            appointment.couple, About.FREE, words=words, for_both=for_both, appointment=appointment,
            save_key=public_id(), by=coach,
        )  # fmt: skip


def _hold(appointment: Appointment, told: Meeting, stage: Stage) -> None:
    coach = appointment.couple.coach
    came = {person.id: Attended.CAME for person in appointment.people}
    came |= {stage.person(who).id: Attended(how) for who, how in told.came.items()}
    appointment.hold(came, revision=appointment.revision, by=coach)
    for pin in agenda.of(appointment):
        pin.finish(by=coach)


def _note(appointment: Appointment, told: Meeting) -> None:
    if not told.note:
        return
    coach, note = appointment.couple.coach, notes.to_change(appointment)
    for part in notes.parts_of(appointment):
        if text := told.note.get(part.value):
            notes.save(note, Part(part), text.strip(), seen=0, by=coach)
    if text := told.note.get("process"):
        process.save(note, text.strip(), seen=0, by=coach)
    db.session.flush()
    if told.finished:
        note.finish(by=coach)
