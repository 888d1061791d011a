"""The second step of signing in: a code from the app, or a recovery code."""

from datetime import timedelta

from flask import Response, jsonify, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select
from werkzeug.exceptions import abort

from practice import clock
from practice.db import db
from practice.people import factors, guesses
from practice.people.entering import enter, forget_page, forgive, is_text, own_path, too_many, tries_left
from practice.people.forms import CodeForm
from practice.people.models import Person
from practice.web import public, wants_json

_PENDING = timedelta(minutes=5)


def ask_for_code(person: Person, onward: str | None) -> Response:
    forget_page()
    session["pending"] = [person.public_id, clock.now().timestamp(), onward or ""]
    if wants_json():
        return jsonify(ok=True, csrf_token=generate_csrf(), needs_code=True)
    return make_response(redirect(url_for("people.code"), 303))


@public
def code() -> ResponseReturnValue:
    if request.is_json and not is_text(request.get_json()):
        abort(400)
    person, onward = _pending()
    if person is None:
        return _start_again()
    form = CodeForm()
    if request.method == "GET":
        return render_template("people/code.html", form=form)
    wait = tries_left("code", person, person.email, guesses.PER_CODE)
    db.session.commit()
    if wait:
        return too_many(wait)
    if form.validate() and factors.accept(person, form.code.data):
        forgive("code", person)
        response = enter(person, own_path(onward))
        db.session.commit()
        return response
    return _wrong_code(form)


def _pending() -> tuple[Person | None, str]:
    """Who has given the right password in the last five minutes and still owes a code."""
    public_id, given_at, onward = session.get("pending") or ("", 0.0, "")
    person = db.session.scalar(select(Person).where(Person.public_id == public_id, Person.disabled_at.is_(None)))
    fresh = clock.now().timestamp() - given_at < _PENDING.total_seconds()
    return (person if fresh else None), onward


def _start_again() -> Response:
    if wants_json():
        return make_response(jsonify(error="Please sign in again."), 401)
    return make_response(redirect(url_for("people.sign_in"), 303))


def _wrong_code(form: CodeForm) -> Response:
    sentence = "That code is not right, or it has been used. Wait for the next one and try again."
    if wants_json():
        return make_response(jsonify(error=sentence), 401)
    if not form.errors:
        form.code.errors = [sentence]
    return make_response(render_template("people/code.html", form=form), 401)
