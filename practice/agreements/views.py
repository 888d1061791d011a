"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.agreements import (
    change_views,
    coach_views,
    jar_views,
    ledger_views,
    line_views,
    reading_views,
    text_coach_views,
    text_views,
)

agreements = Blueprint("agreements", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/agreements", reading_views.ours, _GET),
    ("/couples/<public_id>/agreements", reading_views.couple, _GET),
    ("/assignments/<public_id>/causes", coach_views.causes, _BOTH),
    ("/ledger/<public_id>/<key>", ledger_views.ledger, _BOTH),
    ("/ledger/<public_id>/<key>/draw", jar_views.draw, _POST),
    ("/ledger/<public_id>/<key>/put-back", jar_views.put_back, _POST),
    ("/ledger/<public_id>/<key>/did", jar_views.did, _POST),
    ("/lines/<public_id>", line_views.line, _GET),
    ("/lines/<public_id>/change", change_views.change, _BOTH),
    ("/lines/<public_id>/say-yes", line_views.say_yes, _POST),
    ("/lines/<public_id>/check", line_views.check, _POST),
    ("/lines/<public_id>/end", line_views.end, _BOTH),
    ("/lines/<public_id>/let-go", line_views.let_go, _POST),
    ("/lines/<public_id>/reopen", line_views.reopen, _POST),
    ("/lines/<public_id>/open", coach_views.open_larger, _POST),
    ("/texts/<public_id>/<key>", text_views.text, _BOTH),
    ("/texts/<public_id>/<key>/approve", text_views.approve, _POST),
    ("/texts/<public_id>/<key>/take-back", text_views.take_back, _POST),
    ("/texts/<public_id>/<key>/renew", text_views.renew, _POST),
    ("/texts/<public_id>/<key>/wordings", text_views.wordings, _GET),
    ("/assignments/<public_id>/texts/<key>", text_coach_views.text_of, _BOTH),
    ("/assignments/<public_id>/texts/<key>/wordings", text_coach_views.wordings_of, _GET),
):
    agreements.add_url_rule(address, view_func=view, methods=methods)
