"""What may become of a goal: the other may see it, or no longer; and it is let go."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db, public_id
from practice.goals.forms import ActForm
from practice.goals.models import Goal
from practice.web import me, on


@on(Goal, "share")
def share(goal: Goal) -> ResponseReturnValue:
    """Say who will see what from then on, then do it."""
    if request.method == "GET":
        return _page("share", goal, _form())
    form = ActForm()
    if form.is_somebody_elses():
        return _page("share", goal, form), 409
    goal.share()
    return _done(f"{goal.couple.other(me()).name} can see it now.")


@on(Goal, "share")
def unshare(goal: Goal) -> ResponseReturnValue:
    goal.unshare()
    return _done(f"{goal.couple.other(me()).name} can no longer see it.")


@on(Goal, "let_go")
def let_go(goal: Goal) -> ResponseReturnValue:
    """Ask once, then it is gone for good."""
    if request.method == "GET":
        return _page("let_go", goal, _form())
    form = ActForm()
    if form.is_somebody_elses():
        return _page("let_go", goal, form), 409
    goal.let_go()
    return _done("It is gone.")


def _page(name: str, goal: Goal, form: ActForm) -> str:
    return render_template(f"goals/{name}.html", goal=goal, words=goal.words, couple=goal.couple, form=form)


def _form() -> ActForm:
    return ActForm(formdata=None, data={"answering_as": me().public_id, "save_key": public_id()})


def _done(sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("goals.show"), 303)
