"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.reporting import (
    archive_views,
    batch_views,
    consent_views,
    giving_views,
    letterhead_views,
    release_views,
    report_views,
)

reporting = Blueprint("reporting", __name__)
_GET, _POST = ["GET"], ["POST"]

for address, name, view, methods in (
    ("/couples/<public_id>/reports/new", "choose", report_views.choose, _GET),
    ("/couples/<public_id>/reports/new/<kind>", "request", report_views.new, [*_GET, *_POST]),
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
    ("/reports/<public_id>/anew", "anew", report_views.anew, _POST),
    ("/reports/<public_id>/give", "give", giving_views.give, [*_GET, *_POST]),
    ("/reports/<public_id>/preview/<whom>", "preview", giving_views.preview, _GET),
    ("/reports/<public_id>/undo", "undo", giving_views.undo, _POST),
    ("/reports/<public_id>/revoke", "revoke", giving_views.revoke, _POST),
    ("/batches/new", "batch_request", batch_views.new, [*_GET, *_POST]),
    ("/batches/<public_id>", "batch", batch_views.show, _GET),
    ("/batches/<public_id>/state", "batch_state", batch_views.state, _GET),
    ("/batches/<public_id>/call-off", "batch_call_off", batch_views.call_off, _POST),
    ("/batches/<public_id>/retry", "batch_retry", batch_views.retry, _POST),
    ("/couples/<public_id>/releases/new", "release_prepare", release_views.prepare, [*_GET, *_POST]),
    ("/releases/<public_id>", "release", release_views.show, _GET),
    ("/releases/<public_id>/issue", "release_issue", release_views.issue, _POST),
    ("/releases/<public_id>/call-off", "release_call_off", release_views.call_off, _POST),
    ("/consents/<public_id>", "consent", consent_views.show, [*_GET, *_POST]),
    ("/consents/<public_id>/decline", "consent_decline", consent_views.decline, _POST),
    ("/consents/<public_id>/withdraw", "consent_withdraw", consent_views.withdraw, _POST),
    ("/documents", "documents", giving_views.shelf, _GET),
    ("/documents/<public_id>/file", "document_file", giving_views.document_file, _GET),
):
    reporting.add_url_rule(address, name, view, methods=methods)
