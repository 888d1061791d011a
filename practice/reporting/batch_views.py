"""The coach asks for the reports of several couples at once, watches them, calls the rest off or tries again."""

from flask import flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.jobs import wake
from practice.reporting.batches import Batch, progress
from practice.reporting.bulk import ask_all, offered, reports_in
from practice.reporting.forms import BatchForm, last_month
from practice.reporting.jobs import make_report
from practice.reporting.models import State
from practice.reporting.words import how_far, how_far_all
from practice.web import coach_only, me, on


@coach_only
def new() -> ResponseReturnValue:
    form = BatchForm(last_month(clock.today(me().time_zone)), me().time_zone)
    found = offered(me(), form.period)
    form.offer(found.some)
    if form.validate_on_submit() and not form.look.data:
        try:
            batch = ask_all(_chosen(form, found.some), form.audience.data, form.period, by=me(), key=form.key.data or public_id())
        except Refused as refusal:
            form.form_errors.append(refusal.sentence)
        else:
            return _under_way(batch)
    form.look.data = ""
    return render_template("reporting/batch_new.html", form=form, found=found, period=form.period)


@on(Batch, "see")
def show(batch: Batch) -> ResponseReturnValue:
    reports = reports_in(batch, me())
    told = [(report, how_far(report) if report.state is State.FAILED else "") for report in reports]
    under_way = any(report.state.is_under_way for report in reports)
    again = sum(report.state in (State.FAILED, State.CANCELLED) for report in reports)
    return render_template(
        "reporting/batch.html",
        batch=batch,
        told=told,
        under_way=under_way,
        progress=progress(reports),
        how_far=how_far_all(reports),
        again=again,
    )


@on(Batch, "see")
def state(batch: Batch) -> ResponseReturnValue:
    reports = reports_in(batch, me())
    under_way = any(report.state.is_under_way for report in reports)
    return jsonify(under_way=under_way, progress=progress(reports), told=how_far_all(reports))


@on(Batch, "call_off")
def call_off(batch: Batch) -> ResponseReturnValue:
    batch.call_off(reports_in(batch, me()), by=me())
    db.session.commit()
    flash("Called off. What was made already stays.")
    return redirect(url_for("reporting.batch", public_id=batch.public_id), 303)


@on(Batch, "call_off")
def retry(batch: Batch) -> ResponseReturnValue:
    """Let those be made after all that failed or were called off."""
    for report in reports_in(batch, me()):
        if report.state in (State.FAILED, State.CANCELLED):
            report.retry(by=me())
    return _under_way(batch)


def _chosen(form: BatchForm, couples: tuple[Couple, ...]) -> list[Couple]:
    return [couple for couple in couples if couple.public_id in (form.couples.data or [])]


def _under_way(batch: Batch) -> ResponseReturnValue:
    waiting = [report.public_id for report in reports_in(batch, me()) if report.state is State.WAITING]
    db.session.commit()
    for report_id in waiting:
        wake(make_report, report_id)
    return redirect(url_for("reporting.batch", public_id=batch.public_id), 303)
