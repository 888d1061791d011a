"""One's own account: name, time zone, password, and where one is signed in."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.jobs import wake
from practice.people import factors, guesses, mail, sign_ins
from practice.people.entering import forget_page, forgive, own_path, renew_handle, too_many, tries_left
from practice.people.forms import AccountForm, ChangePasswordForm, ProveForm
from practice.people.jobs import send_letters
from practice.people.sign_ins import SignIn
from practice.web import me, on, signed_in


@signed_in
def account() -> ResponseReturnValue:
    form = AccountForm(obj=me())
    if form.validate_on_submit():
        me().introduce(form.name.data, form.time_zone.data)
        db.session.commit()
        flash("Saved.")
        return redirect(url_for("people.account"), 303)
    page = render_template("people/account.html", form=form, sign_ins=sign_ins.live_of(me()), this=current_user)
    return page, 422 if form.errors else 200


@signed_in
def change_password() -> ResponseReturnValue:
    form = ChangePasswordForm()
    if form.validate_on_submit():
        wait = tries_left("password", me(), me().email)
        db.session.commit()
        if wait:
            return too_many(wait)
        if _change(form):
            return redirect(url_for("people.account"), 303)
    return render_template("people/change_password.html", form=form), 422 if form.errors else 200


def _change(form: ChangePasswordForm) -> bool:
    if not me().knows(form.current.data):
        form.current.errors = ["This is not the password you use now."]
        return False
    try:
        me().set_password(form.password.data)
    except Refused as refusal:
        form.password.errors = [refusal.sentence]
        return False
    if form.elsewhere.data:
        sign_ins.end_all(me(), but=current_user)
    renew_handle()
    mail.tell_of_change(me())
    forgive("password", me())
    db.session.commit()
    wake(send_letters)
    flash("Your new password is set.")
    return True


@on(SignIn, "end")
def end_sign_in(sign_in: SignIn) -> ResponseReturnValue:
    is_this = sign_in.id == current_user.id
    sign_in.end()
    if is_this:
        forget_page()
    db.session.commit()
    flash("You are signed out there.")
    return redirect(url_for("people.sign_in" if is_this else "people.account"), 303)


@signed_in
def end_others() -> ResponseReturnValue:
    sign_ins.end_all(me(), but=current_user)
    db.session.commit()
    flash("You are signed out everywhere else.")
    return redirect(url_for("people.account"), 303)


@signed_in
def prove() -> ResponseReturnValue:
    form = ProveForm(next=request.args.get("next"))
    if not me().has_second_factor:
        del form.code
    if form.validate_on_submit():
        wait = tries_left("password", me(), me().email) or (form.code and tries_left("code", me(), me().email, guesses.PER_CODE))
        db.session.commit()
        if wait:
            return too_many(wait)
        if _proves(form):
            renew_handle()
            current_user.proved_at = clock.now()
            db.session.commit()
            return redirect(own_path(form.next.data), 303)
        form.form_errors.append("That was not right. Please try once more.")
    return render_template("people/prove.html", form=form), 422 if form.errors else 200


def _proves(form: ProveForm) -> bool:
    if not me().knows(form.password.data):
        return False
    if form.code and not factors.accept(me(), form.code.data or ""):
        return False
    forgive("password", me())
    forgive("code", me())
    return True
