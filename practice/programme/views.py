"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.programme import (
    copy_views,
    edition_views,
    exchange_views,
    moving_views,
    order_views,
    own_views,
    part_views,
    reading_views,
)

programme = Blueprint("programme", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/programme", reading_views.show, _GET),
    ("/programme/<slug>", reading_views.step, _GET),
    ("/programmes", own_views.own, _GET),
    ("/programmes/begin", own_views.begin, _BOTH),
    ("/programmes/import", exchange_views.bring, _BOTH),
    ("/programmes/editions/<public_id>", edition_views.edition, _GET),
    ("/programmes/editions/<public_id>/file", exchange_views.edition_file, _GET),
    ("/programmes/editions/<public_id>/steps/<slug>", edition_views.edition_step, _GET),
    ("/programmes/<public_id>", own_views.manuscript, _GET),
    ("/programmes/<public_id>/file", exchange_views.manuscript_file, _GET),
    ("/programmes/<public_id>/publish", own_views.publish, _POST),
    ("/programmes/<public_id>/undo/<revision>", own_views.undo, _POST),
    ("/programmes/<public_id>/discard", own_views.discard, _BOTH),
    ("/programmes/<public_id>/copy", copy_views.copy, _BOTH),
    ("/programmes/<public_id>/parts/<path:place>", part_views.part, _BOTH),
    ("/programmes/<public_id>/add/<path:place>", part_views.add, _BOTH),
    ("/programmes/<public_id>/up/<path:place>", order_views.up, _POST),
    ("/programmes/<public_id>/down/<path:place>", order_views.down, _POST),
    ("/programmes/<public_id>/remove/<path:place>", order_views.remove, _POST),
    ("/couples/<public_id>/programme", moving_views.move, _BOTH),
):
    programme.add_url_rule(address, view_func=view, methods=methods)
