"""Signing in and out, and leaving quickly."""

from flask import Response, g, jsonify, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import abort

from practice.db import db
from practice.people import passwords
from practice.people.code_views import ask_for_code
from practice.people.entering import enter, forget_page, forgive, is_text, own_path, too_many, tries_left
from practice.people.forms import SignInForm
from practice.people.models import by_email
from practice.web import me, public, settings, signed_in, wants_json

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
    if request.is_json and not is_text(request.get_json()):
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
    response = ask_for_code(person, form.next.data) if person.has_second_factor else enter(person, own_path(form.next.data))
    db.session.commit()
    return response


def _refuse(form: SignInForm, sentence: str) -> Response:
    if wants_json():
        return make_response(jsonify(error=sentence), 401)
    if not form.errors:
        form.form_errors.append(sentence)
    return make_response(_page(form), 401)


def _page(form: SignInForm) -> str:
    sample_password = settings().demo_password if settings().demo else None
    return render_template("people/sign_in.html", form=form, sample_password=sample_password)


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
