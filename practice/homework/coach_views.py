"""The coach gives steps, changes what was given, and takes it back."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock, formats, policy
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.homework.assigning import assign as give
from practice.homework.coach_forms import AssignForm, ChangeForm
from practice.homework.models import Assignment, Reveals
from practice.homework.overview import Overview
from practice.programme.models import PublishedStep, edition_of
from practice.web import me, on


@on(Couple, "assign")
def assign(couple: Couple) -> ResponseReturnValue:
    steps = edition_of(couple).steps
    form = AssignForm(today=_today())
    form.offer(_overview(couple).strip(steps), steps, [(person.public_id, person.name) for person in couple.partners])
    if request.method == "GET":
        form.choose(request.args.get("step", ""))
    if form.validate_on_submit():
        chosen = [step for step in steps if step.slug in form.slugs]
        try:
            _give_all(couple, chosen, form)
        except Refused as refusal:
            # All or nothing: what was given before the one that cannot be is taken out again.
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
        else:
            db.session.commit()
            flash(f"Given: {formats.joined([f'“{step.title}”' for step in chosen])}.")
            return redirect(url_for("couples.show", public_id=couple.public_id, _anchor="homework"), 303)
    return render_template("homework/assign.html", couple=couple, form=form)


def _give_all(couple: Couple, steps: list[PublishedStep], form: AssignForm) -> None:
    people = [person for person in couple.partners if form.whom.data in ("both", person.public_id)]
    reveals = Reveals(form.opens.data)
    for step in steps:
        give(couple, step, people, due_on=form.due_on.data, note=form.note.data or "", reveals=reveals, by=me())


@on(Assignment, "change")
def change(assignment: Assignment) -> ResponseReturnValue:
    form = ChangeForm(today=_today(), was_due_on=assignment.due_on, note=assignment.note)
    if form.validate_on_submit():
        assignment.change(due_on=form.due_on.data, note=form.note.data or "", by=me())
        return _done(assignment, "Saved.")
    return render_template("homework/change.html", assignment=assignment, couple=assignment.couple, form=form)


@on(Assignment, "withdraw")
def withdraw(assignment: Assignment) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("homework/withdraw.html", assignment=assignment, couple=assignment.couple)
    assignment.withdraw(by=me())
    return _done(assignment, f"“{assignment.published.title}” is withdrawn.")


def _overview(couple: Couple) -> Overview:
    given = policy.rows(me(), Assignment).where(Assignment.couple_id == couple.id)
    return Overview(db.session.scalars(given).all())


def _today() -> date:
    return clock.today(me().time_zone)


def _done(assignment: Assignment, sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("couples.show", public_id=assignment.couple.public_id, _anchor="homework"), 303)
