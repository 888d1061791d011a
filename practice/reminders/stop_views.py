"""Ending reminders from a letter: no sign-in, one button, and nothing that tells whether the link is known."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.reminders import models
from practice.web import csrf, public


@public
def stop(token: str) -> ResponseReturnValue:
    """A page with one button. Opening it changes nothing, for programs that look at mail open every link."""
    if request.method == "GET":
        return render_template("reminders/stop.html")
    # A mail program's own button (RFC 8058) knows no token of ours and follows no redirect.
    is_one_click = request.form.get("List-Unsubscribe") == "One-Click"
    if not is_one_click:
        csrf.protect()
    models.stop(token)
    db.session.commit()
    return render_template("reminders/stopped.html") if is_one_click else redirect(url_for("reminders.stopped"), 303)


@public
def stopped() -> str:
    """The same words for everybody."""
    return render_template("reminders/stopped.html")


csrf.exempt(stop)  # it asks for the token itself, unless the mail program's button was pressed
