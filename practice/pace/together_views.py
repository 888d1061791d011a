"""The coach reads what each has chosen, and opens what both accept."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.pace import models
from practice.pace.choosing import Choice
from practice.pace.set_views import labels, offered
from practice.programme.library import Pace
from practice.web import me, on

Told = tuple[list[str], list[str]]


@on(Assignment, "reveal")
def together(assignment: Assignment) -> str:
    """Both choices, what is open of them, and what would be."""
    pace, opening = offered(assignment), models.opening_of(assignment)
    parts = sorted(assignment.parts, key=lambda part: assignment.couple.position(part.person))
    choices = [(part.person, models.chosen(part)) for part in parts]
    accepted = models.acceptable(assignment)
    return render_template(
        "pace/together.html", assignment=assignment, couple=assignment.couple, pace=pace, opening=opening,
        choices=[(person, kept, _told(pace, kept.choice if kept else None)) for person, kept in choices],
        shown=_told(pace, opening.shown if opening else None), accepted=_told(pace, accepted),
        may_open=accepted is not None and not (opening and opening.shown == accepted),
    )  # fmt: skip


@on(Assignment, "reveal")
def open(assignment: Assignment) -> ResponseReturnValue:  # noqa: A001 - the word on the button
    """Let both see what both accept now."""
    offered(assignment)
    address = url_for("pace.together", public_id=assignment.public_id)
    try:
        models.open_to_both(assignment, by=me())
        db.session.commit()
        flash("Both can now see what both accept.")
    except Refused as refused:
        db.session.rollback()
        flash(refused.sentence, "attention")
    return redirect(address, 303)


def _told(pace: Pace, what: Choice | None) -> Told | None:
    return (labels(pace.far, what.far), labels(pace.fast, (what.fast,))) if what else None
