"""Writing down a day: the short form of one daily, and changing what was written."""

from dataclasses import dataclass
from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import joinedload, lazyload, undefer

from practice import clock, policy
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework import readers
from practice.homework.models import Assignment, Homework
from practice.journal.dailies import to_tick
from practice.journal.forms import EntryForm, Shown, day_of, form_for, offer, typed
from practice.journal.keeping import EARLIEST, Kept, Place, keep, must_be_a_day
from practice.journal.models import Entry, closed_because
from practice.journal.words import Words
from practice.programme.library import Daily, Readers
from practice.programme.models import PublishedStep
from practice.web import me, on

# All that a save needs in the query that finds the row; what only the page shows comes when it is asked for.
_WHOLE = (
    joinedload(Homework.assignment).joinedload(Assignment.couple),
    joinedload(Homework.assignment).joinedload(Assignment.published).options(undefer(PublishedStep.body), lazyload("*")),
    joinedload(Homework.assignment).lazyload(Assignment.parts),
    lazyload(Homework.reflections),
)


@dataclass(frozen=True, slots=True)
class Writing:
    """One page of writing: whose part, which daily, and the entry that is changed, if there is one."""

    part: Homework
    daily: Daily
    entry: Entry | None = None

    @property
    def today(self) -> date:
        return clock.today(me().time_zone)


@on(Homework, "write", *_WHOLE)
def write(part: Homework, key: str) -> ResponseReturnValue:
    """A new entry; or the day's own, where a day has one."""
    daily = next((each for each in part.assignment.published.step.dailies if each.key == key), None) or abort(404)
    if request.method == "POST":
        return _keep(Writing(part, daily))
    day = _asked_for(me().time_zone)
    entry = None if daily.often else _of_day(part, daily, day)
    return _page(Writing(part, daily, entry), _form(Writing(part, daily, entry), day))


@on(Entry, "change")
def change(entry: Entry) -> ResponseReturnValue:
    """Change what was written, on whatever day."""
    writing = Writing(entry.homework, entry.daily or abort(404), entry)
    return _keep(writing) if request.method == "POST" else _page(writing, _form(writing, entry.on))


def _keep(writing: Writing) -> ResponseReturnValue:
    form = _form(writing, writing.today)
    words, day = typed(form, writing.daily), writing.entry.on if writing.entry else day_of(form)
    if form.is_somebody_elses():
        return _page(writing, form), 409
    if day and not writing.entry and not form.errors:
        _check_day(form, day)
    if form.errors or day is None:
        return _page(writing, form), 422
    if words.is_empty:
        flash("Nothing was written, so nothing is changed. That is fine: a day without words is a day too.")
        return redirect(url_for("home.show"), 303)
    try:
        kept = keep(Place(writing.part, writing.daily, day), words, base=form.base.data or "", save_key=form.save_key.data or "")
    except Refused as refused:
        form.form_errors.append(refused.sentence)
        return _page(writing, form), 409
    db.session.commit()
    return _onward(writing, kept, day)


def _check_day(form: EntryForm, day: date) -> None:
    try:
        must_be_a_day(day, me())
    except Refused as refused:
        form.on.errors = [refused.sentence]


def _form(writing: Writing, day: date) -> EntryForm:
    """The form; when it comes back from a page, all that stands in it is what was typed there."""
    coach = writing.part.assignment.couple.coach.name
    shown = Shown(_usual(writing), day)
    if request.method == "GET" and writing.entry:
        shown = Shown(writing.entry.words, writing.entry.on, writing.entry.base)
    form = form_for(writing.daily, shown, coach=coach, answering_as=me().public_id, save_key=public_id())
    if request.method == "GET":
        _offer(writing, form)
    return form


def _offer(writing: Writing, form: EntryForm) -> None:
    ticked = tuple(form.ticks.data or ()) if "ticks" in form and request.method == "GET" else ()
    offer(form, writing.daily, tuple(dict.fromkeys(to_tick(writing.part, writing.daily) + ticked)))


def _usual(writing: Writing) -> Words:
    """Nothing yet, and the step's usual readers; the other partner is never among them."""
    usual = writing.part.assignment.published.step.readers
    return Words(readers=Readers.ONLY_ME if usual is Readers.ONLY_ME else Readers.COACH)


def _page(writing: Writing, form: EntryForm) -> str:
    couple = writing.part.assignment.couple
    if request.method == "POST":
        _offer(writing, form)
    told = readers.told(couple, me(), writing.part.assignment.reveals)
    return render_template(
        "journal/write.html", part=writing.part, daily=writing.daily, entry=writing.entry, couple=couple, form=form,
        day=day_of(form) if not form.on.errors else None, today=writing.today, earliest=writing.today - EARLIEST,
        sentences=[(each.value, told[each]) for each in (Readers.ONLY_ME, Readers.COACH)],
        closed=closed_because(writing.part),
    )  # fmt: skip


def _onward(writing: Writing, kept: Kept, day: date) -> ResponseReturnValue:
    """Back to where one came from, with a word about what became of it."""
    other = writing.part.assignment.couple.other(me()).name
    flash({
        Kept.KEPT: "Kept.",
        Kept.JOINED: "You had written something for this day already. Both are kept together; have a look, and at who reads it.",
        Kept.UNSHARED: f"Kept. {other} no longer reads it, because you changed it. You can share it again.",
    }[kept])  # fmt: skip
    if kept is Kept.KEPT and not writing.entry and day == writing.today:
        return redirect(url_for("home.show"), 303)
    return redirect(url_for("journal.week", day=day.isoformat()), 303)


def _asked_for(zone: str) -> date:
    """The day in the address, or today."""
    try:
        return date.fromisoformat(request.args.get("on", ""))
    except ValueError:
        return clock.today(zone)


def _of_day(part: Homework, daily: Daily, day: date) -> Entry | None:
    own = policy.rows(me(), Entry, "change").where(Entry.homework_id == part.id, Entry.key == daily.key)
    return db.session.scalar(own.where(Entry.on == day, Entry.one_a_day.is_(True)))
