"""Saying "not yet", and changing one's mind about what was sent."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import not_yet as saying
from practice.homework import readers
from practice.homework.models import Homework
from practice.homework.not_yet import NotYet, Reason
from practice.homework.own_forms import NotYetForm, TakeBackForm
from practice.programme.library import Readers
from practice.web import me, on


@on(Homework, "write")
def not_yet(part: Homework) -> ResponseReturnValue:
    """One tap with a reason; then the smaller version stands here."""
    form = NotYetForm(data={"answering_as": me().public_id, "save_key": public_id()})
    if request.method == "GET":
        return _page(part, form)
    if form.is_somebody_elses():
        return _page(part, form), 409
    if not form.validate():
        return _page(part, form), 422
    try:
        saying.say(part, Reason(form.reason.data), form.words.data, save_key=form.save_key.data or public_id())
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        return _page(part, form), 409
    db.session.commit()
    return redirect(url_for("homework.not_yet", public_id=part.public_id), 303)


def _page(part: Homework, form: NotYetForm) -> str:
    couple = part.assignment.couple
    said = policy.rows(me(), NotYet).where(NotYet.homework_id == part.id).order_by(NotYet.id.desc()).limit(1)
    return render_template(
        "homework/not_yet.html", part=part, couple=couple, form=form, last=db.session.scalar(said),
        sentence=readers.told(couple, me(), part.assignment.reveals)[Readers.COACH],
    )  # fmt: skip


@on(Homework, "take_back")
def take_back(part: Homework) -> ResponseReturnValue:
    """Take back what was sent, before it is open to both: this very sending, not one that came after it."""
    form = TakeBackForm(data={"answering_as": me().public_id, "save_key": part.latest.public_id if part.latest else ""})
    here = url_for("homework.show", public_id=part.public_id)
    if request.method == "GET":
        return _taking_back(part, form) if part.may_take_back else redirect(here, 303)
    if form.is_somebody_elses():
        return _taking_back(part, form), 409
    part.assignment.hold()
    if any(sent.is_void and sent.public_id == form.save_key.data for sent in part.reflections):
        return redirect(here, 303)
    if part.latest and part.latest.public_id != form.save_key.data:
        raise Refused("You have sent something newer since this page was opened. Look at your step first.")
    part.take_back()
    db.session.commit()
    flash("You took it back. Your words are here, for you alone, until you send them again.")
    return redirect(here, 303)


def _taking_back(part: Homework, form: TakeBackForm) -> str:
    step = part.assignment.published.step
    # Said wherever such a question is asked, whatever was answered.
    asks = any(step.readers_of(prompt) is Readers.SAFETY for prompt in step.prompts)
    return render_template("homework/take_back.html", part=part, form=form, has_safety=asks)
