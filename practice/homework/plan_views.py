"""A writer's own plan for a step."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import plans, readers
from practice.homework.models import Homework
from practice.homework.own_forms import PlanForm
from practice.homework.plans import Intention, Plan
from practice.programme.library import Readers
from practice.web import me, on


@on(Homework, "write")
def plan(part: Homework) -> ResponseReturnValue:
    """When, where, with whom, and what if; whoever is not sure is asked on a second look what would make it easier."""
    kept = db.session.scalar(policy.rows(me(), Plan).where(Plan.homework_id == part.id))
    standing = kept.intention if kept else Intention()
    form = PlanForm.begun_with(standing, answering_as=me().public_id, save_key=public_id())
    if request.method == "GET":
        return _page(part, form, asks=request.args.get("look") == "again" and standing.is_unsure)
    if form.is_somebody_elses():
        return _page(part, form), 409
    if not form.validate():
        return _page(part, form), 422
    try:
        plans.make(part, form.intention)
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        return _page(part, form), 409
    db.session.commit()
    return redirect(_onward(part, form.intention), 303)


def _onward(part: Homework, made: Intention) -> str:
    # Asked once: whoever saves the second look without an answer goes on all the same.
    if made.is_unsure and not made.easier and request.args.get("look") != "again":
        return url_for("homework.plan", public_id=part.public_id, look="again", _anchor="easier")
    flash("Your plan is kept.")
    return url_for("homework.show", public_id=part.public_id)


def _page(part: Homework, form: PlanForm, *, asks: bool = False) -> str:
    couple = part.assignment.couple
    told = readers.told(couple, me(), part.assignment.reveals)[Readers.COACH]
    return render_template("homework/plan.html", part=part, couple=couple, form=form, sentence=told, asks=asks)
