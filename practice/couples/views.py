"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.couples import couple_views, policy_views, state_views

couples = Blueprint("couples", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, name, view, methods in (
    ("/couples", "list", couple_views.find, _GET),
    ("/couples/new", "add", couple_views.new, _BOTH),
    ("/couples/<public_id>", "show", couple_views.show, _GET),
    ("/couples/<public_id>/edit", "edit", couple_views.edit, _BOTH),
    ("/couples/<public_id>/pause", "pause", state_views.pause, _BOTH),
    ("/couples/<public_id>/close", "close", state_views.close, _BOTH),
    ("/couples/<public_id>/reopen", "reopen", state_views.reopen, _BOTH),
    ("/couples/<public_id>/hand-over", "hand_over", state_views.hand_over, _BOTH),
    ("/couples/<public_id>/confidentiality", "propose", policy_views.propose, _BOTH),
    ("/confidentiality/<public_id>", "confidentiality", policy_views.confidentiality, _GET),
    ("/confidentiality/<public_id>", "sign", policy_views.sign, _POST),
):
    couples.add_url_rule(address, name, view, methods=methods)
