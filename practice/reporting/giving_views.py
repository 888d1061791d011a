"""The coach gives a report to those it was made for, undoes it, takes it back; each finds it among their documents."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.couples import models as couples
from practice.db import db, public_id
from practice.errors import Refused
from practice.formats import joined
from practice.reporting import documents, giving
from practice.reporting.documents import Document
from practice.reporting.handing import handed
from practice.reporting.models import Report, State
from practice.reporting.shelf import consents_of, documents_of
from practice.trail.models import record
from practice.web import me, on, partner_only


@on(Report, "give")
def give(report: Report) -> ResponseReturnValue:
    """What each will see, and the act itself."""
    trouble = ""
    if request.method == "POST":
        try:
            giving.give(report, by=me())
        except Refused as refusal:
            trouble = refusal.sentence
        else:
            db.session.commit()
            return _to(report)
    elif report.state is not State.DONE or not documents.readers(report):
        return _to(report)
    trouble = trouble or giving.what_changed(report)
    names = joined([reader.name for reader in documents.readers(report)])
    told = {"trouble": trouble, "names": names, "readers": documents.readers(report), "anew_key": public_id()}
    page = render_template("reporting/give.html", report=report, couple=report.couple, **told)
    return page, 409 if trouble and request.method == "POST" else 200


@on(Report, "fetch")
def preview(report: Report, whom: str) -> ResponseReturnValue:
    """The very file that one partner would get. It is the coach who takes it, and nobody is given anything."""
    reader = next((each for each in documents.readers(report) if str(report.couple.position(each)) == whom), None)
    if reader is None:
        abort(404)
    paper = report.paper
    if request.method == "GET":
        record("report.previewed", actor=me(), subject=report, couple=report.couple, position=report.couple.position(reader))
    response = handed(paper, report.finished_at, me())
    db.session.commit()
    return response


@on(Report, "undo")
def undo(report: Report) -> ResponseReturnValue:
    documents.undo(report, by=me())
    db.session.commit()
    flash("Undone. Nobody has seen it.")
    return _to(report)


@on(Report, "revoke")
def revoke(report: Report) -> ResponseReturnValue:
    documents.revoke(report, by=me())
    db.session.commit()
    flash("Taken back. It is on nobody’s page any more; what was downloaded before stays where it is.")
    return _to(report)


@partner_only
def shelf() -> ResponseReturnValue:
    return render_template(
        "reporting/documents.html", documents=documents_of(me()), consents=consents_of(me()), couple=couples.of(me())
    )


@on(Document, "fetch")
def document_file(document: Document) -> ResponseReturnValue:
    paper = document.fetch(by=me()) if request.method == "GET" else document.report.paper
    if paper is None:
        abort(404)
    response = handed(paper, document.report.finished_at, me())
    db.session.commit()
    return response


def _to(report: Report) -> ResponseReturnValue:
    return redirect(url_for("reporting.show", public_id=report.public_id), 303)
