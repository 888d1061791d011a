"""The practice's list of help lines: any of its coaches keeps it."""

from dataclasses import replace
from datetime import date

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import clock
from practice.choosing import to_choose
from practice.db import db, public_id
from practice.errors import Refused
from practice.safety import help_lines
from practice.safety.forms import HelpLineForm
from practice.safety.help_lines import Line
from practice.web import coach_only, me


@coach_only
def lines() -> str:
    """All of them, the practice's own country first."""
    found = help_lines.lines_of(me().practice)
    names = {line.country: help_lines.country_name(line.country) for line in found}
    return render_template("safety/lines.html", lines=found, countries=names, today=_today())


@coach_only
def add() -> ResponseReturnValue:
    line = Line(public_id(), me().practice.country, "", "", checked_on=_today())
    return _written(line, "safety.add")


@coach_only
def line(key: str) -> ResponseReturnValue:
    """Change one, or say that it was checked."""
    return _written(_known(key), "safety.line")


@coach_only
def checked(key: str) -> ResponseReturnValue:
    """Somebody has rung it or looked it up today."""
    help_lines.keep(me().practice, replace(_known(key), checked_on=_today()))
    return _done("Noted as checked today.")


@coach_only
def remove(key: str) -> ResponseReturnValue:
    # A colleague, or a first click, may have been quicker.
    if known := help_lines.find(me().practice, key):
        help_lines.remove(me().practice, known)
    return _done("It is off your list.")


def _known(key: str) -> Line:
    return help_lines.find(me().practice, key) or abort(404)


def _written(shown: Line, endpoint: str) -> ResponseReturnValue:
    form = HelpLineForm(obj=shown)
    form.country.choices = to_choose(help_lines.countries())
    if form.validate_on_submit():
        try:
            help_lines.keep(me().practice, form.line(shown.key))
            return _done("Saved.")
        except Refused as refused:
            db.session.rollback()
            form.form_errors.append(refused.sentence)
            return _page(form, shown, endpoint), 409
    return _page(form, shown, endpoint), 422 if form.errors else 200


def _page(form: HelpLineForm, shown: Line, endpoint: str) -> str:
    return render_template("safety/line.html", form=form, line=shown, is_new=endpoint == "safety.add", today=_today())


def _done(sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("safety.lines"), 303)


def _today() -> date:
    return clock.today(me().time_zone)
