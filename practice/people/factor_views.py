"""The second factor: an app's codes, and the recovery codes for the day the phone is lost."""

import segno
from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.jobs import wake
from practice.people import factors, mail
from practice.people.entering import proved_lately, renew_handle
from practice.people.forms import CodeForm
from practice.people.jobs import send_letters
from practice.web import me, signed_in

_WRONG = "That code does not fit. Check that your phone shows the right time, and type the code it shows now."


@signed_in
@proved_lately
def enrol() -> ResponseReturnValue:
    form = CodeForm()
    secret = _offered()
    if form.validate_on_submit():
        if codes := factors.enrol(me(), secret, form.code.data):
            session.pop("offered")
            return _show_once(codes)
        form.code.errors = [_WRONG]
    picture = segno.make(factors.address(me(), secret), micro=False).svg_data_uri(scale=5, border=3, light="#fff")
    page = render_template("people/enrol.html", form=form, picture=picture, secret=factors.in_groups(secret))
    return page, 422 if form.errors else 200


@signed_in
@proved_lately
def recovery_codes() -> ResponseReturnValue:
    if not me().has_second_factor:
        return redirect(url_for("people.enrol"), 303)
    if request.method == "POST":
        return _show_once(factors.renew_recovery_codes(me()))
    return render_template("people/renew_codes.html")


def _offered() -> str:
    """The secret this page shows until it is confirmed: the same each time, sealed in the browser's own session."""
    if "offered" not in session:
        session["offered"] = factors.sealed_offer(me())
        # Sealing may have made the practice's key, without which it would not open again.
        db.session.commit()
    return factors.opened_offer(me(), session["offered"])


def _show_once(codes: list[str]) -> str:
    renew_handle()
    mail.tell_of_change(me())
    db.session.commit()
    wake(send_letters)
    return render_template("people/recovery_codes.html", codes=codes)
