"""Changing the words of a line."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.agreements.ledgers import Card
from practice.agreements.line_forms import LineForm, line_form
from practice.agreements.models import Line, Stale
from practice.agreements.reading_views import choices_of, known_to, owners_of
from practice.agreements.telling import who_reads
from practice.db import db
from practice.errors import Refused
from practice.web import me, on


@on(Line, "change")
def change(line: Line) -> ResponseReturnValue:
    """Say it otherwise; whoever said yes to the earlier words is asked again."""
    known = known_to(line.couple, line.noun, shared=line.shared, besides=line.about_id)
    form = _standing(line, known)
    if request.method == "GET":
        return _change_page(line, form)
    if form.is_somebody_elses():
        return _change_page(line, form), 409
    if not form.validate():
        return _change_page(line, form), 422
    try:
        had_yes = line.change(form.wording([card.line for card in known]), by=me(), revision=form.seen)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        return _told_on_page(line, form, refused)
    other = line.couple.other(me()).name
    flash(f"Saved. You had both said yes to the earlier words, so {other} is asked about the new ones." if had_yes else "Saved.")
    return redirect(url_for("agreements.line", public_id=line.public_id), 303)


def _standing(line: Line, known: list[Card]) -> LineForm:
    about = next((card.line.public_id for card in known if card.id == line.about_id), "")
    owners = owners_of(line.couple) if line.shared else []
    return line_form(
        line.noun, owners, choices_of(known), whose=line.owner, was=line.wording, about=about,
        today=clock.today(me().time_zone), answering_as=me().public_id, revision=line.revision,
    )  # fmt: skip


def _told_on_page(line: Line, form: LineForm, refused: Refused) -> ResponseReturnValue:
    """What was typed stays; where somebody else was quicker, their words stand beside it, and saving once more is meant."""
    form.form_errors.append(refused.sentence)
    theirs = line.wording.told(line.noun) if isinstance(refused, Stale) else []
    form.revision.data = line.revision
    return _change_page(line, form, theirs), 409


def _change_page(line: Line, form: LineForm, theirs: list[tuple[str, str]] | None = None) -> str:
    told = who_reads(line.couple, me(), shared=line.shared)
    return render_template(
        "agreements/change.html", line=line, couple=line.couple, form=form, theirs=theirs or [], who_reads=told
    )
