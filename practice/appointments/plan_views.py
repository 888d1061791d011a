"""Agreeing on an appointment, giving it another time or place, calling it off."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.appointments import agenda, models, pinned, upcoming
from practice.appointments.forms import ActForm, CancelForm, ChangeForm, PlanForm
from practice.appointments.models import Appointment
from practice.appointments.pinning_views import permitted
from practice.appointments.states import Side, WithWhom
from practice.appointments.telling import Card
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
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
        return _plan_page(couple, form, 422 if form.errors else 200)
    try:
        appointment = models.plan(couple, WithWhom(form.with_whom.data), form.slot, save_key=form.own_key, by=me())
        agenda.gather(appointment)
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)
        return _plan_page(couple, form, 409)
    flash(f"Planned: {Card(appointment, me()).when}.")
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)


def _plan_page(couple: Couple, form: PlanForm, status: int) -> ResponseReturnValue:
    return render_template("appointments/plan.html", couple=couple, form=form), status


@on(Appointment, "change")
def change(appointment: Appointment) -> ResponseReturnValue:
    form = ChangeForm(appointment, me())
    if request.method == "GET":
        form.revision.data = str(appointment.revision)
        return _change_page(appointment, form, 200)
    if not form.validate():
        return _change_page(appointment, form, 422)
    try:
        asked_by = Side(form.asked_by.data)
        moved = appointment.change(form.slot, asked_by=asked_by, revision=form.seen, by=me())
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)
        return _change_page(appointment, form, 409)
    flash(f"Moved to {Card(appointment, me()).when}." if moved else "Saved.")
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)


def _change_page(appointment: Appointment, form: ChangeForm, status: int) -> ResponseReturnValue:
    card = Card(appointment, me())
    return render_template("appointments/change.html", card=card, couple=appointment.couple, form=form), status


@on(Appointment, "cancel")
def cancel(appointment: Appointment) -> ResponseReturnValue:
    form = CancelForm(appointment)
    if not form.validate_on_submit():
        form.revision.data = form.revision.data or str(appointment.revision)
        return _cancel_page(appointment, form, 422 if form.errors else 200)
    try:
        appointment.cancel(asked_by=Side(form.asked_by.data), revision=form.seen, by=me())
        agenda.let_go(appointment)
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)
        return _cancel_page(appointment, form, 409)
    flash("Cancelled. What was still open on its agenda waits for the next one.")
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)


def _cancel_page(appointment: Appointment, form: CancelForm, status: int) -> ResponseReturnValue:
    card = Card(appointment, me())
    return render_template("appointments/cancel.html", card=card, couple=appointment.couple, form=form), status


@on(Appointment, "reopen")
def reopen(appointment: Appointment) -> ResponseReturnValue:
    appointment.reopen(revision=ActForm().seen, by=me())
    db.session.commit()
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)
