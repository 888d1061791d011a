"""Beginning a goal, other words for it, and a number for today."""

from collections.abc import Callable
from typing import TypeVar

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.answering import OwnForm
from practice.couples import models as couples
from practice.db import db, public_id
from practice.errors import Refused
from practice.goals import models
from practice.goals.forms import GoalForm, RatingForm, WordsForm
from practice.goals.models import Goal
from practice.web import me, on, partner_only

Form = TypeVar("Form", bound=OwnForm)


@partner_only
def begin() -> ResponseReturnValue:
    """A new goal with its first number."""
    couple, form = couples.of(me()), _form(GoalForm)

    def act() -> None:
        models.begin(me(), couple, form.words, form.number, save_key=form.own_key)

    return _written(form, act, "Your goal is kept.", lambda: render_template("goals/begin.html", couple=couple, form=form))


@on(Goal, "change")
def change(goal: Goal) -> ResponseReturnValue:
    """Other words for it."""
    kept = goal.words
    form = _form(WordsForm, wants=kept.wants, notices=kept.notices, revision=goal.revision)

    def act() -> None:
        goal.change(form.words, revision=form.began_from)

    def page() -> str:
        is_elsewhere = models.ELSEWHERE in form.form_errors
        if is_elsewhere:
            form.revision.data = str(goal.revision)
        return render_template("goals/change.html", goal=goal, form=form, meanwhile=goal.words if is_elsewhere else None)

    return _written(form, act, "Saved.", page)


@on(Goal, "rate")
def rate(goal: Goal) -> ResponseReturnValue:
    """A number for today."""
    form = _form(RatingForm)

    def act() -> None:
        goal.rate(form.number, on=clock.today(me().time_zone))

    return _written(form, act, "Kept.", lambda: render_template("goals/rate.html", goal=goal, words=goal.words, form=form))


def _form(kind: type[Form], **shown: object) -> Form:
    if request.method == "POST":
        return kind()
    return kind(formdata=None, data={**shown, "answering_as": me().public_id, "save_key": public_id()})


def _written(form: OwnForm, act: Callable[[], None], sentence: str, page: Callable[[], str]) -> ResponseReturnValue:
    """Show the page, or do what was typed; whatever is in the way, what was typed stays on it."""
    if request.method == "GET":
        return page()
    if form.is_somebody_elses():
        return page(), 409
    if not form.validate():
        return page(), 422
    try:
        act()
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return page(), 409
    flash(sentence)
    return redirect(url_for("goals.show"), 303)
