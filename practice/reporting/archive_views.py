"""The coach takes away an archive copy of a report."""

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.reporting.archiving import archive_copy
from practice.reporting.models import Report
from practice.trail.models import record
from practice.web import me, on


@on(Report, "fetch")
def archive(report: Report) -> ResponseReturnValue:
    """Made now, from the facts that were kept; who takes it is remembered as for the paper itself."""
    try:
        copy = archive_copy(report)
    except Refused as refused:
        flash(refused.sentence)
        return redirect(url_for("reporting.show", public_id=report.public_id), 303)
    record("report.archive_fetched", actor=me(), subject=report, couple=report.couple)
    db.session.commit()
    response = Response(copy, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "attachment", filename=f"document-{clock.today(me().time_zone):%Y%m%d}.pdf")
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
