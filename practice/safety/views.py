"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.safety import (
    answering_views,
    coach_views,
    help_views,
    jobs,  # noqa: F401 - the worker finds the room's work once it is named
)

safety = Blueprint("safety", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/a-few-questions/<public_id>", answering_views.answer, _BOTH),
    ("/couples/<public_id>/alone", coach_views.alone, _GET),
    ("/couples/<public_id>/alone/ask", coach_views.ask, _POST),
    ("/couples/<public_id>/alone/rhythm", coach_views.rhythm, _POST),
    ("/couples/<public_id>/alone/hold", coach_views.hold, _POST),
    ("/couples/<public_id>/alone/release", coach_views.release, _POST),
    ("/couples/<public_id>/alone/deal", coach_views.deal, _POST),
    ("/help-lines", help_views.lines, _GET),
    ("/help-lines/new", help_views.add, _BOTH),
    ("/help-lines/<key>", help_views.line, _BOTH),
    ("/help-lines/<key>/checked", help_views.checked, _POST),
    ("/help-lines/<key>/remove", help_views.remove, _POST),
):
    safety.add_url_rule(address, view_func=view, methods=methods)
