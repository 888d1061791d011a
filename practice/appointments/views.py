"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.appointments import agenda_views, keeping_views, partner_views, pinning_views, plan_views

appointments = Blueprint("appointments", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/appointments", partner_views.ours, _GET),
    ("/couples/<public_id>/appointments", plan_views.couple, _GET),
    ("/couples/<public_id>/appointments/plan", plan_views.plan, _BOTH),
    ("/couples/<public_id>/pins", pinning_views.pin, _POST),
    ("/appointments/<public_id>", keeping_views.show, _GET),
    ("/appointments/<public_id>/change", plan_views.change, _BOTH),
    ("/appointments/<public_id>/cancel", plan_views.cancel, _BOTH),
    ("/appointments/<public_id>/reopen", plan_views.reopen, _POST),
    ("/appointments/<public_id>/hold", keeping_views.hold, _POST),
    ("/appointments/<public_id>/attend", keeping_views.attend, _BOTH),
    ("/appointments/<public_id>/together", keeping_views.together, _GET),
    ("/appointments/<public_id>/pins", agenda_views.add, _POST),
    ("/pins/<public_id>/change", agenda_views.change_pin, _BOTH),
    ("/pins/<public_id>/move", agenda_views.move, _POST),
    ("/pins/<public_id>/finish", agenda_views.finish, _POST),
    ("/pins/<public_id>/take-up", agenda_views.take_up, _POST),
    ("/pins/<public_id>/carry", agenda_views.carry, _POST),
):
    appointments.add_url_rule(address, view_func=view, methods=methods)
