"""The queue, the reading pane, and what a coach writes back from it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from practice import policy
from practice.charts.pairs import before_and_after
from practice.couples.confidentiality import Confidentiality
from practice.db import db
from practice.errors import Refused
from practice.homework import feedback as written_back
from practice.homework import reading
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework, State
from practice.homework.reflections import Answer, Reflection
from practice.review import queue as waiting
from practice.review.beside_views import beside
from practice.review.forms import ChooseForm, WriteBackForm
from practice.review.pane import Pane, alone
from practice.web import coach_only, me, on


@coach_only
def queue() -> ResponseReturnValue:
    mine = policy.rows(me(), Homework, "review")
    reveals = waiting.reveals(policy.rows(me(), Assignment, "reveal"))
    return render_template("review/queue.html", sent=waiting.sent(mine), more=waiting.beyond(mine), reveals=reveals)


@on(Homework, "review")
def read(part: Homework) -> ResponseReturnValue:
    """Notes, once for each attempt, that it was read: the only thing this page changes."""
    return _page(part, WriteBackForm(seen=_last(part)))


@on(Homework, "give_feedback")
def feedback(part: Homework) -> ResponseReturnValue:
    form = WriteBackForm()
    if _is_wrong(part, form) or form.lacks_words():
        return _page(part, form, 422)
    written_back.give([part], form.text.data, by=me())
    flash(f"Sent to {part.person.name}.")
    db.session.commit()
    return redirect(url_for("review.read", public_id=part.public_id), 303)


@on(Homework, "ask_again")
def ask_again(part: Homework) -> ResponseReturnValue:
    form = WriteBackForm()
    if _is_wrong(part, form):
        return _page(part, form, 422)
    part.ask_again(by=me())
    _send_along(part, form)
    flash(f"{part.person.name} is asked to look at it again. What was sent so far is kept.")
    db.session.commit()
    return redirect(url_for("review.read", public_id=part.public_id), 303)


@on(Homework, "review")
def reviewed(part: Homework) -> ResponseReturnValue:
    form = WriteBackForm()
    if _is_wrong(part, form):
        return _page(part, form, 422)
    part.review(by=me())
    _send_along(part, form)
    following = waiting.following(policy.rows(me(), Homework, "review"), part)
    flash(f"Reviewed: {part.person.name}, “{part.assignment.published.title}”.")
    db.session.commit()
    return redirect(url_for("review.read", public_id=following) if following else url_for("review.queue"), 303)


def _send_along(part: Homework, form: WriteBackForm) -> None:
    if form.text.data:
        written_back.give([part], form.text.data, by=me())


def _is_wrong(part: Homework, form: WriteBackForm) -> bool:
    if not part.latest:
        raise Refused(f"{part.person.name} has not sent anything yet, so there is nothing to answer.")
    newer = f"{part.person.name} has sent something new since you opened this page. It stands here now; please read it first."
    return not form.validate_on_submit() or form.is_outdated(_last(part), newer)


def _last(part: Homework) -> str:
    return part.latest.public_id if part.latest else ""


def _page(part: Homework, form: WriteBackForm, status: int = 200) -> ResponseReturnValue:
    mine = policy.rows(me(), Reflection).where(Reflection.homework_id == part.id)
    attempts = list(db.session.scalars(mine.order_by(Reflection.attempt)))
    wanted = [sent for sent in attempts if str(sent.attempt) == request.args.get("attempt")]
    shown = (wanted or attempts)[-1] if attempts else None
    if shown:
        reading.note(shown, me())
    pane = Pane([shown] if shown else [], policy.rows(me(), Answer))
    versions = db.session.scalars(select(Confidentiality).where(Confidentiality.id.in_(pane.policies)))
    back = policy.rows(me(), Feedback).where(Feedback.homework_id == part.id)
    page = render_template(
        "review/read.html",
        part=part,
        attempts=attempts,
        shown=shown,
        groups=pane.groups(alone),
        beside=beside(part),
        pairs=before_and_after(strong) if (strong := pane.strengths()) else None,
        versions=list(versions),
        written_back=list(db.session.scalars(back.order_by(Feedback.id))),
        choosing=ChooseForm(for_paper=bool(shown and shown.chosen_at)),
        may_set_aside=part.state in (State.SUBMITTED, State.REVIEWED) and part.latest and not part.latest.is_revealed,
        form=form,
    )
    db.session.commit()
    return page, status
