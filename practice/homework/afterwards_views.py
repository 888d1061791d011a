"""After a step: a quiet page to close it with, and how it went."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import ratings, readers
from practice.homework.models import Homework
from practice.homework.own_forms import AfterwardsForm
from practice.homework.ratings import Rating
from practice.programme.library import Readers
from practice.web import me, on


@on(Homework, "write")
def calm(part: Homework) -> ResponseReturnValue:
    """The words that close a step which stirs up much; a step without them has no such page."""
    step = part.assignment.published.step
    if not step.calm:
        return redirect(url_for("homework.show", public_id=part.public_id), 303)
    return render_template("homework/calm.html", part=part, paragraphs=step.calm.strip().split("\n\n"))


@on(Homework, "write")
def afterwards(part: Homework) -> ResponseReturnValue:
    """Its writer's word on how it went: offered, never asked for."""
    own = policy.rows(me(), Rating).where(Rating.homework_id == part.id, Rating.person_id == me().id)
    form = AfterwardsForm.begun_with(db.session.scalar(own), answering_as=me().public_id, save_key=public_id())
    if request.method == "GET":
        return _page(part, form)
    if form.is_somebody_elses():
        return _page(part, form), 409
    if not form.validate() or form.says_nothing():
        return _page(part, form), 422
    try:
        ratings.look_back(part, form.in_the_way.data, **form.numbers)
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        return _page(part, form), 409
    db.session.commit()
    flash("Thank you. It is kept.")
    return redirect(url_for("homework.show", public_id=part.public_id), 303)


def _page(part: Homework, form: AfterwardsForm) -> str:
    couple = part.assignment.couple
    told = readers.told(couple, me(), part.assignment.reveals)[Readers.COACH]
    return render_template("homework/afterwards.html", part=part, couple=couple, form=form, sentence=told)
