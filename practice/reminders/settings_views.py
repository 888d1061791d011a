"""One's own reminders: whether, and at which hour."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.reminders import models
from practice.reminders.forms import ReminderForm
from practice.web import me, signed_in


@signed_in
def settings() -> ResponseReturnValue:
    """What is set now, and a form to change it."""
    is_on, minute = models.setting_of(me())
    standing = {"is_on": is_on, "minute": minute, "answering_as": me().public_id}
    form = ReminderForm() if request.method == "POST" else ReminderForm(formdata=None, data=standing)
    if request.method == "GET":
        return render_template("reminders/settings.html", form=form)
    if form.is_somebody_elses():
        return render_template("reminders/settings.html", form=form), 409
    if not form.validate():
        return render_template("reminders/settings.html", form=form), 422
    models.choose(me(), is_on=form.is_on.data, minute=form.minute.data)
    db.session.commit()
    flash("Saved.")
    return redirect(url_for("reminders.settings"), 303)
