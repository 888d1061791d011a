"""One planned step: other terms, another place, skipping and taking up, removing, giving it now."""

from collections.abc import Callable

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.way import opening, planning
from practice.way.forms import ActForm, ChangeForm
from practice.way.models import Planned
from practice.way.plan_views import page, today_of
from practice.web import me, on


@on(Planned, "change")
def change(planned: Planned) -> ResponseReturnValue:
    today = today_of(planned.couple)
    form = ChangeForm(planned.couple, today, planned.terms)
    if form.validate_on_submit():
        try:
            planned.change(form.terms, revision=form.seen, today=today, by=me())
        except Refused as refusal:
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
            return _change_page(planned, form), 409
        return _done(planned.couple, "Saved.")
    if request.method == "GET":
        planned.must_be_coming()
        form.revision.data = planned.revision
    return _change_page(planned, form), 422 if form.errors else 200


def _change_page(planned: Planned, form: ChangeForm) -> str:
    way = planning.looked_at(planned.couple)
    return render_template("way/change.html", planned=planned, couple=planned.couple, form=form, way=way, change_key=public_id())


@on(Planned, "change")
def move(planned: Planned) -> ResponseReturnValue:
    earlier = request.form.get("where") == "earlier"
    return act(planned.couple, lambda: planning.move(planned, earlier=earlier, by=me()), "")


@on(Planned, "change")
def skip(planned: Planned) -> ResponseReturnValue:
    return act(planned.couple, lambda: planned.skip(by=me()), "Skipped. You can take it up again below.")


@on(Planned, "change")
def take_up(planned: Planned) -> ResponseReturnValue:
    return act(
        planned.couple, lambda: planned.take_up(by=me()), "Taken up again. It opens when you give it, or set another rule."
    )


@on(Couple, "plan")
def remove(couple: Couple) -> ResponseReturnValue:
    """Named by the couple's address: a second click must not meet a row that is gone."""
    mine = policy.rows(me(), Planned).where(Planned.couple_id == couple.id, Planned.public_id == request.form.get("planned", ""))
    planned = db.session.scalar(mine)
    return act(couple, lambda: planning.remove(planned, by=me()) if planned else abort(404), "Removed from the plan.")


@on(Planned, "change")
def give(planned: Planned) -> ResponseReturnValue:
    def now() -> None:
        # A second click finds it given, and that is what was wanted.
        if not planned.given_at:
            opening.give(planned, by=me())

    return act(planned.couple, now, f"Given: “{planned.published.title}”.")


def act(couple: Couple, what: Callable[[], object], sentence: str) -> ResponseReturnValue:
    """Do it once, to the plan that was on the screen; otherwise show the plan as it stands now, and why."""
    form = ActForm()
    try:
        if planning.way_of(couple).claim(form.seen, form.change_key.data or ""):
            what()
    except Refused as refusal:
        db.session.rollback()
        return page(couple, refusal.sentence), 409
    return _done(couple, sentence)


def _done(couple: Couple, sentence: str) -> ResponseReturnValue:
    db.session.commit()
    if sentence:
        flash(sentence)
    return redirect(url_for("way.show", public_id=couple.public_id), 303)
