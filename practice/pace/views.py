"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.pace import set_views, together_views

pace = Blueprint("pace", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/pace/<public_id>", set_views.set, _BOTH),
    ("/assignments/<public_id>/pace", together_views.together, _GET),
    ("/assignments/<public_id>/pace/open", together_views.open, _POST),
):
    pace.add_url_rule(address, view_func=view, methods=methods)
