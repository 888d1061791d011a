"""The coach's side, for the coach alone: who is ready, opening and closing."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.turns.forms import OpenForm
from practice.turns.models import Opening
from practice.turns.turns import Turns
from practice.web import me, on


@on(Assignment, "open")
def unlock(assignment: Assignment) -> ResponseReturnValue:
    """Opening; where somebody is not ready, with the coach's reason."""
    form = OpenForm()
    if not form.validate_on_submit():
        return _page(assignment, form), 422 if form.errors else 200
    onward = "turns.session" if _turns(assignment).step.turns else "turns.open"
    try:
        Turns.to_change(assignment).open(form.reason.data, by=me())
    except Refused as refused:
        db.session.rollback()
        form.reason.errors = [refused.sentence]
        return _page(assignment, form), 409
    db.session.commit()
    flash("It is open. Both of them can see that.")
    return redirect(url_for(onward, public_id=assignment.public_id), 303)


@on(Assignment, "close")
def close(assignment: Assignment) -> ResponseReturnValue:
    """Closing; nothing that was written is lost, and it can be opened again."""
    _turns(assignment)
    Turns.to_change(assignment).close(by=me())
    db.session.commit()
    flash("Closed. What was said so far stays for both of them to read.")
    return redirect(url_for("turns.open", public_id=assignment.public_id), 303)


def _turns(assignment: Assignment) -> Turns:
    turns = Turns.of(assignment)
    return turns if turns.step.ready or turns.step.turns else abort(404)


def _page(assignment: Assignment, form: OpenForm) -> str:
    turns = _turns(assignment)
    breaks = {pause.by_id: pause.paused_at for pause in turns.pauses}
    rows = policy.rows(me(), Opening).where(Opening.assignment_id == assignment.id).order_by(Opening.number.desc())
    return render_template(
        "turns/open.html", assignment=assignment, couple=turns.couple, step=turns.step, turns=turns, form=form,
        people=[(person, turns.ready.get(person.id), breaks.get(person.id)) for person in turns.couple.partners],
        openings=db.session.scalars(rows).all(),
    )  # fmt: skip
