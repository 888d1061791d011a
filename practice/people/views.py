"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.people import invitation_views, joining_views, sign_in_views

people = Blueprint("people", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/", sign_in_views.start, _GET),
    ("/health", sign_in_views.health, _GET),
    ("/sign-in", sign_in_views.sign_in, _BOTH),
    ("/sign-in/token", sign_in_views.token, _GET),
    ("/sign-in/code", sign_in_views.code, _BOTH),
    ("/sign-out", sign_in_views.sign_out, _POST),
    ("/leave", sign_in_views.leave, _GET),
    ("/join/<token>", joining_views.join, _BOTH),
    ("/forgotten", joining_views.forgotten, _BOTH),
    ("/reset/<token>", joining_views.reset, _BOTH),
    ("/mailbox", joining_views.letters, _GET),
    ("/people/<public_id>/invite", invitation_views.invite, _POST),
    ("/people/<public_id>/revoke", invitation_views.revoke, _POST),
):
    people.add_url_rule(address, view_func=view, methods=methods)
