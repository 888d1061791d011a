"""The coach asks for a report, watches it being made, and takes it away."""

from zoneinfo import ZoneInfo

from flask import Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.jobs import wake
from practice.reporting.asking import ask
from practice.reporting.chosen import chosen
from practice.reporting.forms import AskForm
from practice.reporting.jobs import make_report
from practice.reporting.models import Report
from practice.reporting.words import how_far
from practice.web import me, on


@on(Couple, "report")
def new(couple: Couple) -> ResponseReturnValue:
    form = AskForm(couple, clock.today(me().time_zone))
    valid, found = form.validate_on_submit(), chosen(couple, form.period)
    if valid and not found.anything:
        form.form_errors.append("In these days nothing was given, sent or opened. Please choose other days.")
    elif valid:
        try:
            report = ask(couple, form.audience.data, form.from_on.data, form.to_on.data, by=me(), key=form.key.data or None)
        except Refused as refusal:
            form.form_errors.append(refusal.sentence)
        else:
            return _under_way(report)
    return render_template("reporting/new.html", couple=couple, form=form, found=found, period=form.period)


@on(Report, "see")
def show(report: Report) -> ResponseReturnValue:
    return render_template("reporting/show.html", report=report, couple=report.couple, how_far=how_far(report))


@on(Report, "see")
def state(report: Report) -> ResponseReturnValue:
    return jsonify(state=report.state, under_way=report.state.is_under_way, progress=report.progress, told=how_far(report))


@on(Report, "fetch")
def file(report: Report) -> ResponseReturnValue:
    paper = report.fetch(by=me()) if request.method == "GET" else report.paper
    finished = report.finished_at or clock.now()
    # A name that gives nothing away, whoever looks into the folder of downloads.
    name = f"document-{finished.astimezone(ZoneInfo(me().time_zone)):%Y%m%d}.pdf"
    response = Response(paper, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    db.session.commit()
    return response


@on(Report, "cancel")
def cancel(report: Report) -> ResponseReturnValue:
    report.cancel(by=me())
    db.session.commit()
    return redirect(url_for("reporting.show", public_id=report.public_id), 303)


@on(Report, "retry")
def retry(report: Report) -> ResponseReturnValue:
    report.retry(by=me())
    return _under_way(report)


def _under_way(report: Report) -> ResponseReturnValue:
    db.session.commit()
    wake(make_report, report.public_id)
    return redirect(url_for("reporting.show", public_id=report.public_id), 303)
