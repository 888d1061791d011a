"""Small acts beside a part: one up, one down, taken out."""

from flask import abort, flash, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.programme import editing
from practice.programme.editing import Place
from practice.programme.forms import ActForm
from practice.programme.labels import LABELS
from practice.programme.manuscripts import Manuscript
from practice.programme.part_views import back, or_404, place_of
from practice.programme.steps import Step
from practice.web import on


@on(Manuscript, "edit")
def up(manuscript: Manuscript, place: str) -> ResponseReturnValue:
    return _move(manuscript, place_of(place), -1)


@on(Manuscript, "edit")
def down(manuscript: Manuscript, place: str) -> ResponseReturnValue:
    return _move(manuscript, place_of(place), 1)


def _move(manuscript: Manuscript, where: Place, by: int) -> ResponseReturnValue:
    form = ActForm()
    if _may_act(manuscript, where, form):
        with or_404():
            manuscript.change(editing.move(manuscript.programme, where, by), save_key=form.save_key.data or "")
        db.session.commit()
    return back(manuscript, where[:-2], _anchor=where[-2])


@on(Manuscript, "edit")
def remove(manuscript: Manuscript, place: str) -> ResponseReturnValue:
    """Take a part out; the note that says so brings it back."""
    where, form = place_of(place), ActForm()
    owner = where[:-1] if editing.is_single(where) else where[:-2]
    if _may_act(manuscript, where, form):
        with or_404():
            gone = editing.find(manuscript.programme, where)
            manuscript.change(editing.put(manuscript.programme, where, None), save_key=form.save_key.data or "")
        db.session.commit()
        title = LABELS[Step][where[-1]] if editing.is_single(where) else editing.title_of(gone)
        flash(f"“{title}” is removed.", f"undo {_undo(manuscript)}")
    return back(manuscript, owner)


def _may_act(manuscript: Manuscript, where: Place, form: ActForm) -> bool:
    """Whether the button still speaks of what stands there; a second press of the same one is passed over."""
    if len(where) < 2:
        abort(404)
    manuscript.lock()
    if not form.validate():
        abort(400)
    if manuscript.has_done(form.save_key.data or ""):
        return False
    if manuscript.revision != form.at:
        flash("It was changed on another page meanwhile, so nothing was done. Please look again.", "attention")
        return False
    return True


def _undo(manuscript: Manuscript) -> str:
    return url_for("programme.undo", public_id=manuscript.public_id, revision=manuscript.revision)
