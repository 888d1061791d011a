"""Coming in by a link: joining, choosing a new password. The link alone opens nothing; the code is told by word of mouth."""

from collections.abc import Callable

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import abort

from practice.couples import models as couples
from practice.db import db
from practice.errors import Refused
from practice.jobs import wake
from practice.people import factors, guesses, links, mail, sign_ins
from practice.people.entering import enter, forget_page, forgive, too_many, tries_left
from practice.people.forms import ForgottenForm, JoinForm
from practice.people.jobs import send_letters
from practice.people.links import Link, Purpose
from practice.people.models import Person, by_email, normal
from practice.web import public, settings

_WRONG_CODE = "That code is not right. Please ask once more for the six digits."


@public
def join(token: str) -> ResponseReturnValue:
    return _by_link(Purpose.JOIN, token, _join)


@public
def reset(token: str) -> ResponseReturnValue:
    return _by_link(Purpose.RESET, token, _reset)


def _by_link(purpose: Purpose, token: str, then: Callable[[Link, JoinForm], Response]) -> Response:
    link = links.by_token(purpose, token, to_use=request.method == "POST")
    if link is None:
        return make_response(render_template("people/no_link.html"), 404)
    if link.trouble or link.person.disabled_at:
        return _spent(link, link.trouble)
    form = JoinForm()
    if request.method == "GET":
        return make_response(_page(link, form))
    try:
        if form.validate():
            return then(link, form)
    except Refused as refusal:
        return _refused(link, form, refusal)
    return make_response(_page(link, form), 422)


def _page(link: Link, form: JoinForm) -> str:
    if link.person.is_coach:
        form.code.label.text = "Code"
    return render_template(f"people/{link.purpose}.html", form=form, person=link.person)


def _spent(link: Link, sentence: str | None) -> Response:
    return make_response(render_template("people/spent_link.html", sentence=sentence, purpose=link.purpose), 410)


def _refused(link: Link, form: JoinForm, refusal: Refused) -> Response:
    """A password that will not do is told beside its field; nothing of the try is kept, the link least of all."""
    db.session.rollback()
    if link.trouble:
        return _spent(link, link.trouble)
    form.password.errors = [refusal.sentence]
    return make_response(_page(link, form), 422)


def _wrong(link: Link, form: JoinForm) -> Response:
    db.session.commit()
    if link.trouble:
        return _spent(link, link.trouble)
    form.code.errors = [_WRONG_CODE]
    return make_response(_page(link, form), 422)


def _join(link: Link, form: JoinForm) -> Response:
    person = link.person
    if not link.accept(form.code.data):
        return _wrong(link, form)
    link.use()
    person.join(form.password.data)
    response = enter(person, _first_page(person))
    db.session.commit()
    return response


def _first_page(person: Person) -> str:
    if person.is_coach:
        return url_for("people.start")
    policy = couples.of(person).proposed
    if policy is None or policy.is_signed_by(person):
        return url_for("people.start")
    return url_for("couples.confidentiality", public_id=policy.public_id)


def _reset(link: Link, form: JoinForm) -> Response:
    person = link.person
    wait = tries_left("reset", person, person.email)
    if wait:
        db.session.commit()
        return too_many(wait)
    # A coach proves it with the factor they have; whoever has lost it, or has none, asks for the link's own code.
    if not factors.accept(person, form.code.data) and not link.accept(form.code.data):
        return _wrong(link, form)
    link.use()
    person.set_password(form.password.data)
    sign_ins.end_all(person)
    mail.tell_of_change(person)
    forgive("reset", person)
    forget_page()
    db.session.commit()
    wake(send_letters)
    flash("Your new password is set. Sign in with it now.")
    return make_response(redirect(url_for("people.sign_in"), 303))


@public
def forgotten() -> ResponseReturnValue:
    form = ForgottenForm()
    if request.method == "GET" or not form.validate():
        return render_template("people/forgotten.html", form=form), 422 if form.errors else 200
    if wait := guesses.take(f"from:{request.remote_addr}", guesses.PER_ADDRESS):
        db.session.commit()
        return too_many(wait)
    # Asked too often, the page stays the same and no letter follows: nobody can fill a mailbox or learn who is known.
    few = not guesses.take(f"forgotten:{normal(form.email.data)}", guesses.PER_MAILBOX)
    person = by_email(form.email.data)
    if person and few and person.has_joined and not person.disabled_at:
        mail.offer_new_password(person)
    db.session.commit()
    wake(send_letters)
    return render_template("people/on_its_way.html")


@public
def letters() -> ResponseReturnValue:
    if not settings().demo:
        abort(404)
    return render_template("people/letters.html", letters=mail.kept(settings().base_url))
