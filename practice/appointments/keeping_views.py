"""One appointment's page, whether it took place, and how each came."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from practice.appointments import agenda, pinned
from practice.appointments.form_views import form_page, is_sent, keeping, to_it
from practice.appointments.forms import ActForm, AttendForm
from practice.appointments.line_forms import PinForm
from practice.appointments.models import Appointment
from practice.appointments.pinning_views import permitted
from practice.appointments.states import Attended
from practice.appointments.telling import Card, cards
from practice.db import db
from practice.notes import models as notes
from practice.web import me, on


@on(Appointment, "keep")
def show(appointment: Appointment) -> ResponseReturnValue:
    return page(appointment, PinForm())


def page(appointment: Appointment, form: PinForm, status: int = 200) -> ResponseReturnValue:
    """An appointment with its agenda; of a time that was moved, the way to where it went."""
    if appointment.goes_on_id:
        living = db.session.get_one(Appointment, appointment.goes_on_id)
        return to_it(living)
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
    return to_it(appointment)


@on(Appointment, "hold")
def attend(appointment: Appointment) -> ResponseReturnValue:
    """How each came, where somebody was late or missing."""
    form = AttendForm(appointment)
    if not is_sent(form, appointment):
        return form_page("attend", appointment, form)
    with keeping(form):
        appointment.hold(form.came, revision=form.seen, by=me())
    if form.form_errors:
        return form_page("attend", appointment, form)
    flash("Saved.")
    return to_it(appointment)


@on(Appointment, "keep")
def together(appointment: Appointment) -> ResponseReturnValue:
    """The agenda to be looked at in the room: only what the coach marked for it, in the coach's own words."""
    mine = [pin.words for pin in agenda.of(appointment) if pin.for_both]
    return render_template("appointments/together.html", appointment=appointment, lines=mine)
