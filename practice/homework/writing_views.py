"""Writing: one group of questions a page, kept when its button is pressed too."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict
from wtforms import FieldList

from practice import policy
from practice.answering import SOMEBODY_ELSE
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import beginnings, drafts, opening, readers, wording
from practice.homework.forms import WritingForm, form_for, questions, tell, typed
from practice.homework.models import Homework, State
from practice.homework.plans import Plan
from practice.homework.ways_views import done_in
from practice.homework.writing import hear, keep, kept_elsewhere
from practice.programme.library import Group, Step
from practice.web import me, on

_MOST_LINES = 999


@on(Homework, "write")
def part(part: Homework, group: str) -> ResponseReturnValue:
    """One group of questions."""
    whole = part.assignment.published.step
    here = next((each for each in whole.groups if each.key == group), None) or abort(404)
    step = opening.so_far(whole, done_in(part.assignment, whole))
    if here not in step.groups:
        return _not_open(part, opening.when(whole, here))
    kept, revision = drafts.content_of(part)
    names = {"coach": part.assignment.couple.coach.name, "other": part.assignment.couple.other(me()).name}
    blames = wording.blamed(step, here.prompts, kept) if request.args.get("look") == "again" else {}
    form = form_for(
        step, here, beginnings.begin(part, step, here.prompts, kept), lines=_lines(request.args), names=names,
        revision=revision, save_key=f"{public_id()}.0", answering_as=me().public_id, asked=wording.marks(blames),
    )  # fmt: skip
    if request.method == "POST":
        return _keep(part, step, here, form)
    if part.state in (State.SUBMITTED, State.REVIEWED):
        return redirect(url_for("homework.show", public_id=part.public_id), 303)
    return _page(part, step, here, form, blames=blames)


def _not_open(part: Homework, when: str) -> ResponseReturnValue:
    if request.method == "POST":
        raise Refused(f"These questions cannot be answered yet. {when}")
    flash(when, "attention")
    return redirect(url_for("homework.show", public_id=part.public_id), 303)


def _keep(part: Homework, step: Step, here: Group, form: WritingForm) -> ResponseReturnValue:
    if form.answering_as.data != me().public_id:
        form.form_errors.append(SOMEBODY_ELSE)
        return _page(part, step, here, form), 409
    draft = drafts.of(part)
    answers, chosen = typed(form, here, removed=request.form.get("remove", ""))
    heard = hear(step, answers, chosen, draft.content)
    stale = keep(draft, heard, revision=_number(str(form.revision.data or "")), save_key=form.save_key.data or "")
    theirs = kept_elsewhere(step, draft, stale)
    blames = wording.blamed(step, here.prompts, draft.content)
    form.revision.data, form.save_key.data = draft.revision, f"{public_id()}.0"
    tell(form, heard.wrong)
    page = _page(part, step, here, form, theirs) if stale or heard.wrong else ""
    closed = part.closed_because
    db.session.commit()
    if page:
        return page, 409 if stale else 422
    if closed:
        flash(closed, "attention")
    return redirect(_onward(part, step, here, form, blames), 303)


def _page(
    part: Homework, step: Step, here: Group, form: WritingForm,
    theirs: dict[str, str] | None = None, blames: dict[str, list[str]] | None = None,
) -> str:  # fmt: skip
    couple = part.assignment.couple
    told = readers.told(couple, me(), part.assignment.reveals)
    plan = db.session.scalar(policy.rows(me(), Plan).where(Plan.homework_id == part.id))
    return render_template(
        "homework/part.html", part=part, couple=couple, step=step, group=here, number=step.groups.index(here) + 1, form=form,
        questions=questions(form, step, here, told, blames or {}), theirs=theirs or {}, plan=plan.intention if plan else None,
    )  # fmt: skip


def _onward(part: Homework, step: Step, here: Group, form: WritingForm, blames: dict[str, list[str]]) -> str:
    """Where the pressed button leads."""
    go, add, remove = (request.form.get(name, "") for name in ("go", "add", "remove"))
    stay = url_for("homework.part", public_id=part.public_id, group=here.key)
    if f"q-{add}" in form and isinstance(form[f"q-{add}"], FieldList):
        lines = len(form[f"q-{add}"].entries)
        return f"{stay}?add={add}&lines={lines + 1}#q-{add}-{lines}"
    if remove:
        return f"{stay}#field-{remove.partition('-')[0]}"
    if go == "later":
        flash("Your words are kept. Come back whenever you like.")
        return url_for("home.show")
    if go != "back" and not set(wording.marks(blames).split()) <= set((form.asked.data or "").split()):
        # Asked once about each sentence: pressing again goes on.
        return f"{stay}?look=again#field-{next(iter(blames))}"
    at = step.groups.index(here) + (-1 if go == "back" else 1)
    if 0 <= at < len(step.groups):
        return url_for("homework.part", public_id=part.public_id, group=step.groups[at].key)
    return url_for("homework.show" if go == "back" else "homework.check", public_id=part.public_id)


def _lines(asked: MultiDict[str, str]) -> dict[str, int]:
    """How many lines a list should show, after somebody has asked for one more without a script."""
    return {asked.get("add", ""): min(_number(asked.get("lines")), _MOST_LINES)}


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
