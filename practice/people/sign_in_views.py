"""Signing in and out, and leaving quickly."""

from datetime import timedelta

from flask import Response, g, jsonify, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from sqlalchemy import select
from werkzeug.exceptions import abort

from practice import clock
from practice.db import db
from practice.people import factors, guesses, passwords
from practice.people.entering import enter, forget_page, forgive, own_path, too_many, tries_left
from practice.people.forms import CodeForm, SignInForm
from practice.people.models import Person, by_email
from practice.web import me, public, settings, signed_in, wants_json

_PENDING = timedelta(minutes=5)
_WRONG = "This e-mail address and password do not belong together. Please check both."
_SOMEBODY_ELSE = "This page belongs to somebody else. Open the first page to sign in as yourself."


@public
def health() -> ResponseReturnValue:
    return "ok", {"Content-Type": "text/plain"}


@public
def start() -> ResponseReturnValue:
    if not current_user.is_authenticated:
        return redirect(url_for("people.sign_in"), 303)
    return redirect(url_for("home.show" if me().is_partner else "desk.show"), 303)


@public
def sign_in() -> ResponseReturnValue:
    if request.is_json and not _is_text(request.get_json()):
        abort(400)
    form = SignInForm(next=request.args.get("next"))
    if request.method == "POST":
        return _try(form)
    if current_user.is_authenticated:
        return redirect(own_path(form.next.data), 303)
    return _page(form)


@public
def token() -> ResponseReturnValue:
    """For a page whose sign-in has run out: a token with which it may sign in again in place."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        abort(404)
    return jsonify(csrf_token=generate_csrf())


def _try(form: SignInForm) -> Response:
    if not form.validate():
        return _refuse(form, _WRONG)
    person = by_email(form.email.data)
    wait = tries_left("password", person, form.email.data)
    db.session.commit()
    if wait:
        return too_many(wait)
    # Whoever is unknown, has not joined or is shut out takes as long and is told the same.
    right = person.knows(form.password.data) if person else passwords.matches(None, form.password.data)
    if not person or not right or not person.has_joined or person.disabled_at:
        return _refuse(form, _WRONG)
    if form.person.data and form.person.data != person.public_id:
        return _refuse(form, _SOMEBODY_ELSE)
    forgive("password", person)
    response = _ask_for_code(person, form.next.data) if person.has_second_factor else enter(person, own_path(form.next.data))
    db.session.commit()
    return response


def _is_text(sent: object) -> bool:
    """Whether what a script sends are fields of text, each of signs that can be written down."""
    if not isinstance(sent, dict):
        return False
    return all(isinstance(text, str) and text.encode("utf-8", "replace").decode() == text for text in sent.values())


def _refuse(form: SignInForm, sentence: str) -> Response:
    if wants_json():
        return make_response(jsonify(error=sentence), 401)
    if not form.errors:
        form.form_errors.append(sentence)
    return make_response(_page(form), 401)


def _page(form: SignInForm) -> str:
    sample_password = settings().demo_password if settings().demo else None
    return render_template("people/sign_in.html", form=form, sample_password=sample_password)


def _ask_for_code(person: Person, onward: str | None) -> Response:
    forget_page()
    session["pending"] = [person.public_id, clock.now().timestamp(), onward or ""]
    if wants_json():
        return jsonify(ok=True, csrf_token=generate_csrf(), needs_code=True)
    return make_response(redirect(url_for("people.code"), 303))


@public
def code() -> ResponseReturnValue:
    if request.is_json and not _is_text(request.get_json()):
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


@signed_in
def sign_out() -> ResponseReturnValue:
    forget_page()
    db.session.commit()
    g.pop("_login_user", None)
    return redirect(url_for("people.sign_in"), 303)


@public
def leave() -> ResponseReturnValue:
    forget_page()
    db.session.commit()
    return redirect(settings().quick_exit_url, 303)
