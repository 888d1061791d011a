"""One line: its page with all that was said of it, and what a partner may do with it."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.agreements.check_forms import CheckForm, EndForm, OpenForm
from practice.agreements.larger import Fact, facts, is_met
from practice.agreements.ledgers import Card, cards_of
from practice.agreements.line_forms import ActForm
from practice.agreements.models import NOT_YET, CheckIn, Kept, Line, NewWeek
from practice.agreements.reading_views import check_form
from practice.agreements.remarks import RemarkKind, remarks_on
from practice.agreements.telling import who_reads, who_reads_look
from practice.agreements.wording import Wording
from practice.answering import OwnForm
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Homework
from practice.programme.models import edition_of
from practice.web import me, on


@on(Line, "see")
def line(line: Line) -> str:
    """What it says, and its history."""
    return page(line)


@on(Line, "say_yes")
def say_yes(line: Line) -> ResponseReturnValue:
    form = ActForm()
    return press(line, form, lambda: line.say_yes(by=me(), revision=form.seen), "You have both said yes. It counts from now on.")


@on(Line, "let_go")
def let_go(line: Line) -> ResponseReturnValue:
    undo = url_for("agreements.reopen", public_id=line.public_id)
    return press(line, ActForm(), lambda: line.let_go(by=me()), "Let go. What was written is kept.", f"undo {undo}")


@on(Line, "reopen")
def reopen(line: Line) -> ResponseReturnValue:
    form = ActForm()
    # The button that undoes stands in a note of this very sign-in and carries nothing.
    form.answering_as.data = form.answering_as.data or me().public_id
    return press(line, form, lambda: line.reopen(by=me()), "It is open again.")


@on(Line, "end")
def end(line: Line) -> ResponseReturnValue:
    """It is done: how do you know?"""
    form = EndForm(answering_as=me().public_id)
    form.evidence.label.text = line.noun.ends or "How do you know?"
    if request.method == "GET" or form.is_somebody_elses() or not form.validate():
        return _end_page(line, form), 200 if request.method == "GET" else 409 if form.form_errors else 422
    try:
        line.end(form.evidence.data, by=me())
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _end_page(line, form), 409
    flash("Done, and kept.")
    return redirect(url_for("agreements.line", public_id=line.public_id), 303)


@on(Line, "check")
def check(line: Line) -> ResponseReturnValue:
    """How this week went; until it is over it may be said otherwise."""
    card = card_of(line)
    form = CheckForm(line, card.week, fresh=False, answering_as=me().public_id)
    if form.is_somebody_elses():
        return page(line, asking=form), 409
    if not form.validate() or form.lacks_an_answer():
        return page(line, asking=form), 422
    kept = Kept(form.kept.data) if form.kept.data and not form.asks_hours else None
    try:
        line.look(by=me(), week_on=form.week_on, kept=kept, hours=form.hours_said, note=form.note.data)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        if isinstance(refused, NewWeek):
            form.week.data = card.week.isoformat()
        return page(line, asking=form), 409
    flash("Kept. You can change it until the week is over.")
    return redirect(url_for("agreements.ours"), 303)


def press(line: Line, form: OwnForm, act: Callable[[], None], told: str, category: str = "message") -> ResponseReturnValue:
    """Do what a button says; where that cannot be, its page tells why."""
    if form.is_somebody_elses():
        return page(line, form=form), 409
    try:
        act()
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return page(line, form=form), 409
    flash(told, category)
    return redirect(url_for("agreements.ours"), 303)


def card_of(line: Line) -> Card:
    """The line as whoever is signed in may read it."""
    about = policy.rows(me(), Line).where(Line.id.in_([line.id, line.about_id or line.id]))
    return next(card for card in cards_of(about, policy.rows(me(), CheckIn), me()) if card.id == line.id)


def page(line: Line, *, form: Any = None, asking: CheckForm | None = None, opening: Any = None) -> str:
    """The page of one line, with the form that could not be taken, if there is one."""
    card, remarks = card_of(line), remarks_on(line.id)
    act = ActForm(formdata=None, data={"answering_as": me().public_id, "revision": line.revision})
    earlier = [(remark, Wording.from_json(remark.text)) for remark in remarks if remark.kind is RemarkKind.EARLIER]
    found = larger_facts(line) if me().is_coach and line.waits else []
    return render_template(
        "agreements/line.html", couple=line.couple, card=card, act=act, form=form or asking or opening,
        opening=opening or OpenForm.asking(needed=not is_met(found)), not_yet=NOT_YET,
        asking=asking or check_form(card), who_reads=who_reads_look(line.couple, me(), shared=line.shared),
        may_change=line.couple.may_write and policy.may(me(), "change", line), earlier=earlier,
        evidence=[remark for remark in remarks if remark.kind is RemarkKind.EVIDENCE],
        reasons=[remark for remark in remarks if remark.kind is RemarkKind.OPENING] if me().is_coach else [],
        facts=found, needs_reason=not is_met(found),
        seen=next((wording for remark, wording in earlier if isinstance(form, ActForm) and remark.revision == form.seen), None),
    )  # fmt: skip


def larger_facts(line: Line) -> list[Fact]:
    """What the coach weighs before opening a larger plan."""
    parts = policy.rows(me(), Homework).where(Homework.assignment.has(couple_id=line.couple_id))
    return facts(line.couple, edition_of(line.couple).steps, db.session.scalars(parts).unique().all())


def _end_page(line: Line, form: EndForm) -> str:
    told = who_reads(line.couple, me(), shared=line.shared)
    return render_template("agreements/end.html", line=line, card=card_of(line), form=form, who_reads=told)
