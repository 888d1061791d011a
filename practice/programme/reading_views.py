"""The programme as people read it before anything is given: all sixteen steps, and each of them whole."""

from dataclasses import dataclass

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import Select, select
from sqlalchemy.orm import undefer

from practice import policy
from practice.couples import models as couples
from practice.db import db
from practice.homework.models import Homework, State
from practice.programme import words
from practice.programme.library import Step
from practice.programme.models import Edition, PublishedStep, edition_of, newest
from practice.programme.ways_words import ways
from practice.web import me, signed_in


@dataclass(frozen=True, slots=True)
class Entry:
    """One step in the list, with the reader's own part of it if there is one."""

    number: int
    step: Step
    part: Homework | None = None


@signed_in
def show() -> ResponseReturnValue:
    own, edition = _own_parts(), _edition()
    entries = [Entry(kept.position, kept.step, own.get(kept.slug)) for kept in db.session.scalars(_steps(edition))]
    page = "programme/ours.html" if me().is_partner else "programme/show.html"
    return render_template(page, edition=edition, programme=edition.framed(), entries=entries, mechanics=words.mechanics)


@signed_in
def step(slug: str) -> ResponseReturnValue:
    edition = _edition()
    kept = db.session.scalar(_steps(edition).where(PublishedStep.slug == slug))
    if kept is None:
        abort(404)
    entry = Entry(kept.position, kept.step, _own_parts().get(slug))
    told = {"entry": entry, "step": entry.step, "words": words, "ways": ways(entry.step), "credit": edition.framed().credit}
    return render_template("programme/step.html", edition=edition, **told)


def _steps(edition: Edition) -> Select[PublishedStep]:
    """The steps of an edition, whole, in their order."""
    return (
        select(PublishedStep)
        .where(PublishedStep.edition_id == edition.id)
        .order_by(PublishedStep.position)
        .options(undefer(PublishedStep.body))
    )


def _edition() -> Edition:
    return edition_of(couples.of(me())) if me().is_partner else newest()


def _own_parts() -> dict[str, Homework]:
    """The reader's own parts by step, the newest of each: what the other was given is not among them."""
    if not me().is_partner:
        return {}
    own = policy.rows(me(), Homework, "write").where(Homework.state != State.WITHDRAWN).order_by(Homework.id)
    return {part.assignment.published.slug: part for part in db.session.scalars(own)}
