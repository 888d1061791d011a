"""Every address of the room on one screen, and which view answers it."""

from flask import Blueprint

from practice.reminders import (
    jobs,  # noqa: F401 - the worker finds the room's work once it is named
    settings_views,
    stop_views,
)

reminders = Blueprint("reminders", __name__)
_GET, _BOTH = ["GET"], ["GET", "POST"]

for address, view, methods in (
    ("/reminders", settings_views.settings, _BOTH),
    ("/reminders/stop/<token>", stop_views.stop, _BOTH),
    ("/reminders/stopped", stop_views.stopped, _GET),
):
    reminders.add_url_rule(address, view_func=view, methods=methods)
