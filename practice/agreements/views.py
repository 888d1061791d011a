"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.agreements import text_coach_views, text_views

agreements = Blueprint("agreements", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/texts/<public_id>/<key>", text_views.text, _BOTH),
    ("/texts/<public_id>/<key>/approve", text_views.approve, _POST),
    ("/texts/<public_id>/<key>/take-back", text_views.take_back, _POST),
    ("/texts/<public_id>/<key>/renew", text_views.renew, _POST),
    ("/texts/<public_id>/<key>/wordings", text_views.wordings, _GET),
    ("/assignments/<public_id>/texts/<key>", text_coach_views.text_of, _BOTH),
    ("/assignments/<public_id>/texts/<key>/wordings", text_coach_views.wordings_of, _GET),
):
    agreements.add_url_rule(address, view_func=view, methods=methods)
