"""One appointment's page, whether it took place, and how each came."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from practice.appointments import agenda, pinned
from practice.appointments.forms import ActForm, AttendForm
from practice.appointments.line_forms import PinForm
from practice.appointments.models import Appointment
from practice.appointments.pinning_views import permitted
from practice.appointments.states import Attended
from practice.appointments.telling import Card, cards
from practice.db import db
from practice.errors import Refused
from practice.notes import models as notes
from practice.web import me, on


@on(Appointment, "keep")
def show(appointment: Appointment) -> ResponseReturnValue:
    return page(appointment, PinForm())


def page(appointment: Appointment, form: PinForm, status: int = 200) -> ResponseReturnValue:
    """An appointment with its agenda; of a time that was moved, the way to where it went."""
    if appointment.goes_on_id:
        living = db.session.get_one(Appointment, appointment.goes_on_id)
        return redirect(url_for("appointments.show", public_id=living.public_id), 303)
    earlier = select(Appointment).where(Appointment.goes_on_id == appointment.id).order_by(Appointment.id)
    pins = pinned.shown(agenda.of(appointment), permitted())
    return render_template(
        "appointments/show.html",
        card=Card(appointment, me()),
        couple=appointment.couple,
        earlier=cards(db.session.scalars(earlier), me()),
        pins=[each for each in pins if not each.pin.is_done],
        done=[each for each in pins if each.pin.is_done],
        note=notes.find(appointment),
        form=form,
    ), status


@on(Appointment, "hold")
def hold(appointment: Appointment) -> ResponseReturnValue:
    """It took place, and whoever was meant to come came."""
    came = {person.id: Attended.CAME for person in appointment.people}
    appointment.hold(came, revision=ActForm().seen, by=me())
    db.session.commit()
    flash("Noted: it took place.")
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)


@on(Appointment, "hold")
def attend(appointment: Appointment) -> ResponseReturnValue:
    """How each came, where somebody was late or missing."""
    form = AttendForm(appointment)
    if not form.validate_on_submit():
        form.revision.data = form.revision.data or str(appointment.revision)
        return _attend_page(appointment, form, 422 if form.errors else 200)
    try:
        appointment.hold(form.came, revision=form.seen, by=me())
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)
        return _attend_page(appointment, form, 409)
    flash("Saved.")
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)


def _attend_page(appointment: Appointment, form: AttendForm, status: int) -> ResponseReturnValue:
    card = Card(appointment, me())
    return render_template("appointments/attend.html", card=card, couple=appointment.couple, form=form), status


@on(Appointment, "keep")
def together(appointment: Appointment) -> ResponseReturnValue:
    """The agenda to be looked at in the room: only what the coach marked for it, in the coach's own words."""
    mine = [pin.words for pin in agenda.of(appointment) if pin.for_both]
    return render_template("appointments/together.html", appointment=appointment, lines=mine)
