"""A partner reads exactly what would leave and to whom, and says yes or no for themselves alone."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.errors import Refused
from practice.reporting.consents import Consent
from practice.reporting.release_forms import ConsentForm
from practice.web import me, on


@on(Consent, "answer")
def show(consent: Consent) -> ResponseReturnValue:
    form = ConsentForm()
    if form.validate_on_submit():
        try:
            consent.give(form.typed_name.data)
        except Refused as refusal:
            form.typed_name.errors = [refusal.sentence]
        else:
            return _said(consent, "Thank you. You have consented; until the copy is made you can take it back here.")
    release, couple = consent.release, consent.release.couple
    told = {"release": release, "couple": couple, "terms": release.terms, "other": couple.other(me())}
    status = 422 if request.method == "POST" else 200
    return render_template("reporting/consent.html", consent=consent, form=form, **told), status


@on(Consent, "answer")
def decline(consent: Consent) -> ResponseReturnValue:
    consent.decline()
    return _said(consent, "You have said no. Nothing leaves.")


@on(Consent, "answer")
def withdraw(consent: Consent) -> ResponseReturnValue:
    consent.withdraw()
    return _said(consent, "You have taken your consent back. Nothing leaves.")


def _said(consent: Consent, words: str) -> ResponseReturnValue:
    db.session.commit()
    flash(words)
    return redirect(url_for("reporting.consent", public_id=consent.public_id), 303)
