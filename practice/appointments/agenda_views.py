"""A line of one's own on the agenda, and what becomes of a pin."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from practice.appointments import agenda, pinned
from practice.appointments.agenda import About, Pin
from practice.appointments.keeping_views import page
from practice.appointments.line_forms import OrderForm, PinForm
from practice.appointments.models import Appointment
from practice.appointments.pinning_views import permitted
from practice.db import db
from practice.errors import Refused
from practice.web import me, on


@on(Appointment, "pin")
def add(appointment: Appointment) -> ResponseReturnValue:
    """A line of one's own."""
    form = PinForm()
    if not form.validate_on_submit():
        return page(appointment, form, 422)
    try:
        words = {"words": form.words.data or "", "for_both": form.for_both.data}
        agenda.pin(appointment.couple, About.FREE, appointment=appointment, save_key=form.own_key, by=me(), **words)
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.words.errors = [refusal.sentence]
        return page(appointment, form, 422)
    return redirect(url_for("appointments.show", public_id=appointment.public_id, _anchor="agenda"), 303)


@on(Pin, "change")
def change_pin(pin: Pin) -> ResponseReturnValue:
    """One's own words beside it."""
    form = PinForm(words=pin.words, for_both=pin.for_both)
    if request.method == "GET":
        form.revision.data = str(pin.revision)
        return _change_page(pin, form, 200)
    if not form.validate():
        return _change_page(pin, form, 422)
    try:
        pin.change(form.words.data or "", for_both=form.for_both.data, revision=form.seen, by=me())
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        return _told(pin, form, refusal)
    return _to_agenda(pin)


def _told(pin: Pin, form: PinForm, refusal: Refused) -> ResponseReturnValue:
    """What was typed stays; where another window was quicker, saving once more is meant."""
    form.words.errors = [refusal.sentence]
    was_seen, form.revision.data = form.seen == pin.revision, str(pin.revision)
    return _change_page(pin, form, 422 if was_seen else 409)


def _change_page(pin: Pin, form: PinForm, status: int) -> ResponseReturnValue:
    [shown] = pinned.shown([pin], permitted())
    theirs = pin.words if status == 409 else ""
    return render_template("appointments/pin_change.html", shown=shown, couple=pin.couple, form=form, theirs=theirs), status


@on(Pin, "change")
def move(pin: Pin) -> ResponseReturnValue:
    form = OrderForm()
    agenda.wait_in_line(pin.couple)
    db.session.refresh(pin)
    standing = [each for each in agenda.of(pin.appointment) if not each.is_done] if pin.appointment else []
    ids = [each.id for each in standing]
    if pin.id in ids:
        wanted = ids.index(pin.id) + (-1 if form.where.data == "up" else 1)
        pin.move(standing[wanted] if 0 <= wanted < len(standing) else None, form.seen)
    db.session.commit()
    return _to_agenda(pin)


@on(Pin, "change")
def finish(pin: Pin) -> ResponseReturnValue:
    pin.finish(by=me())
    db.session.commit()
    return _to_agenda(pin)


@on(Pin, "change")
def take_up(pin: Pin) -> ResponseReturnValue:
    pin.take_up(by=me())
    db.session.commit()
    return _to_agenda(pin)


@on(Pin, "change")
def carry(pin: Pin) -> ResponseReturnValue:
    here, seen = pin.appointment, OrderForm().appointment.data or ""
    agenda.wait_in_line(pin.couple)
    db.session.refresh(pin)
    pin.carry(seen, by=me())
    db.session.commit()
    if here and pin.appointment_id != here.id:
        flash("Carried over to the next one." if pin.appointment_id else "It waits for the next appointment.")
    return _to_agenda(pin, here)


def _to_agenda(pin: Pin, appointment: Appointment | None = None) -> Response:
    if place := appointment or pin.appointment:
        return redirect(url_for("appointments.show", public_id=place.public_id, _anchor="agenda"), 303)
    return redirect(url_for("appointments.couple", public_id=pin.couple.public_id, _anchor="waiting"), 303)
