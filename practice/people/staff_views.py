"""The owner's list of coaches: who works here, who may come in, who no longer may."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db
from practice.errors import Refused
from practice.jobs import wake
from practice.people import factors, invitations, mail, sign_ins
from practice.people.forms import CoachForm
from practice.people.jobs import send_letters
from practice.people.models import Person, Role
from practice.people.models import add_coach as add
from practice.web import me, on, owner_only


@owner_only
def coaches() -> ResponseReturnValue:
    rows = policy.rows(me(), Person).where(Person.role == Role.COACH).order_by(Person.name, Person.id)
    found = db.session.scalars(rows).all()
    standings = invitations.standings(found)
    return render_template("people/coaches.html", coaches=[(coach, standings[coach.id]) for coach in found])


@owner_only
def add_coach() -> ResponseReturnValue:
    form = CoachForm()
    if form.validate_on_submit():
        try:
            coach = add(form.name.data, form.email.data, by=me())
        except Refused as refusal:
            form.email.errors = [refusal.sentence]
        else:
            mail.invite(coach)
            db.session.commit()
            wake(send_letters)
            flash(f"A letter to {coach.name} is on its way. Tell them the code yourself, in person or by phone.")
            return redirect(url_for("people.coaches"), 303)
    return render_template("people/add_coach.html", form=form), 422 if form.errors else 200


@on(Person, "disable")
def disable(coach: Person) -> ResponseReturnValue:
    coach.disable(by=me())
    sign_ins.end_all(coach)
    undo = "undo " + url_for("people.enable", public_id=coach.public_id)
    return _done(f"{coach.name} is shut out, and signed out everywhere.", undo)


@on(Person, "enable")
def enable(coach: Person) -> ResponseReturnValue:
    coach.enable(by=me())
    return _done(f"{coach.name} may sign in again.")


@on(Person, "end_sign_ins")
def end_sign_ins(coach: Person) -> ResponseReturnValue:
    sign_ins.end_all(coach)
    return _done(f"{coach.name} is signed out everywhere.")


@on(Person, "forget_factor")
def forget_factor(coach: Person) -> ResponseReturnValue:
    factors.forget(coach, by=me())
    sign_ins.end_all(coach)
    mail.tell_of_change(coach)
    return _done(f"{coach.name} sets up a new app at the next sign-in.")


def _done(sentence: str, category: str = "message") -> ResponseReturnValue:
    db.session.commit()
    wake(send_letters)
    flash(sentence, category)
    return redirect(url_for("people.coaches"), 303)
