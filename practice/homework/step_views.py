"""A step's own page, the hub of all there is to do in it: before it is sent, and afterwards."""

from dataclasses import dataclass
from typing import Any

from flask import render_template, url_for
from sqlalchemy import Select

from practice import clock, policy
from practice.db import db, public_id
from practice.homework import drafts, feedback, opening, readers
from practice.homework.feedback import Feedback
from practice.homework.models import Homework, State
from practice.homework.own_forms import NotYetForm
from practice.homework.pieces import Piece, pieces
from practice.homework.plans import Plan
from practice.homework.ratings import Rating
from practice.homework.sent_views import attempts_of, pairs_of, sides_of
from practice.homework.ways_views import done_in
from practice.homework.writing import answered, is_write_only, kept_from_before
from practice.programme.library import Group, Mechanic, Step, as_text
from practice.web import me, on


@dataclass(frozen=True, slots=True)
class Page:
    """One page of questions: how many are answered, and when it opens if it has not yet."""

    group: Group
    answered: int
    when: str


@on(Homework, "write")
def show(part: Homework) -> str:
    """The step, as far as its writer has come. Opening it is noted, and so is reading what the coach wrote."""
    step, couple = part.assignment.published.step, part.assignment.couple
    letters, attempts = feedback.of(part), attempts_of(part, step)
    kept, done = drafts.content_of(part)[0], done_in(part.assignment, step)
    plan = db.session.scalar(policy.rows(me(), Plan).where(Plan.homework_id == part.id))
    page = render_template(
        "homework/sent.html" if part.state in (State.SUBMITTED, State.REVIEWED) else "homework/show.html",
        part=part, step=step, couple=couple, letters=letters, attempts=attempts, sides=sides_of(part, step),
        pages=[Page(g, answered(g, kept), opening.when(step, g) if opening.is_waiting(g, done) else "") for g in step.groups],
        places=_places(part, step, done), before=kept_from_before(step, kept), plan=plan.intention if plan else None,
        overdue=part.is_late(clock.today(me().time_zone)), pairs=pairs_of(step, attempts),
        rated=db.session.scalar(_own_rating(part)), goes_on=_first_open(opening.so_far(step, done), kept),
        sentence=readers.told(couple, me(), part.assignment.reveals)[step.readers],
        form=NotYetForm(formdata=None, data={"answering_as": me().public_id, "save_key": public_id()}),
    )  # fmt: skip
    part.open()
    _note_reading(letters)
    db.session.commit()
    return page


@on(Homework, "write")
def versions(part: Homework) -> str:
    """Earlier states of what is being written, for its writer alone."""
    step = part.assignment.published.step
    may_show = [prompt for prompt in step.prompts if not is_write_only(step, prompt)]
    earlier = [
        (version.saved_at, [(p, as_text(p, version.answers[p.key])) for p in may_show if p.key in version.answers])
        for version in drafts.versions_of(part)
    ]
    return render_template("homework/versions.html", part=part, step=step, earlier=earlier)


def _places(part: Homework, step: Step, done: frozenset[Mechanic]) -> list[tuple[Piece, str]]:
    """What there is to do, each with its address."""
    found = pieces(step, done, coach=part.assignment.couple.coach.name, reveals=part.assignment.reveals)
    return [(piece, _address(part, piece)) for piece in found]


def _address(part: Homework, piece: Piece) -> str:
    if piece.is_questions:
        return "#questions"
    if piece.waiting:
        return ""
    named: dict[str, Any] = {"public_id": part.public_id} | ({"key": piece.key} if piece.key else {})
    return url_for(piece.place, **named)


def _own_rating(part: Homework) -> Select[Any]:
    return policy.rows(me(), Rating).where(Rating.homework_id == part.id, Rating.person_id == me().id)


def _note_reading(letters: list[Feedback]) -> None:
    for letter in letters:
        letter.read()


def _first_open(step: Step, kept: drafts.Content) -> str:
    """The first page of questions with something left to answer; empty while none is open."""
    left = [group.key for group in step.groups if answered(group, kept) < len(group.prompts)]
    return left[0] if left and kept["answers"] else next((group.key for group in step.groups), "")
