"""The jar's three buttons: draw one, put it back, we did it."""

from collections.abc import Callable

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from practice.agreements import jar as jars
from practice.agreements.jar import Jar
from practice.agreements.ledger_views import find_ledger, ledger_page, sheet_of
from practice.agreements.line_forms import ActForm
from practice.agreements.models import Line
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Homework
from practice.web import me, on


@on(Homework, "write")
def draw(part: Homework, key: str) -> ResponseReturnValue:
    """One by chance; where one is drawn already, it stays that one."""
    return _press(part, key, lambda jar, lines: jar.draw(lines, by=me(), couple=part.assignment.couple), _here(part, key))


@on(Homework, "write")
def put_back(part: Homework, key: str) -> ResponseReturnValue:
    def act(jar: Jar, lines: list[Line]) -> None:
        for line in _shown(lines):
            jar.put_back(line, couple=part.assignment.couple)

    return _press(part, key, act, _here(part, key))


@on(Homework, "write")
def did(part: Homework, key: str) -> ResponseReturnValue:
    """It goes back, and a few words may be noted of it where the step has a place for them."""

    def act(jar: Jar, lines: list[Line]) -> None:
        for line in _shown(lines):
            jar.did(line, by=me(), couple=part.assignment.couple)

    dailies = part.assignment.published.step.dailies
    onward = url_for("journal.write", public_id=part.public_id, key=dailies[0].key) if dailies else _here(part, key)
    return _press(part, key, act, onward, "How good. It is back in the jar for another day.")


def _press(
    part: Homework, key: str, act: Callable[[Jar, list[Line]], object], onward: str, told: str = ""
) -> ResponseReturnValue:
    noun = find_ledger(part, key)
    if not noun.drawn:
        raise Refused("Nothing is drawn by chance here.")
    if (form := ActForm()).is_somebody_elses():
        return ledger_page(part, key, form), 409
    lines = [card.line for card in sheet_of(part, noun).cards]
    try:
        act(jars.of(part.assignment.couple, part.assignment.published.slug, key), lines)
        db.session.commit()
    except Refused as refused:
        db.session.rollback()
        flash(refused.sentence, "attention")
        return redirect(_here(part, key), 303)
    if told:
        flash(told)
    return redirect(onward, 303)


def _shown(lines: list[Line]) -> list[Line]:
    """What stood on the page whose button was pressed; the other partner may have drawn anew meanwhile."""
    return [line for line in lines if line.public_id == request.form.get("drawn")]


def _here(part: Homework, key: str) -> str:
    return url_for("agreements.ledger", public_id=part.public_id, key=key, _anchor="jar")
