"""Editions as coaches read them: the whole, each step, which couples work with it."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import undefer

from practice import policy
from practice.couples.models import Couple
from practice.db import db
from practice.programme import words
from practice.programme.models import Edition, Enrolment, PublishedStep
from practice.programme.ways_words import ways
from practice.web import me, on


@on(Edition, "see")
def edition(edition: Edition) -> ResponseReturnValue:
    query = policy.rows(me(), Couple, "move").join(Enrolment, Enrolment.couple_id == Couple.id)
    couples = db.session.scalars(query.where(Enrolment.edition_id == edition.id).order_by(Couple.id)).all()
    return render_template("programme/own/edition.html", edition=edition, programme=edition.framed(), couples=couples)


@on(Edition, "see")
def edition_step(edition: Edition, slug: str) -> ResponseReturnValue:
    query = select(PublishedStep).where(PublishedStep.edition_id == edition.id, PublishedStep.slug == slug)
    kept = db.session.scalar(query.options(undefer(PublishedStep.body)))
    if kept is None:
        abort(404)
    told = {"words": words, "ways": ways(kept.step)}
    return render_template("programme/own/edition_step.html", edition=edition, number=kept.position, step=kept.step, **told)
