"""The owner looks after the practice's own paper."""

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.errors import Refused
from practice.people import letterheads
from practice.people.letterheads import letterhead_of
from practice.reporting.letterhead_forms import LetterheadForm, LogoForm
from practice.reporting.logos import MOST_BYTES, checked
from practice.web import me, owner_only


@owner_only
def letterhead() -> ResponseReturnValue:
    form = LetterheadForm(letterhead_of(me().practice))
    if not form.validate_on_submit():
        return _page(form), 422 if form.errors else 200
    words = (form.name.data, form.address.data, form.footer.data, form.accent.data)
    try:
        letterheads.change(*words, by=me(), revision=form.began_from)
    except Refused as refused:
        db.session.rollback()
        form.form_errors.append(refused.sentence)
        return _page(form), 409
    return _done("Your paper is kept. It is used for every report from now on.")


@owner_only
def logo() -> ResponseReturnValue:
    """The picture itself, which may do nothing wherever it is opened."""
    kept = letterhead_of(me().practice).logo
    if kept is None:
        abort(404)
    response = Response(kept.data, mimetype=kept.kind)
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@owner_only
def put_on() -> ResponseReturnValue:
    form = LogoForm()
    brought = request.files.get("logo")
    try:
        if not form.validate() or brought is None or not brought.filename:
            raise Refused("Please choose a file first: a PNG or an SVG.")
        picture = checked(brought.read(MOST_BYTES + 1))
    except Refused as refused:
        form.logo.errors = [refused.sentence]
        return _page(LetterheadForm(letterhead_of(me().practice), formdata=None), form), 422
    try:
        letterheads.put_on(picture.digest, picture.kind, picture.data, by=me(), revision=form.began_from)
    except Refused as refused:
        db.session.rollback()
        form.logo.errors = [refused.sentence]
        return _page(LetterheadForm(letterhead_of(me().practice), formdata=None), form), 409
    return _done("Your logo is kept. It is printed on every report from now on.")


@owner_only
def take_off() -> ResponseReturnValue:
    letterheads.take_off(by=me(), revision=LogoForm().began_from)
    return _done("Your logo is not printed any more. Reports that carry it keep it.")


def _page(form: LetterheadForm, logo_form: LogoForm | None = None) -> str:
    kept = letterhead_of(me().practice)
    logo_form = logo_form or LogoForm(formdata=None)
    form.revision.data = logo_form.revision.data = str(kept.revision)
    return render_template("reporting/letterhead.html", form=form, logo_form=logo_form, kept=kept)


def _done(sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("reporting.letterhead"), 303)
