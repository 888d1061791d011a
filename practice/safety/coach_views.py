"""The coach's page about each of the two alone: what they said, what to do, holding what they do together, asking."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from practice import clock, policy
from practice.couples.models import Couple
from practice.db import db
from practice.measures import alarms
from practice.safety import asking, help_lines, prompts
from practice.safety.forms import AskForm, DealForm, RhythmForm
from practice.safety.models import SafetyAnswers, SafetyScreen, deal_with
from practice.web import me, on


@on(Couple, "look_after")
def alone(couple: Couple) -> ResponseReturnValue:
    return _page(couple)


@on(Couple, "look_after")
def ask(couple: Couple) -> ResponseReturnValue:
    """Ask both now, or one of them."""
    form = AskForm()
    if not form.validate_on_submit():
        return _page(couple), 422
    if form.whom.data == "both":
        asking.ask_both(couple, by=me())
        return _done(couple, "Both find the questions on their first page.")
    person = couple.first if form.whom.data == "first" else couple.second
    asking.ask_alone(couple, person, by=me())
    return _done(
        couple, f"{person.name} finds the questions on the first page. {couple.other(person).name} learns nothing of it."
    )


@on(Couple, "look_after")
def rhythm(couple: Couple) -> ResponseReturnValue:
    form = RhythmForm()
    if not form.validate_on_submit():
        return _page(couple, form), 422
    asking.set_rhythm(couple, form.rhythm, by=me())
    return _done(couple, "Saved.")


@on(Couple, "look_after")
def hold(couple: Couple) -> ResponseReturnValue:
    couple.hold_joint_steps(by=me())
    return _done(couple, "What they do together waits now, until you let it go on.")


@on(Couple, "look_after")
def release(couple: Couple) -> ResponseReturnValue:
    couple.release_joint_steps(by=me())
    return _done(couple, "What they do together goes on as planned.")


@on(Couple, "look_after")
def deal(couple: Couple) -> ResponseReturnValue:
    """What was answered is dealt with."""
    form = DealForm()
    known = {told.about for told in prompts.of_couple(couple, policy.rows(me(), SafetyAnswers))}
    if not form.validate_on_submit() or form.about.data not in known:
        return _page(couple, dealing=form), 422
    deal_with(couple, form.about.data, form.note.data or "", by=me())
    return _done(couple, "Noted as dealt with.")


def _page(couple: Couple, timing: RhythmForm | None = None, dealing: DealForm | None = None) -> str:
    told = prompts.of_couple(couple, policy.rows(me(), SafetyAnswers))
    asked = select(SafetyScreen).where(SafetyScreen.couple_id == couple.id, SafetyScreen.answered_at.is_(None))
    waiting = {screen.person_id: screen for screen in db.session.scalars(asked.order_by(SafetyScreen.id))}
    lines = help_lines.lines_of(me().practice)
    return render_template(
        "safety/alone.html", couple=couple, form=dealing or timing, timing=timing or RhythmForm.at(asking.rhythm_of(couple)),
        waiting_first=[each for each in told if each.waits], others=[each for each in told if not each.waits],
        alarms=[alarm for alarm in alarms.of(me()) if alarm.couple.id == couple.id],
        dealing=dealing or DealForm(formdata=None), asked=[(p, waiting.get(p.id)) for p in couple.partners],
        lines=[line for line in lines if line.country == me().practice.country], today=clock.today(me().time_zone),
        emergency=help_lines.emergency(me().practice),
    )  # fmt: skip


def _done(couple: Couple, sentence: str) -> ResponseReturnValue:
    db.session.commit()
    flash(sentence)
    return redirect(url_for("safety.alone", public_id=couple.public_id), 303)
