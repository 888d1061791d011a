"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.reporting import report_views

reporting = Blueprint("reporting", __name__)
_GET, _POST = ["GET"], ["POST"]

for address, name, view, methods in (
    ("/couples/<public_id>/reports/new", "request", report_views.new, [*_GET, *_POST]),
    ("/reports/<public_id>", "show", report_views.show, _GET),
    ("/reports/<public_id>/state", "state", report_views.state, _GET),
    ("/reports/<public_id>/file", "file", report_views.file, _GET),
    ("/reports/<public_id>/cancel", "cancel", report_views.cancel, _POST),
    ("/reports/<public_id>/retry", "retry", report_views.retry, _POST),
):
    reporting.add_url_rule(address, name, view, methods=methods)
