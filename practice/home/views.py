"""The partner's first page."""

from datetime import timedelta

from flask import Blueprint, render_template
from sqlalchemy.orm import joinedload, lazyload, selectinload

from practice import clock, policy
from practice.agreements.models import Line
from practice.agreements.waiting import is_for
from practice.appointments.models import Appointment
from practice.appointments.upcoming import next_for
from practice.couples import models as couples
from practice.couples import receipts
from practice.db import db
from practice.home.waiting import Waiting
from practice.homework.feedback import Feedback
from practice.homework.models import Assignment, Homework
from practice.journal.dailies import on_day
from practice.journal.sharing import newest_shared_with
from practice.measures import models as measures
from practice.measures.questions import about_minutes
from practice.programme.library import Checks
from practice.programme.models import PublishedStep, edition_of
from practice.reporting.shelf import shelf_of
from practice.safety.asking import open_for
from practice.way.outlook import next_day
from practice.web import me, partner_only

home = Blueprint("home", __name__)
_TOLD_FOR = timedelta(days=30)


@home.get("/home")
@partner_only
def show() -> str:
    """What to go on with, what was answered, what is open to both."""
    couple = couples.of(me())
    whole = (selectinload(Assignment.parts), joinedload(Assignment.published).undefer(PublishedStep.body))
    # One's own attempts come with the parts of the assignments, so they are not asked for a second time.
    own = (lazyload(Homework.reflections), joinedload(Homework.assignment).options(*whole))
    given = policy.rows(me(), Homework).options(*own)
    parts = db.session.scalars(given.order_by(Homework.id.desc())).unique().all()
    letters = db.session.scalars(policy.rows(me(), Feedback).where(Feedback.read_at.is_(None)).order_by(Feedback.id)).all()
    waiting = Waiting(parts, clock.today(me().time_zone))
    questions, has_answered = measures.waiting_for(me())
    questions = questions if couple.may_write else []
    to_sign = couple.proposed
    steps = {part.assignment.published.slug: part.assignment.published.step for part in parts}
    weekly = {(slug, ledger.key) for slug, step in steps.items() for ledger in step.ledgers if ledger.checks is not Checks.NONE}
    has_lists = any(step.ledgers for step in steps.values())
    return render_template(
        "home/show.html",
        couple=couple,
        asked_alone=open_for(me()) if couple.may_write else None,
        waiting=waiting,
        open=waiting.open if couple.may_write else [],
        resting=[] if couple.may_write else waiting.open,
        questions=questions,
        has_answered_questions=has_answered,
        questions_take=about_minutes(sum(len(one.asking.version.instrument.items) for one in questions[:1])),
        letters=letters,
        to_sign=to_sign if to_sign and not to_sign.is_signed_by(me()) else None,
        receipts=[receipt for receipt in receipts.of(couple) if clock.now() - receipt.at < _TOLD_FOR],
        strip=waiting.strip(edition_of(couple).steps),
        today=[one for one in on_day(parts, me(), waiting.today) if couple.may_write and not one.is_resting],
        has_lists=has_lists,
        lists_wait=has_lists and couple.may_write and is_for(me(), policy.rows(me(), Line), weekly, waiting.today),
        has_days=any(step.dailies for step in steps.values()),
        shared_on=newest_shared_with(me(), couple),
        shelf=shelf_of(me()),
        next_appointment=next_for(me(), policy.rows(me(), Appointment)),
        next_on=next_day(couple, me(), waiting.today) if couple.may_write else None,
    )
