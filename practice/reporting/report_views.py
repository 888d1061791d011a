"""The coach asks for a report, watches it being made, and takes it away."""

from flask import abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.jobs import wake
from practice.reporting import documents, fetching, giving
from practice.reporting.asking import ask
from practice.reporting.chosen import chosen
from practice.reporting.forms import AskForm
from practice.reporting.handing import handed
from practice.reporting.jobs import make_report
from practice.reporting.kinds import KINDS
from practice.reporting.models import Kind, Report
from practice.reporting.words import PURPOSES, how_far
from practice.web import me, on


@on(Couple, "report")
def choose(couple: Couple) -> ResponseReturnValue:
    offered = [(kind, purpose) for kind, purpose in PURPOSES.items() if kind in KINDS]
    return render_template("reporting/choose.html", couple=couple, offered=offered)


@on(Couple, "report")
def new(couple: Couple, kind: str) -> ResponseReturnValue:
    wanted = next((each for each in PURPOSES if each in KINDS and each == kind), None)
    if wanted is None:
        abort(404)
    form = AskForm(wanted, couple, clock.today(me().time_zone), request.args.get("about", ""))
    valid = form.validate_on_submit()
    found = chosen(couple, form.period) if wanted is Kind.PROGRESS else None
    if valid and found and not found.anything:
        form.form_errors.append("In these days nothing was given, sent or opened. Please choose other days.")
    elif valid:
        try:
            report = _asked(couple, wanted, form)
        except Refused as refusal:
            form.form_errors.append(refusal.sentence)
        else:
            return _under_way(report)
    told = {"purpose": PURPOSES[wanted], "nothing": form.nothing, "found": found, "period": form.period}
    return render_template("reporting/new.html", couple=couple, kind=wanted, form=form, **told)


def _asked(couple: Couple, kind: Kind, form: AskForm) -> Report:
    days, about = form.period, form.about.data if form.about else ""
    key = form.key.data or None
    return ask(couple, form.audience.data, days.from_on, days.to_on, kind=kind, about=about, by=me(), key=key)


@on(Report, "see")
def show(report: Report) -> ResponseReturnValue:
    given = documents.of(report)
    return render_template(
        "reporting/show.html",
        report=report,
        couple=report.couple,
        how_far=how_far(report),
        given=given,
        standing=giving.standing(given),
        fetches=fetching.of(report),
        anew_key=public_id(),
    )


@on(Report, "see")
def state(report: Report) -> ResponseReturnValue:
    return jsonify(state=report.state, under_way=report.state.is_under_way, progress=report.progress, told=how_far(report))


@on(Report, "fetch")
def file(report: Report) -> ResponseReturnValue:
    paper = report.fetch(by=me()) if request.method == "GET" else report.paper
    response = handed(paper, report.finished_at, me())
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


@on(Report, "retry")
def anew(report: Report) -> ResponseReturnValue:
    """The same once more, as it would be now; the one that is made stays as it is."""
    key, days = request.form.get("key", "")[:64] or None, (report.from_on, report.to_on)
    return _under_way(ask(report.couple, report.audience, *days, kind=report.kind, about=report.about, by=me(), key=key))


def _under_way(report: Report) -> ResponseReturnValue:
    db.session.commit()
    wake(make_report, report.public_id)
    return redirect(url_for("reporting.show", public_id=report.public_id), 303)
