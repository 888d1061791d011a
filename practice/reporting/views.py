"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.reporting import archive_views, letterhead_views, report_views

reporting = Blueprint("reporting", __name__)
_GET, _POST = ["GET"], ["POST"]

for address, name, view, methods in (
    ("/couples/<public_id>/reports/new", "request", report_views.new, [*_GET, *_POST]),
    ("/reports/<public_id>", "show", report_views.show, _GET),
    ("/reports/<public_id>/state", "state", report_views.state, _GET),
    ("/reports/<public_id>/file", "file", report_views.file, _GET),
    ("/reports/<public_id>/archive", "archive", archive_views.archive, _GET),
    ("/letterhead", "letterhead", letterhead_views.letterhead, [*_GET, *_POST]),
    ("/letterhead/logo", "logo", letterhead_views.logo, _GET),
    ("/letterhead/logo", "put_on", letterhead_views.put_on, _POST),
    ("/letterhead/logo/take-off", "take_off", letterhead_views.take_off, _POST),
    ("/reports/<public_id>/cancel", "cancel", report_views.cancel, _POST),
    ("/reports/<public_id>/retry", "retry", report_views.retry, _POST),
):
    reporting.add_url_rule(address, name, view, methods=methods)
