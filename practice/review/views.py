"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.review import acting_views, beside_views, reading_views, together_views

review = Blueprint("review", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/review", reading_views.queue, _GET),
    ("/review/<public_id>", reading_views.read, _GET),
    ("/review/<public_id>/feedback", reading_views.feedback, _POST),
    ("/review/<public_id>/ask-again", reading_views.ask_again, _POST),
    ("/review/<public_id>/reviewed", reading_views.reviewed, _POST),
    ("/review/<public_id>/rate", beside_views.rate, _POST),
    ("/review/<public_id>/set-aside", acting_views.set_aside, _BOTH),
    ("/review/choose/<public_id>", acting_views.choose, _POST),
    ("/review/together/<public_id>", together_views.together, _GET),
    ("/review/together/<public_id>/feedback", together_views.feedback_together, _POST),
    ("/review/together/<public_id>/session", together_views.session, _GET),
    ("/review/together/<public_id>/reveal", together_views.reveal, _BOTH),
):
    review.add_url_rule(address, view_func=view, methods=methods)
