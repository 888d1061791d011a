"""Acts upon one sending: setting a mistaken one aside, and choosing one for paper."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.errors import Refused
from practice.homework import reading
from practice.homework.models import Homework
from practice.homework.reflections import Reflection
from practice.review.forms import ChooseForm, SeenForm
from practice.web import me, on


@on(Homework, "set_aside")
def set_aside(part: Homework) -> ResponseReturnValue:
    form = SeenForm()
    if request.method == "POST" and any(sent.public_id == form.seen.data and sent.is_void for sent in part.reflections):
        flash("It has been set aside already.")
        return redirect(url_for("review.queue"), 303)
    last = part.latest
    if last is None:
        raise Refused(f"{part.person.name} has not sent anything, so there is nothing to set aside.")
    last.must_be_sealed()
    newer = f"{part.person.name} has sent something new since you opened this page. Please look again."
    if not form.validate_on_submit() or form.is_outdated(last.public_id, newer):
        form.seen.data = last.public_id
        opened = [at for name, at in reading.read_by(last)]
        status = 422 if form.errors else 200
        return render_template("review/set_aside.html", part=part, sent=last, opened=opened, form=form), status
    part.set_aside(last, by=me())
    flash(f"Set aside. {part.person.name} may write it anew and send it again.")
    db.session.commit()
    return redirect(url_for("review.queue"), 303)


@on(Reflection, "choose")
def choose(sent: Reflection) -> ResponseReturnValue:
    form = ChooseForm()
    if form.validate_on_submit():
        sent.choose(for_paper=form.for_paper.data, by=me())
        flash("Chosen for the progress report." if sent.chosen_at else "Left out of the progress report.")
        db.session.commit()
    return redirect(url_for("review.read", public_id=sent.homework.public_id, attempt=sent.attempt), 303)
