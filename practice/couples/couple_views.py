"""The coach's couples: the list, one couple's page, adding and correcting."""

from datetime import date, timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from practice import clock, policy
from practice.appointments import upcoming
from practice.appointments.models import Appointment
from practice.choosing import to_choose
from practice.couples import finding, receipts
from practice.couples.confidentiality import Kind
from practice.couples.forms import AddForm, FindForm, TwoPeopleForm, kinds
from practice.couples.models import Couple, add
from practice.db import db
from practice.errors import Refused
from practice.goals import standing as goals
from practice.homework import standing
from practice.homework.models import Assignment, Homework
from practice.homework.overview import Overview
from practice.jobs import wake
from practice.measures import alarms, results, showing
from practice.measures import models as measures
from practice.people import invitations, mail
from practice.people.jobs import send_letters
from practice.people.models import Person
from practice.programme.models import edition_of, newest
from practice.reporting.listing import releases_of, reports_of
from practice.turns import lines
from practice.way import gathering, outlook
from practice.web import coach_only, me, on

_A_PAGE = 50
_MOST_PAGES = 100_000  # a database cannot count as far as somebody can type
_LATELY = timedelta(days=92)  # what is older is folded on a couple's page


@coach_only
def find() -> ResponseReturnValue:
    form = FindForm(request.args)
    found = finding.narrowed(policy.rows(me(), Couple), form.q.data or "", form.state.data or "")
    number = min(request.args.get("page", 1, type=int), _MOST_PAGES)
    page = db.paginate(found, page=number, per_page=_A_PAGE, max_per_page=_A_PAGE, error_out=False)
    mine = [couple.id for couple in page.items if couple.coach_id == me().id]
    return render_template(
        "couples/list.html",
        find=form,
        page=page,
        standings=standing.of_couples(policy.rows(me(), Homework), mine),
        steps=newest().steps,
        asked={name: text for name, text in form.data.items() if text},
    )


@coach_only
def new() -> ResponseReturnValue:
    form = AddForm(time_zone=me().time_zone)
    form.kind.choices = to_choose(kinds(me().name))
    if form.validate_on_submit():
        try:
            couple = add(me(), form.names, form.emails, Kind(form.kind.data), form.time_zone.data)
        except Refused as refusal:
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
        else:
            _invite(list(couple.partners))
            flash(f"{couple.name} are on your list, and each has a letter on its way. Tell each of them their code.")
            return redirect(url_for("couples.show", public_id=couple.public_id), 303)
    return render_template("couples/add.html", form=form)


@on(Couple, "see")
def show(couple: Couple) -> ResponseReturnValue:
    if not policy.may(me(), "read", couple):
        return render_template("couples/outline.html", couple=couple)
    given = policy.rows(me(), Assignment).where(Assignment.couple_id == couple.id)
    overview = Overview(db.session.scalars(given.order_by(Assignment.assigned_at.desc(), Assignment.id.desc())).all())
    steps = edition_of(couple).steps
    return render_template(
        "couples/show.html",
        couple=couple,
        today=_today(),
        doors=[(person, couple.position(person), invitations.standing(person)) for person in couple.partners],
        overview=overview,
        since=clock.now() - _LATELY,
        strip=gathering.honest(overview.strip(steps), gathering.of_couple(couple)),
        in_turns=lines.of(overview.standing),
        ahead=outlook.rows(couple, _today()),
        receipts=receipts.of(couple),
        goals=goals.of(couple, [me()]),
        asked=measures.of_couple(couple),
        appointments=upcoming.of_couple(me(), policy.rows(me(), Appointment).where(Appointment.couple_id == couple.id)),
        results=showing.of(
            results.of(couple, [me()]), couple, for_coach=True, marks=showing.step_days(overview.standing, me().time_zone)
        ),
        called=[alarm for alarm in alarms.of(me()) if alarm.couple is couple],
        reports=reports_of(couple, me()),
        releases=releases_of(couple, me()),
    )


@on(Couple, "edit")
def edit(couple: Couple) -> ResponseReturnValue:
    form = TwoPeopleForm.of(couple)
    if form.validate_on_submit():
        try:
            moved = couple.edit(form.names, form.emails, by=me())
        except Refused as refusal:
            db.session.rollback()
            form.form_errors.append(refusal.sentence)
        else:
            _invite(moved)
            flash("Saved. A new invitation is on its way." if moved else "Saved.")
            return redirect(url_for("couples.show", public_id=couple.public_id), 303)
    return render_template("couples/edit.html", couple=couple, form=form)


def _invite(people: list[Person]) -> None:
    for person in people:
        mail.invite(person)
    db.session.commit()
    wake(send_letters)


def _today() -> date:
    return clock.today(me().time_zone)
