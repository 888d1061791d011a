"""Checking one's answers, sending them, and saying what may stand on paper."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import IntegrityError

from practice.answering import SOMEBODY_ELSE
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import drafts, opening, readers, wording
from practice.homework.forms import SendForm
from practice.homework.models import Homework, State
from practice.homework.reflections import Reflection
from practice.homework.sending import send
from practice.homework.ways_views import done_in
from practice.homework.writing import as_told, kept_from_before, lacking
from practice.web import me, on

_LACKING = "Something is still missing. You find it listed here, each with a link to where it can be added."
_NEW_AGREEMENT = "Your agreement about confidentiality has changed. Please look again at who will read each answer, then send."


@on(Homework, "write")
def check(part: Homework) -> ResponseReturnValue:
    """All answers as they stand, before they are sent."""
    if part.state in (State.SUBMITTED, State.REVIEWED):
        return redirect(url_for("homework.show", public_id=part.public_id), 303)
    return _page(part, _form(part))


@on(Homework, "write")
def submit(part: Homework) -> ResponseReturnValue:
    """Send to the coach. A double click sends once."""
    form = SendForm()
    if sentence := _objection(part, form):
        again = _form(part, on_paper=form.on_paper.data)
        again.form_errors.append(sentence)
        return _page(part, again), 422 if sentence == _LACKING else 409
    try:
        send(part, sent_key=form.sent_key.data or public_id(), on_paper=form.on_paper.data)
        place = "homework.calm" if part.assignment.published.step.calm else "homework.show"
        address = url_for(place, public_id=part.public_id)
        if place == "homework.calm":
            flash(f"It is with {part.assignment.couple.coach.name} now.")
        db.session.commit()
    except Refused as refused:
        address = url_for("homework.show", public_id=part.public_id)
        db.session.rollback()
        flash(refused.sentence, "attention")
    except IntegrityError:
        # The other half of a double click was quicker: it is sent, and that was the wish.
        address = request.path.removesuffix("/submit")
        db.session.rollback()
    return redirect(address, 303)


@on(Reflection, "release")
def release(reflection: Reflection) -> ResponseReturnValue:
    """Its writer's word on whether it may stand in a printed report."""
    wanted = request.form.get("on_paper") == "yes" and not reflection.homework.assignment.published.step.most_private
    reflection.release(on_paper=wanted)
    address = url_for("homework.show", public_id=reflection.homework.public_id, _anchor="paper")
    db.session.commit()
    flash("It may stand in a printed report." if wanted else "It stays out of printed reports.")
    return redirect(address, 303)


def _objection(part: Homework, form: SendForm) -> str:
    """Why this page cannot be sent as it is; what forbids sending at all is for the homework to say."""
    agreed = part.assignment.couple.agreed
    if form.answering_as.data != me().public_id:
        return SOMEBODY_ELSE
    if part.closed_because:
        return ""
    step = part.assignment.published.step
    if opening.holding_up(step, done := done_in(part.assignment, step)):
        return "You can send this once all its questions have opened. Your words are kept until then."
    if lacking(opening.so_far(step, done), drafts.content_of(part)[0]):
        return _LACKING
    return _NEW_AGREEMENT if agreed and form.agreement.data != agreed.public_id else ""


def _form(part: Homework, *, on_paper: bool = False) -> SendForm:
    agreed = part.assignment.couple.agreed
    carried = {"sent_key": public_id(), "answering_as": me().public_id, "agreement": agreed.public_id if agreed else ""}
    form = SendForm(formdata=None, data={**carried, "on_paper": on_paper})
    coach, is_joint = part.assignment.couple.coach.name, part.assignment.together
    form.on_paper.label.text = (
        f"{coach} may use this in a printed progress report for both of us"
        if is_joint
        else f"{coach} may use this in a printed report for me and {coach}"
    )
    return form


def _page(part: Homework, form: SendForm) -> str:
    whole, couple, kept = part.assignment.published.step, part.assignment.couple, drafts.content_of(part)[0]
    done = done_in(part.assignment, whole)
    step = opening.so_far(whole, done)
    told = as_told(step, kept)
    return render_template(
        "homework/check.html", part=part, couple=couple, step=step, form=form, told=told, before=kept_from_before(whole, kept),
        blames=wording.blamed(step, step.prompts, kept),
        waiting=[(group, opening.when(whole, group)) for group in opening.holding_up(whole, done)],
        sentences=readers.told(couple, me(), part.assignment.reveals), is_lacking=any(each.lacking for each in told),
    )  # fmt: skip
