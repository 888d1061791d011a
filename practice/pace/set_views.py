"""Each sets their pace alone; what both accept stands above it once it is open."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.pace import models
from practice.pace.forms import PaceForm
from practice.programme.library import Option, Pace
from practice.web import me, on


@on(Homework, "write")
def set(part: Homework) -> ResponseReturnValue:  # noqa: A001 - the word on the button
    """One's own choice, and a form to change it at any time."""
    pace = offered(part.assignment)
    form = PaceForm() if request.method == "POST" else PaceForm(formdata=None)
    form.offer(pace)
    if request.method == "GET":
        return _page(part, pace, form)
    if form.is_somebody_elses():
        return _page(part, pace, form), 409
    if not form.validate():
        return _page(part, pace, form), 422
    try:
        models.choose(part, form.wanted(pace), revision=form.began_from, save_key=form.own_key)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _page(part, pace, form), 409
    flash("Your choice is kept.")
    return redirect(url_for("pace.set", public_id=part.public_id), 303)


def offered(assignment: Assignment) -> Pace:
    """What the step offers; no such page where it has no pace."""
    try:
        return models.pace_of(assignment)
    except KeyError:
        abort(404)


def labels(options: tuple[Option, ...], keys: tuple[str, ...]) -> list[str]:
    """What is chosen, in words."""
    return [option.label for option in options if option.key in keys]


def _page(part: Homework, pace: Pace, form: PaceForm) -> str:
    kept, opening = models.chosen(part), models.opening_of(part.assignment)
    if kept and not form.is_submitted():
        form.stand_at(kept.choice)
    is_elsewhere = models.ELSEWHERE in form.form_errors
    form.revision.data, form.save_key.data = kept.revision if kept else 0, public_id()
    form.answering_as.data = form.answering_as.data or me().public_id
    mine, shown = kept.choice if kept else None, opening.shown if opening else None
    return render_template(
        "pace/set.html", part=part, couple=part.assignment.couple, pace=pace, form=form, opening=opening,
        closed=models.closed_because(part.assignment),
        mine=(labels(pace.far, mine.far), labels(pace.fast, (mine.fast,))) if mine and is_elsewhere else None,
        shown=(labels(pace.far, shown.far), labels(pace.fast, (shown.fast,))) if shown else None,
    )  # fmt: skip
