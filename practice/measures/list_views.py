"""The practice's shelf of questionnaires: what each is, what it needs, and turning it on or off."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.measures import shelf, versions
from practice.measures.questions import about_minutes
from practice.measures.shelf import Place
from practice.web import coach_only, me, owner_only


@coach_only
def show() -> str:
    """Every questionnaire of the practice."""
    return render_template("measures/list.html", places=shelf.of(me().practice))


@coach_only
def instrument(slug: str) -> str:
    """One of them: its facts, its key, its versions."""
    place = known(slug)
    return render_template("measures/instrument.html", place=place, minutes=about_minutes(len(place.instrument.items)))


@owner_only
def switch(slug: str) -> ResponseReturnValue:
    """Turn it on or off."""
    place = known(slug)
    versions.switch(me().practice, place.instrument, on=not place.is_on, by=me())
    db.session.commit()
    flash(f"{place.instrument.name} is {'off' if place.is_on else 'on'} now.")
    return redirect(url_for("measures.instrument", slug=slug), 303)


def known(slug: str) -> Place:
    """The place on the shelf; no such page for another name."""
    return shelf.place_of(me().practice, slug) or abort(404)
