"""A text that both sign, as their coach reads it; the coach may propose a wording and never approves one."""

from flask import url_for
from flask.typing import ResponseReturnValue

from practice.agreements.text_views import wording_of, wordings_page
from practice.homework.models import Assignment
from practice.web import on


@on(Assignment, "review")
def text_of(assignment: Assignment, key: str) -> ResponseReturnValue:
    """The text as it stands, and a form for a wording."""
    return wording_of(assignment, key, _here(assignment, key))


@on(Assignment, "review")
def wordings_of(assignment: Assignment, key: str) -> str:
    """Every wording there was, and what each changed."""
    return wordings_page(assignment, key, _here(assignment, key))


def _here(assignment: Assignment, key: str) -> str:
    return url_for("agreements.text_of", public_id=assignment.public_id, key=key)
