"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.notes import draft_views, note_views

notes = Blueprint("notes", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/appointments/<public_id>/note", note_views.write, _BOTH),
    ("/appointments/<public_id>/note/draft", draft_views.save, _POST),
    ("/appointments/<public_id>/note/let-go", draft_views.let_go, _BOTH),
    ("/appointments/<public_id>/note/finish", note_views.finish, _BOTH),
    ("/appointments/<public_id>/note/add", note_views.add, _POST),
    ("/appointments/<public_id>/note/versions", note_views.versions, _GET),
):
    notes.add_url_rule(address, view_func=view, methods=methods)
