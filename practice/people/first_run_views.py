"""The first page of all: it opens the practice and makes its first coach."""

from flask import Response, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.errors import Refused
from practice.people import first_run as opening
from practice.people.entering import enter
from practice.people.forms import FirstRunForm
from practice.web import public


@public
def first_run(token: str) -> ResponseReturnValue:
    if sentence := opening.trouble(token):
        return _closed(sentence)
    form = FirstRunForm()
    if not form.validate_on_submit():
        return render_template("people/first_run.html", form=form), 422 if form.errors else 200
    try:
        opening.spend(token)
        coach = opening.open_practice(form.practice_name.data, form.name.data, form.email.data, form.password.data)
    except Refused as refusal:
        return _refused(token, form, refusal)
    response = enter(coach, url_for("people.enrol"))
    db.session.commit()
    return response


def _refused(token: str, form: FirstRunForm, refusal: Refused) -> Response:
    """A password that will not do is told beside its field, and the link stays good."""
    db.session.rollback()
    if sentence := opening.trouble(token):
        return _closed(sentence)
    form.password.errors = [refusal.sentence]
    return make_response(render_template("people/first_run.html", form=form), 422)


def _closed(sentence: str) -> Response:
    return make_response(render_template("people/spent_link.html", sentence=sentence), 410)
