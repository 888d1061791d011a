"""Programmes as files: taken out, brought in."""

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import FileStorage

from practice import clock
from practice.db import db
from practice.programme import limits, manuscripts
from practice.programme.exchange import NotAProgramme, from_file, to_file
from practice.programme.forms import BringForm
from practice.programme.manuscripts import Manuscript
from practice.programme.models import Edition
from practice.programme.reading import Problem
from practice.programme.steps import Programme
from practice.web import coach_only, me, on

_MOST_TOLD = 100


@on(Edition, "see")
def edition_file(edition: Edition) -> Response:
    return _file(edition.programme)


@on(Manuscript, "see")
def manuscript_file(manuscript: Manuscript) -> Response:
    return _file(manuscript.programme)


@coach_only
def bring() -> ResponseReturnValue:
    """A file becomes a manuscript; one that cannot is answered with all that is wrong in it."""
    form, problems = BringForm(), list[Problem]()
    if form.is_submitted():
        try:
            programme = from_file(_sent(form.file.data))
        except NotAProgramme as error:
            problems = error.problems
            form.file.errors = ["This file cannot be taken in. What is wrong with it stands below."]
        else:
            return _brought(programme)
    told = {"problems": problems[:_MOST_TOLD], "more": max(0, len(problems) - _MOST_TOLD)}
    return render_template("programme/own/bring.html", form=form, **told), 422 if problems else 200


def _brought(programme: Programme) -> ResponseReturnValue:
    manuscript = manuscripts.begin(programme, by=me())
    db.session.commit()
    flash("The file is here. It is yours alone until you publish it.")
    return redirect(url_for("programme.manuscript", public_id=manuscript.public_id), 303)


def _sent(file: object) -> bytes:
    if not isinstance(file, FileStorage) or not file.filename:
        raise NotAProgramme([Problem("", "", "Please choose a file.")])
    return file.stream.read(limits.BYTES + 1)


def _file(programme: Programme) -> Response:
    """The name says nothing of what is in it."""
    name = f"document-{clock.today(me().time_zone):%Y%m%d}.toml"
    return Response(
        to_file(programme),
        content_type="application/toml",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
