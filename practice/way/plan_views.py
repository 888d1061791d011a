"""The plan of a couple's way: shown to their coach as a list and a calendar, and laid in one go."""

from datetime import date

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock, policy
from practice.choosing import on_offer
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.programme.models import PublishedStep, edition_of
from practice.way import gates, gathering, months, outlook, planning, telling
from practice.way.forms import PlanForm
from practice.web import me, on


def today_of(couple: Couple) -> date:
    """Which day it is for the couple's way: their coach's."""
    return clock.today(couple.coach.time_zone)


@on(Couple, "plan")
def show(couple: Couple) -> ResponseReturnValue:
    return page(couple)


def page(couple: Couple, trouble: str = "") -> str:
    """The plan as it stands; `trouble` says why something was not done."""
    today = today_of(couple)
    to_come, standings, steps = outlook.rows(couple, today), gathering.of_couple(couple), edition_of(couple).steps
    given = db.session.scalars(policy.rows(me(), Assignment).where(Assignment.couple_id == couple.id)).unique().all()
    marks = outlook.marks(couple, to_come, given)
    among = {row.planned.published.slug for row in to_come} | {standing.slug for standing in standings}
    return render_template(
        "way/show.html", couple=couple, trouble=trouble, rows=to_come, behind=planning.behind(couple),
        way=planning.looked_at(couple), change_key=public_id(), gates=gates.of_couple(couple, steps, among),
        standings=[(standing, telling.told(standing.facts)) for standing in standings],
        month=months.month(months.chosen(request.args.get("month", ""), today), marks, today),
    )  # fmt: skip


@on(Couple, "plan")
def plan(couple: Couple) -> ResponseReturnValue:
    way, steps, today = planning.looked_at(couple), edition_of(couple).steps, today_of(couple)
    form = PlanForm(couple, today, begins_on=today, every=7)
    form.offer(_offered(couple, steps))
    if form.validate_on_submit():
        try:
            _lay(couple, form, today)
        except Refused as refusal:
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
            return render_template("way/plan.html", couple=couple, form=form), 409
        return redirect(url_for("way.show", public_id=couple.public_id), 303)
    if request.method == "GET":
        form.revision.data, form.change_key.data = way.revision, public_id()
        form.steps.data = _suggested(couple, request.args.get("step", ""), on_offer(form.steps))
    return render_template("way/plan.html", couple=couple, form=form), 422 if form.errors else 200


def _lay(couple: Couple, form: PlanForm, today: date) -> None:
    way = planning.way_of(couple)
    if way.claim(form.seen, form.change_key.data or ""):
        order = [slug for slug in on_offer(form.steps) if slug in form.steps.data]
        by_slug = {step.slug: step for step in edition_of(couple).steps}
        chosen = [by_slug[slug] for slug in order]
        days = {"begins_on": form.begins_on.data, "every": form.every.data, "today": today}
        planning.lay(way, chosen, form.terms, by=me(), **days)
    db.session.commit()
    flash("Planned. You can change every step of it.")


def _offered(couple: Couple, steps: list[PublishedStep]) -> list[tuple[str, str]]:
    planned, given = _slugs(couple)
    words = {True: "together", False: "alone"}
    return [
        (s.slug, f"{s.title} ({words[s.together]}{', planned' if s.slug in planned else ', given' if s.slug in given else ''})")
        for s in planning.suggested(steps)
    ]


def _suggested(couple: Couple, asked: str, offered: dict[str, str]) -> list[str]:
    """The step that was asked for; else whatever is neither planned nor given yet."""
    planned, given = _slugs(couple)
    return [asked] if asked in offered else [slug for slug in offered if slug not in planned | given]


def _slugs(couple: Couple) -> tuple[set[str], set[str]]:
    given = db.session.scalars(policy.rows(me(), Assignment).where(Assignment.couple_id == couple.id)).unique()
    standing = {assignment.published.slug for assignment in given if not assignment.is_withdrawn}
    return {planned.published.slug for planned in planning.coming(couple)}, standing
