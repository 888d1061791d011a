"""Writing the note of an appointment, finishing it, adding to it, and reading what it said before."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import keyring, policy
from practice.appointments.models import Appointment
from practice.appointments.telling import Card
from practice.db import db, public_id
from practice.errors import Refused
from practice.notes import drafts, models, process
from practice.notes.forms import PROCESS, AdditionForm, NoteForm
from practice.notes.models import Note, NoteText, Part
from practice.notes.pages import Found, Sheet, sheets
from practice.notes.process import ProcessText
from practice.notes.writing import StaleText
from practice.web import me, on


@on(Appointment, "write_note")
def write(appointment: Appointment) -> ResponseReturnValue:
    note = models.find(appointment)
    every = sheets_of(appointment, note)
    if request.method == "POST":
        return _save(appointment, _form(every))
    if note and note.is_finished:
        return _finished_page(appointment, note, every)
    return _page(appointment, _form(every), every)


def _save(appointment: Appointment, form: NoteForm) -> ResponseReturnValue:
    """Each part for itself: where one was saved elsewhere, the others are kept all the same."""
    if form.is_somebody_elses():
        return _page(appointment, form, sheets_of(appointment, models.find(appointment)), 409)
    if not form.validate():
        return _page(appointment, form, sheets_of(appointment, models.find(appointment)), 422)
    drafts.hold(appointment)
    note, stale = models.to_change(appointment), list[str]()
    try:
        note.must_be_open()
        for sheet in sheets_of(appointment, note):
            if _kept(note, sheet.name, form):
                sheet.drafts.settle(form.origin)
            else:
                stale.append(sheet.name)
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(f"{refusal.sentence} Your words are still on this page: copy them.")
        return _page(appointment, form, sheets_of(appointment, models.find(appointment)), 409)
    if stale:
        return _both_texts(appointment, form, stale)
    flash("Saved.")
    return redirect(url_for("notes.write", public_id=appointment.public_id), 303)


def _kept(note: Note, name: str, form: NoteForm) -> bool:
    """Whether this part is kept now, or says the same already."""
    text, seen = form[name].data or "", form.seen(name)
    try:
        if name == PROCESS:
            process.save(note, text, seen=seen, by=me())
        else:
            models.save(note, Part(name), text, seen=seen, by=me())
    except StaleText as refusal:
        form[name].errors = [refusal.sentence]
        return False
    return True


def _both_texts(appointment: Appointment, form: NoteForm, stale: list[str]) -> ResponseReturnValue:
    """What is saved stands beside what was typed; saving once more is meant."""
    every = sheets_of(appointment, models.find(appointment))
    for sheet in every:
        form[f"seen_{sheet.name}"].data = str(sheet.written.number)
    theirs = {sheet.name: sheet.written.text for sheet in every if sheet.name in stale}
    return _page(appointment, form, every, 409, theirs)


@on(Appointment, "write_note")
def finish(appointment: Appointment) -> ResponseReturnValue:
    """Closes it for good; the page names what that means."""
    if request.method == "POST":
        models.to_change(appointment).finish(by=me())
        db.session.commit()
        flash("The note is finished.")
        return redirect(url_for("notes.write", public_id=appointment.public_id), 303)
    every = sheets_of(appointment, models.find(appointment))
    return render_template("notes/finish.html", card=Card(appointment, me()), couple=appointment.couple, sheets=every)


@on(Appointment, "write_note")
def add(appointment: Appointment) -> ResponseReturnValue:
    """Something that comes to mind once it is finished."""
    note = models.to_change(appointment)
    note.must_be_finished()
    every = sheets_of(appointment, note)
    form = _adding(every)
    if not form.validate_on_submit():
        return _finished_page(appointment, note, every, form, 422)
    try:
        text = form.text.data or ""
        seen = next(sheet.written.number for sheet in every if sheet.name == form.part.data)
        if form.part.data == PROCESS:
            process.add(note, text, seen=seen, by=me())
        else:
            models.add(note, Part(form.part.data), text, seen=seen, by=me())
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)
        return _finished_page(appointment, note, every, form, 409)
    flash("Added.")
    return redirect(url_for("notes.write", public_id=appointment.public_id), 303)


@on(Appointment, "write_note")
def versions(appointment: Appointment) -> ResponseReturnValue:
    """Every save of every part, the newest first."""
    every = sheets_of(appointment, models.find(appointment))
    return render_template("notes/versions.html", card=Card(appointment, me()), couple=appointment.couple, sheets=every)


def sheets_of(appointment: Appointment, note: Note | None) -> list[Sheet]:
    """The parts of this note as whoever is here may read them."""
    texts = policy.rows(me(), NoteText).where(NoteText.note_id == (note.id if note else 0)).order_by(NoteText.number)
    mine = policy.rows(me(), ProcessText).where(ProcessText.appointment_id == appointment.id).order_by(ProcessText.number)
    typed, own = drafts.of(me(), appointment), process.drafts_by(me(), appointment)
    found = Found(list(db.session.scalars(texts)), list(db.session.scalars(mine)), typed, own)
    keyring.make_ready(found.owners)
    return sheets(appointment, found)


def _form(every: list[Sheet]) -> NoteForm:
    texts = {sheet.name: sheet.drafts.text for sheet in every}
    seen = {f"seen_{sheet.name}": str(sheet.written.number) for sheet in every}
    began = {"revision": max(sheet.drafts.revision for sheet in every), "save_key": f"{public_id()}.0"}
    return NoteForm({sheet.name: sheet.heading for sheet in every}, answering_as=me().public_id, **began, **texts, **seen)


def _adding(every: list[Sheet]) -> AdditionForm:
    return AdditionForm({sheet.name: sheet.heading for sheet in every})


def _page(
    appointment: Appointment, form: NoteForm, every: list[Sheet], status: int = 200, theirs: dict[str, str] | None = None
) -> ResponseReturnValue:
    card = Card(appointment, me())
    return render_template(
        "notes/write.html", card=card, couple=appointment.couple, form=form, sheets=every, theirs=theirs or {}
    ), status


def _finished_page(
    appointment: Appointment, note: Note, every: list[Sheet], form: AdditionForm | None = None, status: int = 200
) -> ResponseReturnValue:
    card, form = Card(appointment, me()), form or _adding(every)
    return render_template(
        "notes/finished.html", card=card, couple=appointment.couple, note=note, sheets=every, form=form
    ), status
