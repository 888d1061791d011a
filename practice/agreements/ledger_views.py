"""The page of one ledger of a step: what stands in it, and what its writer adds."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock, policy
from practice.agreements import jar as jars
from practice.agreements.adding import add, owner_of
from practice.agreements.causes import Row, make, rows_of
from practice.agreements.ledgers import Sheet, cards_of
from practice.agreements.line_forms import ActForm, LineForm, line_form, tick_form
from practice.agreements.models import CheckIn, Line, Owner
from practice.agreements.reading_views import choices_of, known_to, owners_of
from practice.agreements.telling import who_reads
from practice.answering import OwnForm
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Homework
from practice.homework.reflections import Answer
from practice.programme.library import Ledger
from practice.web import me, on


@on(Homework, "write")
def ledger(part: Homework, key: str) -> ResponseReturnValue:
    """The step's own page of this ledger: add and see."""
    noun, rows = find_ledger(part, key), own_rows(part, key)
    form = _ticks(rows, noun) if noun.made_from else _empty(part, noun)
    if request.method == "GET":
        return ledger_page(part, key, form)
    if form.is_somebody_elses():
        return ledger_page(part, key, form), 409
    if not form.validate():
        return ledger_page(part, key, form), 422
    try:
        told = _make(rows, form, noun) if noun.made_from else _add(part, noun, form)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return ledger_page(part, key, form), 409
    flash(told)
    return redirect(url_for("agreements.ledger", public_id=part.public_id, key=key), 303)


def find_ledger(part: Homework, key: str) -> Ledger:
    """What the step says of this ledger; no such page where it has none of that key."""
    try:
        return part.assignment.published.step.ledger(key)
    except KeyError:
        abort(404)


def sheet_of(part: Homework, noun: Ledger) -> Sheet:
    """What stands in this ledger as whoever is signed in may read it: of both, or one's own."""
    assignment = part.assignment
    lines = policy.rows(me(), Line).where(
        Line.couple_id == assignment.couple_id, Line.step == assignment.published.slug, Line.ledger == noun.key
    )
    cards = cards_of(lines, policy.rows(me(), CheckIn), me())
    return Sheet(assignment.published.slug, assignment.published.title, noun, None, cards)


def own_rows(part: Homework, key: str) -> list[Row]:
    """One's own revealed rows, from which lines may be made."""
    rows = rows_of(part.assignment, find_ledger(part, key), policy.rows(me(), Answer))
    return [row for row in rows if row.part.person_id == me().id]


def ledger_page(part: Homework, key: str, form: Any = None) -> str:
    """The page, with a form that could not be taken, if there is one."""
    noun, assignment = find_ledger(part, key), part.assignment
    couple, sheet = assignment.couple, sheet_of(part, noun)
    jar = jars.find(couple, sheet.step, key) if noun.drawn else None
    return render_template(
        "agreements/ledger.html", part=part, couple=couple, ledger=noun, sheet=sheet, form=form,
        may_add=couple.may_write and not assignment.is_withdrawn, rows=own_rows(part, key),
        drawn=jar.drawn([card.line for card in sheet.cards]) if jar else None,
        full=any(card.line.counts for card in sheet.cards),
        act=ActForm(formdata=None, data={"answering_as": me().public_id}),
        who_reads=who_reads(couple, me(), shared=noun.shared and assignment.together),
    )  # fmt: skip


def _add(part: Homework, noun: Ledger, form: LineForm) -> str:
    shared = noun.shared and part.assignment.together
    known = [card.line for card in known_to(part.assignment.couple, noun, shared=shared)]
    add(part, noun, form.wording(known), save_key=_letters(form.save_key.data) or public_id())
    other = part.assignment.couple.other(me()).name
    return f"Added. It counts once {other} has said yes." if noun.agreed else "Added."


def _ticks(rows: list[Row], noun: Ledger) -> Any:
    choices = [(row.key, row.words[noun.columns[0].key]) for row in rows if not row.line]
    return tick_form(choices, OwnForm, answering_as=me().public_id)


def _letters(text: str | None) -> str:
    """The form's own number without what no number of ours holds; a database refuses some of it."""
    return "".join(letter for letter in text or "" if letter.isascii() and letter.isalnum())


def _make(rows: list[Row], form: OwnForm, noun: Ledger) -> str:
    return "Added." if make(rows, form["rows"].data or [], noun, by=me()) else "Nothing was added."


def _empty(part: Homework, noun: Ledger) -> LineForm:
    couple, shared = part.assignment.couple, noun.shared and part.assignment.together
    return line_form(
        noun, owners_of(couple) if shared else [], choices_of(known_to(couple, noun, shared=shared)),
        whose=Owner.BOTH if shared else owner_of(couple, me()), today=clock.today(me().time_zone),
        answering_as=me().public_id, save_key=public_id(),
    )  # fmt: skip
