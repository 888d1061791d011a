"""A coach's own programmes: the list, beginning one, its page, publishing it, taking back, throwing away."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload

from practice import policy
from practice.choosing import to_choose
from practice.db import db
from practice.programme import manuscripts
from practice.programme.forms import ActForm, BeginForm
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from practice.programme.part_views import act_on
from practice.programme.steps import Programme
from practice.programme.telling import sections, to_see
from practice.web import coach_only, me, on

_EMPTY = "empty"


@coach_only
def own() -> ResponseReturnValue:
    writing = db.session.scalars(policy.rows(me(), Manuscript).order_by(Manuscript.updated_at.desc(), Manuscript.id.desc())).all()
    return render_template("programme/own/list.html", writing=writing, editions=_editions())


@coach_only
def begin() -> ResponseReturnValue:
    editions = {edition.public_id: edition for edition in _editions()}
    form = BeginForm(title=request.args.get("title", ""), source=request.args.get("source"))
    form.source.choices = to_choose(
        [(_EMPTY, "Nothing: write all of it"), *((key, f"A copy of {it.name}") for key, it in editions.items())]
    )
    if form.validate_on_submit():
        manuscript = manuscripts.begin(_source(editions.get(form.source.data), form.title.data), by=me())
        db.session.commit()
        return redirect(url_for("programme.manuscript", public_id=manuscript.public_id), 303)
    return render_template("programme/own/begin.html", form=form), 422 if form.errors else 200


def _source(edition: Edition | None, title: str) -> Programme:
    return manuscripts.copy_of(edition, title, by=me()) if edition else manuscripts.empty(title, me())


@on(Manuscript, "see")
def manuscript(manuscript: Manuscript) -> ResponseReturnValue:
    programme = manuscript.programme
    return render_template(
        "programme/own/manuscript.html", manuscript=manuscript, programme=programme, sections=sections(programme, ()),
        to_see=to_see(programme, manuscript.problems), act=act_on(manuscript),
    )  # fmt: skip


@on(Manuscript, "publish")
def publish(manuscript: Manuscript) -> ResponseReturnValue:
    form = ActForm()
    manuscript.lock()
    edition = manuscript.publish(form.at, by=me())
    db.session.commit()
    flash(f"Published as {edition.name}. Couples stay on what they have until you move them.")
    return redirect(url_for("programme.edition", public_id=edition.public_id), 303)


@on(Manuscript, "edit")
def undo(manuscript: Manuscript, revision: str) -> ResponseReturnValue:
    manuscript.lock()
    manuscript.undo(int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 10 else 0)
    db.session.commit()
    flash("Taken back: it is as it was before.")
    return redirect(url_for("programme.manuscript", public_id=manuscript.public_id), 303)


@on(Manuscript, "edit")
def discard(manuscript: Manuscript) -> ResponseReturnValue:
    if request.method == "GET":
        return render_template("programme/own/discard.html", manuscript=manuscript)
    manuscript.discard(by=me())
    db.session.commit()
    flash(f"“{manuscript.title}” is thrown away.")
    return redirect(url_for("programme.own"), 303)


def _editions() -> list[Edition]:
    """What may be copied: the newest first, each practice's own above what came with the product."""
    found = (
        policy.rows(me(), Edition).options(joinedload(Edition.author)).order_by(Edition.practice_id.is_(None), Edition.id.desc())
    )
    return list(db.session.scalars(found))
