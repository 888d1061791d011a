"""What the coach does with lines: makes causes of revealed rows, and opens larger plans."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from practice import formats, policy
from practice.agreements.causes import Row, made_from_rows, make, rows_of
from practice.agreements.check_forms import OpenForm
from practice.agreements.line_forms import tick_form
from practice.agreements.line_views import larger_facts, page
from practice.agreements.models import Line
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.homework.reflections import Answer
from practice.web import me, on


@on(Assignment, "make_causes")
def causes(assignment: Assignment) -> ResponseReturnValue:
    """Rows that both have opened to each other, to tick; each becomes a line once."""
    noun = made_from_rows(assignment) or abort(404)
    rows = rows_of(assignment, noun, policy.rows(me(), Answer))
    form = tick_form([(row.key, row.told(noun)[0][1]) for row in rows if not row.line], FlaskForm)
    if request.method == "GET":
        return _page(assignment, rows, form)
    try:
        made = make(rows, form["rows"].data or [], noun, by=me())
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _page(assignment, rows, form), 409
    flash(f"{formats.count(made, noun.one, f'{noun.one}s')} added." if made else "Nothing was ticked that is not there already.")
    return redirect(url_for("agreements.causes", public_id=assignment.public_id), 303)


@on(Line, "open")
def open_larger(line: Line) -> ResponseReturnValue:
    """A larger plan is opened by the coach's own act, with a reason where inner work is not yet under way."""
    form, facts = OpenForm(), larger_facts(line)
    if form.is_too_little(needed=any(not fact.is_under_way for fact in facts)):
        return page(line, opening=form), 422
    try:
        line.open(form.reason.data, by=me())
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return page(line, opening=form), 409
    flash("Open. Both can see that this plan may go on.")
    return redirect(url_for("agreements.line", public_id=line.public_id), 303)


def _page(assignment: Assignment, rows: list[Row], form: Any) -> str:
    noun = made_from_rows(assignment)
    return render_template(
        "agreements/causes.html", assignment=assignment, couple=assignment.couple, ledger=noun, rows=rows, form=form,
        may_add=assignment.couple.may_write and not assignment.is_withdrawn,
    )  # fmt: skip
