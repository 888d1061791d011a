"""Agreeing on an appointment, giving it another time or place, calling it off."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue

from practice import policy
from practice.appointments import agenda, models, pinned, upcoming
from practice.appointments.form_views import form_page, is_sent, keeping, status_of, to_it
from practice.appointments.forms import ActForm, CancelForm, ChangeForm, PlanForm
from practice.appointments.models import Appointment
from practice.appointments.pinning_views import permitted
from practice.appointments.states import Side, WithWhom
from practice.appointments.telling import Card
from practice.couples.models import Couple
from practice.db import db
from practice.web import me, on


@on(Couple, "read")
def couple(couple: Couple) -> ResponseReturnValue:
    """Every appointment there ever was, the newest first."""
    mine = policy.rows(me(), Appointment).where(Appointment.couple_id == couple.id)
    waiting = pinned.shown(agenda.waiting(couple), permitted())
    section = upcoming.of_couple(me(), mine, lately=500)
    return render_template("appointments/couple.html", couple=couple, section=section, waiting=waiting)


@on(Couple, "plan")
def plan(couple: Couple) -> ResponseReturnValue:
    form = PlanForm(couple, me())
    if not form.validate_on_submit():
        return _plan_page(couple, form)
    with keeping(form):
        appointment = models.plan(couple, WithWhom(form.with_whom.data), form.slot, save_key=form.own_key, by=me())
        agenda.gather(appointment)
    if form.form_errors:
        return _plan_page(couple, form)
    flash(f"Planned: {Card(appointment, me()).when}.")
    return to_it(appointment)


def _plan_page(couple: Couple, form: PlanForm) -> ResponseReturnValue:
    return render_template("appointments/plan.html", couple=couple, form=form), status_of(form)


@on(Appointment, "change")
def change(appointment: Appointment) -> ResponseReturnValue:
    form = ChangeForm(appointment, me())
    if not is_sent(form, appointment):
        return form_page("change", appointment, form)
    with keeping(form):
        moved = appointment.change(form.slot, asked_by=Side(form.asked_by.data), revision=form.seen, by=me())
    if form.form_errors:
        return form_page("change", appointment, form)
    flash(f"Moved to {Card(appointment, me()).when}." if moved else "Saved.")
    return to_it(appointment)


@on(Appointment, "cancel")
def cancel(appointment: Appointment) -> ResponseReturnValue:
    form = CancelForm(appointment)
    if not is_sent(form, appointment):
        return form_page("cancel", appointment, form)
    with keeping(form):
        appointment.cancel(asked_by=Side(form.asked_by.data), revision=form.seen, by=me())
        agenda.let_go(appointment)
    if form.form_errors:
        return form_page("cancel", appointment, form)
    flash("Cancelled. What was still open on its agenda waits for the next one.")
    return to_it(appointment)


@on(Appointment, "reopen")
def reopen(appointment: Appointment) -> ResponseReturnValue:
    appointment.reopen(revision=ActForm().seen, by=me())
    db.session.commit()
    return to_it(appointment)
