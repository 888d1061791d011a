"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.measures import (
    answering_views,
    asking_views,
    jobs,  # noqa: F401 - the worker finds the room's work once it is named
    list_views,
    sharing_views,
    wording_views,
)

measures = Blueprint("measures", __name__)
_GET, _POST, _BOTH = ["GET"], ["POST"], ["GET", "POST"]

for address, view, methods in (
    ("/measures", list_views.show, _GET),
    ("/measures/own", wording_views.own, _BOTH),
    ("/measures/bring", wording_views.bring, _BOTH),
    ("/measures/<slug>", list_views.instrument, _GET),
    ("/measures/<slug>/switch", list_views.switch, _POST),
    ("/measures/<slug>/load", wording_views.load, _BOTH),
    ("/couples/<public_id>/ask", asking_views.ask, _BOTH),
    ("/askings/<public_id>/end", asking_views.end, _GET),
    ("/askings/<public_id>/stop", asking_views.stop, _POST),
    ("/occasions/<public_id>", asking_views.read, _GET),
    ("/occasions/<public_id>/have-read", asking_views.have_read, _POST),
    ("/questions", sharing_views.mine, _GET),
    ("/questions/<public_id>", answering_views.answer, _BOTH),
    ("/questions/<public_id>/save", answering_views.save, _POST),
    ("/questions/totals/<slug>/agree", sharing_views.agree, _POST),
    ("/questions/totals/<slug>/take-back", sharing_views.take_back, _POST),
):
    measures.add_url_rule(address, view_func=view, methods=methods)
