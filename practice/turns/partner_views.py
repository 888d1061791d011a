"""A partner's side of the turns: saying, hearing, feeling heard or not yet, and asking for a break."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.answering import OwnForm
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Homework
from practice.turns.course import Kind
from practice.turns.forms import AnswerForm, SayForm, WordsForm, number_of
from practice.turns.models import Move
from practice.turns.telling import told
from practice.turns.turns import Turns
from practice.web import me, on

_ASKED = {Kind.SAID: "say", Kind.HEARD_BACK: "hear", Kind.FELT_HEARD: "answer", Kind.NOT_YET: "answer"}


@on(Homework, "write")
def show(part: Homework) -> ResponseReturnValue:
    """What was said and heard so far, and the act that is one's own now."""
    turns = _turns(part)
    if not turns.openings and turns.step.ready:
        return redirect(url_for("turns.ready", public_id=part.public_id), 303)
    return _page(part)


@on(Homework, "write")
def say(part: Homework) -> ResponseReturnValue:
    return _move(part, Kind.SAID, SayForm())


@on(Homework, "write")
def hear(part: Homework) -> ResponseReturnValue:
    return _move(part, Kind.HEARD_BACK, SayForm())


@on(Homework, "write")
def felt_heard(part: Homework) -> ResponseReturnValue:
    return _move(part, Kind.FELT_HEARD, AnswerForm())


@on(Homework, "write")
def not_yet(part: Homework) -> ResponseReturnValue:
    return _move(part, Kind.NOT_YET, AnswerForm())


@on(Homework, "write")
def need_a_break(part: Homework) -> ResponseReturnValue:
    """Let it rest at once. The other reads the same words as when the coach pauses."""
    _turns(part)
    form = OwnForm()
    if form.is_somebody_elses():
        return _page(part, refused=form.form_errors), 409
    Turns.to_change(part.assignment).need_a_break(me())
    db.session.commit()
    flash(f"It rests now. {part.assignment.couple.coach.name} knows that you need a break.")
    return redirect(url_for("turns.show", public_id=part.public_id), 303)


def _turns(part: Homework) -> Turns:
    """Where a step holds no turns there is nothing here."""
    turns = Turns.of(part.assignment)
    return turns if turns.step.turns else abort(404)


def _move(part: Homework, kind: Kind, form: WordsForm) -> ResponseReturnValue:
    _turns(part)
    if form.is_somebody_elses():
        return _page(part, form, kind), 409
    if not form.validate_on_submit():
        return _page(part, form, kind), 422
    try:
        Turns.to_change(part.assignment).move(
            kind, me(), form.text.data, number=number_of(form.number.data), save_key=form.save_key.data
        )
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _page(part, form, kind), 409
    db.session.commit()
    return redirect(url_for("turns.show", public_id=part.public_id), 303)


def _page(part: Homework, tried: WordsForm | None = None, kind: Kind | None = None, refused: list[str] | None = None) -> str:
    """The page as things stand. Words that were not taken stay in their own form, or beside it once that is over."""
    turns = _turns(part)
    asks = turns.course.asks if turns.course.whose_turn == me().id else ""
    is_still_asked = tried is not None and kind is not None and _ASKED[kind] == asks
    form = tried if tried and is_still_asked else _form(turns, asks)
    if tried and form is not tried:
        form.form_errors = list(tried.form_errors)
    form.form_errors += refused or []
    form.number.data = str(turns.next_number)
    rows = policy.rows(me(), Move).where(Move.assignment_id == part.assignment_id).order_by(Move.number)
    return render_template(
        "turns/show.html", part=part, turns=turns, step=turns.step, couple=turns.couple, asks=asks, form=form,
        told=told(turns.couple, db.session.scalars(rows)), left_over=tried.text.data if tried and form is not tried else "",
    )  # fmt: skip


def _form(turns: Turns, asks: str) -> WordsForm:
    carried = {"answering_as": me().public_id, "save_key": public_id()}
    form: WordsForm = (AnswerForm if asks == "answer" else SayForm)(formdata=None, data=carried)
    if turns.step.turns and asks in ("say", "hear"):
        form.text.label.text = turns.step.turns.speak if asks == "say" else turns.step.turns.listen
    return form
