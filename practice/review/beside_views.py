"""What stands beside a part in review: its writer's plan, "not yet" and word on how it went, and the coach's own rating."""

from dataclasses import dataclass

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.db import db
from practice.errors import Refused
from practice.homework import ratings
from practice.homework.models import Homework
from practice.homework.not_yet import NotYet
from practice.homework.plans import Intention, Plan
from practice.homework.ratings import Rating
from practice.homework.reflections import Answer
from practice.programme.library import as_text
from practice.review.forms import RateForm
from practice.web import me, on


@dataclass(frozen=True, slots=True)
class Beside:
    """What its writer has said about doing it, as far as the coach may know."""

    plan: Intention | None
    went: Rating | None
    not_yet: list[NotYet]
    rating: RateForm
    still_told: list[str]  # for safety, in what was otherwise taken back


def beside(part: Homework) -> Beside:
    """Gather it: three questions to the database, however much there is."""
    plan = db.session.scalar(policy.rows(me(), Plan).where(Plan.homework_id == part.id))
    rated = db.session.scalars(policy.rows(me(), Rating).where(Rating.homework_id == part.id)).all()
    said = policy.rows(me(), NotYet).where(NotYet.homework_id == part.id).order_by(NotYet.id)
    by = {rating.person_id: rating for rating in rated}
    form = RateForm.begun_with(by.get(me().id))
    return Beside(
        plan.intention if plan else None, by.get(part.person_id), list(db.session.scalars(said)), form, _still_told(part)
    )


def _still_told(part: Homework) -> list[str]:
    taken_back = [sent.id for sent in part.reflections if sent.taken_back_at]
    if not taken_back:
        return []
    asked = {prompt.key: prompt for prompt in part.assignment.published.step.prompts}
    rows = policy.rows(me(), Answer).where(Answer.reflection_id.in_(taken_back)).order_by(Answer.id)
    return [as_text(asked[answer.prompt_key], answer.value) for answer in db.session.scalars(rows) if answer.prompt_key in asked]


@on(Homework, "rate")
def rate(part: Homework) -> ResponseReturnValue:
    """The coach's own word, which no partner reads."""
    form = RateForm()
    if not form.validate_on_submit():
        raise Refused("Please choose from the answers that are listed.")
    ratings.rate(part, **form.numbers, by=me())
    flash("Kept. Only you see this.")
    db.session.commit()
    return redirect(url_for("review.read", public_id=part.public_id, _anchor="rating"), 303)
