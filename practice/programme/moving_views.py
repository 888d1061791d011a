"""Moving a couple to another edition: what changes is shown first, then it is done."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import undefer

from practice import policy
from practice.choosing import to_choose
from practice.couples.models import Couple
from practice.db import db
from practice.programme import moving
from practice.programme.forms import MoveForm
from practice.programme.models import Edition, PublishedStep, edition_of
from practice.programme.moving import Change
from practice.web import me, on


@on(Couple, "move")
def move(couple: Couple) -> ResponseReturnValue:
    """Without a choice: what there is to choose. With one in the address: what would change. Posted: done."""
    now, seen = edition_of(couple), _seen()
    form = MoveForm(edition=request.args.get("edition"))
    form.edition.choices = to_choose((key, edition.name) for key, edition in seen.items())
    if form.validate_on_submit():
        return _moved(couple, seen[form.edition.data])
    chosen = seen.get(request.args.get("edition", ""))
    others = [edition for edition in seen.values() if edition is not now]
    told = {"now": now, "others": others, "chosen": chosen, "changes": _changes(now, chosen) if chosen else []}
    return render_template("programme/own/move.html", couple=couple, form=form, **told), 422 if form.errors else 200


def _moved(couple: Couple, edition: Edition) -> ResponseReturnValue:
    moving.move(couple, edition, by=me())
    db.session.commit()
    flash(f"They go on with {edition.name}. What they were given before stays as it is.")
    return redirect(url_for("couples.show", public_id=couple.public_id), 303)


def _seen() -> dict[str, Edition]:
    """What a couple of this coach may work with, the practice's own first, the newest first."""
    found = policy.rows(me(), Edition).order_by(Edition.practice_id.is_(None), Edition.id.desc())
    return {edition.public_id: edition for edition in db.session.scalars(found)}


def _changes(now: Edition, chosen: Edition) -> list[Change]:
    return moving.changes(_steps(now), _steps(chosen))


def _steps(edition: Edition) -> list[PublishedStep]:
    query = select(PublishedStep).where(PublishedStep.edition_id == edition.id).options(undefer(PublishedStep.body))
    return list(db.session.scalars(query.order_by(PublishedStep.position)))
