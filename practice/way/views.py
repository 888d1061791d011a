"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.way import (
    jobs,  # noqa: F401 - the worker finds the room's work once it is named
    plan_views,
    planned_views,
)

way = Blueprint("way", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/couples/<public_id>/way", plan_views.show, _GET),
    ("/couples/<public_id>/way/plan", plan_views.plan, _BOTH),
    ("/couples/<public_id>/way/remove", planned_views.remove, _POST),
    ("/planned/<public_id>/change", planned_views.change, _BOTH),
    ("/planned/<public_id>/move", planned_views.move, _POST),
    ("/planned/<public_id>/skip", planned_views.skip, _POST),
    ("/planned/<public_id>/take-up", planned_views.take_up, _POST),
    ("/planned/<public_id>/give", planned_views.give, _POST),
):
    way.add_url_rule(address, view_func=view, methods=methods)
