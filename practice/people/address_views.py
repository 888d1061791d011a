"""Another e-mail address for oneself: asked for with a fresh proof, and confirmed from the new mailbox."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import abort

from practice.db import db
from practice.jobs import wake
from practice.people import guesses, links, mail
from practice.people.entering import proved_lately
from practice.people.forms import AddressForm
from practice.people.jobs import send_letters
from practice.people.links import Purpose
from practice.people.models import by_email
from practice.web import me, signed_in


@signed_in
@proved_lately
def change_email() -> ResponseReturnValue:
    form = AddressForm()
    if not form.validate_on_submit():
        return render_template("people/change_email.html", form=form), 422 if form.errors else 200
    # Whether the address belongs to somebody here is told to nobody: the page is the same, only the letter stays away.
    few = not guesses.take(f"address:{me().public_id}", guesses.PER_MAILBOX)
    if few and by_email(form.email.data) is None:
        mail.confirm_address(me(), form.email.data)
    db.session.commit()
    wake(send_letters)
    return render_template("people/confirm_there.html")


@signed_in
def confirm_email(token: str) -> ResponseReturnValue:
    link = links.by_token(Purpose.ADDRESS, token, to_use=request.method == "POST")
    if link is None or link.person_id != me().id:
        abort(404)
    if link.trouble:
        return make_response(render_template("people/spent_link.html", sentence=link.trouble), 410)
    if request.method == "GET":
        return render_template("people/confirm_email.html", address=link.text)
    link.use()
    mail.tell_of_change(me())
    me().move(link.text)
    db.session.commit()
    wake(send_letters)
    flash("From now on you sign in with this address.")
    return redirect(url_for("people.account"), 303)
