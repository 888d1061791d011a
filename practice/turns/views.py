"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.turns import coach_views, partner_views, ready_views, session_views

turns = Blueprint("turns", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, name, view, methods in (
    ("/ready/<public_id>", "ready", ready_views.ready, _BOTH),
    ("/turns/<public_id>", "show", partner_views.show, _GET),
    ("/turns/<public_id>/say", "say", partner_views.say, _POST),
    ("/turns/<public_id>/hear", "hear", partner_views.hear, _POST),
    ("/turns/<public_id>/felt-heard", "felt_heard", partner_views.felt_heard, _POST),
    ("/turns/<public_id>/not-yet", "not_yet", partner_views.not_yet, _POST),
    ("/turns/<public_id>/need-a-break", "need_a_break", partner_views.need_a_break, _POST),
    ("/assignments/<public_id>/open", "open", coach_views.unlock, _BOTH),
    ("/assignments/<public_id>/close", "close", coach_views.close, _POST),
    ("/assignments/<public_id>/turns", "session", session_views.session, _GET),
    ("/assignments/<public_id>/turns/begin", "begin", session_views.begin, _POST),
    ("/assignments/<public_id>/turns/pause", "pause", session_views.pause, _POST),
    ("/assignments/<public_id>/turns/resume", "resume", session_views.resume, _POST),
    ("/assignments/<public_id>/turns/next", "next", session_views.go_on, _POST),
):
    turns.add_url_rule(address, name, view, methods=methods)
