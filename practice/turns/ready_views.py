"""Being ready: one's own private word, and a page that never tells what the other has said."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.homework.models import Homework
from practice.turns.forms import ReadyForm
from practice.turns.turns import Turns
from practice.web import me, on


@on(Homework, "write")
def ready(part: Homework) -> ResponseReturnValue:
    """Once it is open (which both know) there is nothing to wait for."""
    turns = Turns.of(part.assignment)
    if not turns.step.ready:
        abort(404)
    if request.method == "POST":
        return _say(part, ReadyForm())
    if turns.opening or turns.course.is_heard:
        return redirect(_onward(part, turns), 303)
    return _page(part, ReadyForm(formdata=None, data={"answering_as": me().public_id}))


def _say(part: Homework, form: ReadyForm) -> ResponseReturnValue:
    if form.is_somebody_elses():
        return _page(part, form), 409
    if not form.validate_on_submit():
        return _page(part, form), 422
    turns = Turns.to_change(part.assignment)
    coach = turns.couple.coach.name
    if form.ready.data == "yes":
        turns.say_ready(me())
        flash(f"{coach} knows that you are ready. You can take it back at any time.")
    else:
        turns.take_back(me())
        flash(f"It rests now. {coach} knows that you need a break." if turns.opening else "Taken back. There is no hurry.")
    db.session.commit()
    return redirect(_onward(part, turns) if turns.opening else url_for("turns.ready", public_id=part.public_id), 303)


def _page(part: Homework, form: ReadyForm) -> str:
    turns = Turns.of(part.assignment)
    return render_template(
        "turns/ready.html", part=part, turns=turns, step=turns.step, couple=turns.couple,
        is_ready=me().id in turns.ready, form=form,
    )  # fmt: skip


def _onward(part: Homework, turns: Turns) -> str:
    return url_for("turns.show" if turns.step.turns else "homework.show", public_id=part.public_id)
