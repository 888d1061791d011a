"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.goals import reading_views, sharing_views, writing_views

goals = Blueprint("goals", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/goals", reading_views.show, _GET),
    ("/goals/new", writing_views.begin, _BOTH),
    ("/goals/<public_id>/change", writing_views.change, _BOTH),
    ("/goals/<public_id>/rate", writing_views.rate, _BOTH),
    ("/goals/<public_id>/share", sharing_views.share, _BOTH),
    ("/goals/<public_id>/unshare", sharing_views.unshare, _POST),
    ("/goals/<public_id>/let-go", sharing_views.let_go, _BOTH),
):
    goals.add_url_rule(address, view_func=view, methods=methods)
