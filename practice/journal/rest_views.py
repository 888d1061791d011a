"""Putting a daily to rest for a while, and waking it."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.homework.models import Homework
from practice.journal import models
from practice.programme.library import Daily
from practice.web import on


@on(Homework, "write")
def rest(part: Homework, key: str) -> ResponseReturnValue:
    models.rest(part, _daily(part, key))
    db.session.commit()
    flash("It rests now. You can wake it under your days.", "undo " + url_for("journal.wake", public_id=part.public_id, key=key))
    return redirect(url_for("home.show"), 303)


@on(Homework, "write")
def wake(part: Homework, key: str) -> ResponseReturnValue:
    models.wake(part, _daily(part, key))
    db.session.commit()
    flash("It is back among today’s.")
    return redirect(url_for("home.show"), 303)


def _daily(part: Homework, key: str) -> Daily:
    return next((each for each in part.assignment.published.step.dailies if each.key == key), None) or abort(404)
