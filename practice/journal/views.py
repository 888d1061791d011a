"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.journal import coach_views, entry_views, reading_views, rest_views, writing_views

journal = Blueprint("journal", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/journal", reading_views.week, _GET),
    ("/journal/shared", reading_views.shared, _GET),
    ("/journal/<public_id>/<key>", writing_views.write, _BOTH),
    ("/journal/<public_id>/<key>/rest", rest_views.rest, _POST),
    ("/journal/<public_id>/<key>/wake", rest_views.wake, _POST),
    ("/entries/<public_id>/change", writing_views.change, _BOTH),
    ("/entries/<public_id>/share", entry_views.share, _BOTH),
    ("/entries/<public_id>/unshare", entry_views.unshare, _POST),
    ("/entries/<public_id>/remove", entry_views.remove, _BOTH),
    ("/couples/<public_id>/journal", coach_views.couple, _GET),
):
    journal.add_url_rule(address, view_func=view, methods=methods)
