"""Pausing, closing, reopening and handing over: each has a page that names its effect before anything happens."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, select

from practice.choosing import to_choose
from practice.couples.forms import HandOverForm
from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person, Role
from practice.web import me, on


@on(Couple, "pause")
def pause(couple: Couple) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("couples/pause.html", couple=couple)
    couple.pause(by=me())
    return _done(couple, "Their work rests now. You can reopen it whenever you like.")


@on(Couple, "close")
def close(couple: Couple) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("couples/close.html", couple=couple)
    couple.close(by=me())
    return _done(couple, "Their work with you is closed. Nothing they wrote is lost.")


@on(Couple, "reopen")
def reopen(couple: Couple) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("couples/reopen.html", couple=couple)
    couple.reopen(by=me())
    return _done(couple, "Open again, from where they stood.")


@on(Couple, "hand_over")
def hand_over(couple: Couple) -> ResponseReturnValue:
    others = {coach.public_id: coach for coach in db.session.scalars(_colleagues(couple))}
    form = HandOverForm()
    form.coach.choices = to_choose((public_id, coach.name) for public_id, coach in others.items())
    if form.validate_on_submit():
        coach = others[form.coach.data]
        couple.hand_over(coach, by=me())
        return _done(couple, f"{coach.name} is their coach now. Both partners can see that it changed, and when.")
    return render_template("couples/hand_over.html", couple=couple, form=form)


def _colleagues(couple: Couple) -> Select[Person]:
    return (
        select(Person)
        .where(Person.practice_id == couple.practice_id, Person.role == Role.COACH, Person.id != couple.coach_id)
        .where(Person.disabled_at.is_(None), Person.joined_at.is_not(None))
        .order_by(Person.name)
    )


def _done(couple: Couple, sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("couples.show", public_id=couple.public_id), 303)
