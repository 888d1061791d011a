"""What is typed into a note and not saved: kept as the page's script sends it, and let go of."""

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock, formats
from practice.answering import SOMEBODY_ELSE, sent_as
from practice.appointments.models import Appointment
from practice.appointments.telling import Card
from practice.db import db
from practice.notes import drafts, models, process
from practice.notes.drafts import Typed
from practice.notes.forms import PROCESS, LetGoForm, number, too_long
from practice.notes.models import Part
from practice.notes.note_views import sheets_of
from practice.notes.pages import Sheet
from practice.origins import Origin
from practice.web import me, on

_ELSEWHERE = "This was typed or saved in another window meanwhile. Both texts are kept."
_CLOSED = "The note was finished meanwhile, so this is not part of it. Open it again to add what is missing."
_NOT_YET = "It counts as written once you press Save."
_SHAPE = {"revision": int, "save_key": str, "answering_as": str, "answers": dict, "seen": dict}


@on(Appointment, "write_note")
def save(appointment: Appointment) -> ResponseReturnValue:
    """Keep what came, each part for itself, and say when it was kept; nothing of it counts as written."""
    sent = sent_as(_SHAPE)
    if sent["answering_as"] != me().public_id:
        return jsonify(error=SOMEBODY_ELSE), 409
    drafts.hold(appointment)
    note, origin = models.find(appointment), Origin.of(sent["save_key"], sent["revision"])
    every = sheets_of(appointment, note)
    came = [(sheet, _words(sent["answers"][sheet.name])) for sheet in every if sheet.name in sent["answers"]]
    wrong = {sheet.name: sentence for sheet, text in came if (sentence := too_long(text))}
    theirs = {
        sheet.name: against
        for sheet, text in came
        if sheet.name not in wrong
        and (against := _kept(appointment, sheet, Typed(text, origin, number(sent["seen"].get(sheet.name))))) is not None
    }
    answer = {
        "revision": max(sheet.drafts.revision for sheet in every),
        "saved_at": formats.clock_time(clock.now(), me().time_zone),
        "note": _CLOSED if note and note.is_finished else _NOT_YET,
        "wrong": wrong,
        "theirs": theirs,
        "seen": {name: str(sheet.written.number) for sheet in every if (name := sheet.name) in theirs},
    }
    db.session.commit()
    if theirs:
        return jsonify(answer | {"error": _ELSEWHERE}), 409
    return (jsonify(answer | {"error": " ".join(wrong.values())}), 422) if wrong else (jsonify(answer), 200)


@on(Appointment, "write_note")
def let_go(appointment: Appointment) -> ResponseReturnValue:
    """Forget what was typed and not saved; the page shows it once more."""
    drafts.hold(appointment)
    every = sheets_of(appointment, models.find(appointment))
    form = LetGoForm(revision=max(sheet.drafts.revision for sheet in every))
    if request.method == "GET":
        return render_template(
            "notes/let_go.html", card=Card(appointment, me()), couple=appointment.couple, sheets=every, form=form
        )
    for sheet in every:
        sheet.drafts.let_go(number(form.revision.data, digits=15))
    db.session.commit()
    flash("What was not saved is gone.")
    return redirect(url_for("notes.write", public_id=appointment.public_id), 303)


def _words(sent: object) -> str:
    """As a browser sends it with a form: no halves of characters, one kind of line end."""
    if not isinstance(sent, str):
        abort(400)
    return sent.replace("\0", "").replace("\r\n", "\n").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _kept(appointment: Appointment, sheet: Sheet, typed: Typed) -> str | None:
    if sheet.name == PROCESS:
        return process.keep_draft(sheet.drafts, typed, appointment=appointment, by=me())
    return drafts.keep(sheet.drafts, Part(sheet.name), typed, appointment=appointment, by=me())
