"""Copying one step of any programme a coach may see into one of their own."""

from dataclasses import replace

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, undefer

from practice import policy
from practice.choosing import to_choose
from practice.db import db, public_id
from practice.programme import editing
from practice.programme.forms import CopyForm
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition, PublishedStep
from practice.programme.part_views import back
from practice.programme.steps import Step
from practice.web import me, on

_BETWEEN = "."  # in neither an id nor a short name


@on(Manuscript, "edit")
def copy(manuscript: Manuscript) -> ResponseReturnValue:
    form = CopyForm(save_key=public_id())
    headed = {**_written(manuscript), **_published()}
    form.step.choices = [choice for heading, steps in headed.items() for choice in to_choose(steps, heading)]
    if not form.validate_on_submit():
        return render_template("programme/own/copy.html", manuscript=manuscript, form=form), 422 if form.errors else 200
    manuscript.lock()
    if not manuscript.has_done(form.save_key.data or ""):
        programme = manuscript.programme
        step = editing.copied(programme, _chosen(form.step.data))
        manuscript.change(replace(programme, steps=(*programme.steps, step)), save_key=form.save_key.data or "")
        db.session.commit()
        flash(f"“{step.title}” stands at the end of it now.")
    return back(manuscript, (), _anchor="steps")


def _written(here: Manuscript) -> dict[str, list[tuple[str, str]]]:
    """The steps of the coach's manuscripts."""
    found = db.session.scalars(policy.rows(me(), Manuscript).options(undefer(Manuscript.body)).order_by(Manuscript.id.desc()))
    named = [(f"{it.title} ({'this one' if it is here else 'not published'})", it) for it in found]
    told = {name: [(f"{it.public_id}{_BETWEEN}{step.slug}", step.title) for step in it.programme.steps] for name, it in named}
    return {name: steps for name, steps in told.items() if steps}


def _published() -> dict[str, list[tuple[str, str]]]:
    """The steps of the editions, newest first, without their bodies."""
    seen = policy.rows(me(), Edition).with_only_columns(Edition.id)
    query = (
        select(PublishedStep)
        .join(PublishedStep.edition)
        .where(Edition.id.in_(seen))
        .options(contains_eager(PublishedStep.edition))
    )
    told: dict[str, list[tuple[str, str]]] = {}
    for step in db.session.scalars(query.order_by(Edition.id.desc(), PublishedStep.position)):
        told.setdefault(step.edition.name, []).append((step.public_id, step.title))
    return told


def _chosen(told: str) -> Step:
    """The step of a choice that was offered."""
    whose, _, slug = told.partition(_BETWEEN)
    if slug:
        return db.session.scalars(policy.rows(me(), Manuscript).where(Manuscript.public_id == whose)).one().programme.step(slug)
    return db.session.scalars(select(PublishedStep).where(PublishedStep.public_id == whose)).one().step
