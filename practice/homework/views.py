"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.homework import (
    afterwards_views,
    coach_views,
    draft_views,
    jobs,  # noqa: F401 - the worker finds the room's work once it is named
    not_yet_views,
    plan_views,
    preview_views,
    sending_views,
    step_views,
    writing_views,
)

homework = Blueprint("homework", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/steps/<public_id>", step_views.show, _GET),
    ("/steps/<public_id>/versions", step_views.versions, _GET),
    ("/steps/<public_id>/check", sending_views.check, _GET),
    ("/steps/<public_id>/submit", sending_views.submit, _POST),
    ("/reflections/<public_id>/release", sending_views.release, _POST),
    ("/steps/<public_id>/draft", draft_views.save, _POST),
    ("/steps/<public_id>/take-back", not_yet_views.take_back, _BOTH),
    ("/steps/<public_id>/<group>", writing_views.part, _BOTH),
    ("/calm/<public_id>", afterwards_views.calm, _GET),
    ("/plan/<public_id>", plan_views.plan, _BOTH),
    ("/afterwards/<public_id>", afterwards_views.afterwards, _BOTH),
    ("/not-yet/<public_id>", not_yet_views.not_yet, _BOTH),
    ("/programmes/<public_id>/preview/<slug>", preview_views.preview, _GET),
    ("/programmes/<public_id>/preview/<slug>/<group>", preview_views.preview_group, _GET),
    ("/couples/<public_id>/assign", coach_views.assign, _BOTH),
    ("/assignments/<public_id>/change", coach_views.change, _BOTH),
    ("/assignments/<public_id>/withdraw", coach_views.withdraw, _BOTH),
):
    homework.add_url_rule(address, view_func=view, methods=methods)
