"""A joint step side by side, writing back to one or both, and letting each read what the other has shared."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import formats, policy
from practice.choosing import to_choose
from practice.db import db
from practice.errors import Refused
from practice.homework import feedback as written_back
from practice.homework import reading
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer
from practice.review import pane as panes
from practice.review import reveal as revealing
from practice.review.forms import SeenForm, WriteToBothForm
from practice.web import me, on

_BOTH = "both"
_NEWER = "Something new has been sent since you opened this page. Please look again."


@on(Assignment, "review")
def together(assignment: Assignment) -> ResponseReturnValue:
    """Notes, once for each attempt, that it was read: the only thing this page changes."""
    if not assignment.together:
        return redirect(url_for("review.read", public_id=assignment.parts[0].public_id), 303)
    return _page(assignment, _form(assignment))


@on(Assignment, "review")
def feedback_together(assignment: Assignment) -> ResponseReturnValue:
    form = _form(assignment)
    if not form.to.choices:
        raise Refused("Neither of them has sent anything yet, so there is nothing to answer.")
    fine = form.validate_on_submit()
    if form.lacks_words() or not fine or form.is_outdated(revealing.seen(assignment), _NEWER):
        return _page(assignment, form, 422)
    parts = [part for part in _sent_parts(assignment) if form.to.data in (part.public_id, _BOTH)]
    written_back.give(parts, form.text.data, by=me())
    flash(f"Sent to {formats.joined([part.person.name for part in parts])}{', each a copy of their own' * (len(parts) > 1)}.")
    db.session.commit()
    return redirect(url_for("review.together", public_id=assignment.public_id), 303)


@on(Assignment, "reveal")
def reveal(assignment: Assignment) -> ResponseReturnValue:
    side_by_side = redirect(url_for("review.together", public_id=assignment.public_id), 303)
    if request.method == "GET" and not assignment.awaits_reveal:
        return side_by_side
    form = SeenForm()
    if request.method == "POST":
        # A change of mind at this very moment waits here, or is seen below.
        assignment.hold()
        if request.form.get("where") == "session":
            side_by_side = redirect(url_for("review.session", public_id=assignment.public_id), 303)
    if request.method == "POST" and assignment.is_revealed and not assignment.awaits_reveal:
        flash("This is revealed already.")
        return side_by_side
    if request.method == "GET" or not form.validate_on_submit() or form.is_outdated(revealing.seen(assignment), _NEWER):
        form.seen.data = revealing.seen(assignment)
        page = render_template("review/reveal.html", assignment=assignment, effects=revealing.effects(assignment), form=form)
        return page, 422 if form.errors else 200
    assignment.reveal(by=me())
    flash("Revealed. Each of them can now read what the other has shared.")
    db.session.commit()
    return side_by_side


@on(Assignment, "review")
def session(assignment: Assignment) -> ResponseReturnValue:
    """For a screen that all look at when they meet: in large type, only what both may read."""
    if not assignment.is_revealed:
        return redirect(url_for("review.reveal", public_id=assignment.public_id), 303)
    pane = panes.Pane(revealing.opened(assignment), policy.rows(me(), Answer))
    groups = [(title, [q for q in asked if any(said.words for said in q.said)]) for title, asked in pane.groups(panes.shared)]
    return render_template("review/session.html", assignment=assignment, groups=[group for group in groups if group[1]])


def _sent_parts(assignment: Assignment) -> list[Homework]:
    return [sent.homework for sent in revealing.latest(assignment)]


def _form(assignment: Assignment) -> WriteToBothForm:
    form = WriteToBothForm(seen=revealing.seen(assignment))
    sent = _sent_parts(assignment)
    offered = [(part.public_id, part.person.name) for part in sent]
    if len(sent) > 1:
        offered.append((_BOTH, f"{formats.joined([p.person.name for p in sent])}, each a copy of their own"))
    form.to.choices = to_choose(offered)
    if len(sent) == 1 and not form.is_submitted():
        form.to.data = sent[0].public_id
    return form


def _page(assignment: Assignment, form: WriteToBothForm, status: int = 200) -> ResponseReturnValue:
    sent = revealing.latest(assignment)
    shared_only = request.args.get("show") == "shared"
    if not shared_only:
        for each in sent:
            reading.note(each, me())
    pane = panes.Pane(sent, policy.rows(me(), Answer))
    back = policy.rows(me(), Feedback).where(Feedback.homework_id.in_([part.id for part in assignment.parts]))
    page = render_template(
        "review/together.html",
        assignment=assignment,
        sent=sent,
        waiting_for=[part.person.name for part in assignment.parts if not part.latest],
        groups=pane.groups(panes.shared if shared_only else panes.beside),
        shared_only=shared_only,
        written_back=list(db.session.scalars(back.order_by(Feedback.id))),
        form=form,
    )
    db.session.commit()
    return page, status
