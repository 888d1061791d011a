"""Turns in a session: a page to be looked at together, which holds only what both may know."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db
from practice.homework.models import Assignment
from practice.turns.course import Kind
from practice.turns.forms import BeginForm, NextForm, ResumeForm, number_of
from practice.turns.models import Move
from practice.turns.telling import told
from practice.turns.turns import Turns
from practice.web import me, on


@on(Assignment, "moderate")
def session(assignment: Assignment) -> ResponseReturnValue:
    """One turn at a time, in large type."""
    return _page(assignment)


@on(Assignment, "moderate")
def begin(assignment: Assignment) -> ResponseReturnValue:
    _turns(assignment)
    form, couple = BeginForm(), assignment.couple
    form.offer(couple.partners)
    if not form.validate_on_submit():
        return _page(assignment, form), 422
    first = next((person for person in couple.partners if person.public_id == form.first.data), None)
    Turns.to_change(assignment).begin(first, by=me())
    return _done(assignment)


@on(Assignment, "moderate")
def pause(assignment: Assignment) -> ResponseReturnValue:
    _turns(assignment)
    Turns.to_change(assignment).pause(by=me())
    return _done(assignment)


@on(Assignment, "moderate")
def resume(assignment: Assignment) -> ResponseReturnValue:
    _turns(assignment)
    turns = Turns.to_change(assignment)
    turns.resume(seen=ResumeForm().seen.data or "", by=me())
    if any(pause.ended_at is None for pause in turns.pauses):
        flash("It still rests. Please look again before you go on.")
    return _done(assignment)


@on(Assignment, "moderate")
def go_on(assignment: Assignment) -> ResponseReturnValue:
    """The next move was made aloud; it is noted without words."""
    _turns(assignment)
    form = NextForm()
    if not form.validate_on_submit():
        return _page(assignment), 422
    Turns.to_change(assignment).note(Kind(form.kind.data), number=number_of(form.number.data), by=me())
    return _done(assignment)


def _turns(assignment: Assignment) -> Turns:
    turns = Turns.of(assignment)
    return turns if turns.step.turns else abort(404)


def _page(assignment: Assignment, form: BeginForm | None = None) -> str:
    turns = _turns(assignment)
    form = form or BeginForm(formdata=None)
    form.offer(turns.couple.partners)
    rows = policy.rows(me(), Move).where(Move.assignment_id == assignment.id).order_by(Move.number)
    every = told(turns.couple, db.session.scalars(rows))
    goes_on = bool(every) and not every[-1].is_heard
    return render_template(
        "turns/session.html", assignment=assignment, couple=turns.couple, step=turns.step, turns=turns, form=form,
        now=every[-1] if goes_on else None, earlier=every[:-1] if goes_on else every,
        seen=turns.pauses[-1].public_id if turns.pauses else "",
    )  # fmt: skip


def _done(assignment: Assignment) -> ResponseReturnValue:
    db.session.commit()
    return redirect(url_for("turns.session", public_id=assignment.public_id), 303)
