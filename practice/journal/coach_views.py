"""A couple's days, for their coach."""

from datetime import timedelta

from flask import render_template, request
from sqlalchemy import select

from practice import clock, policy
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.journal import week as weeks
from practice.journal.days import last
from practice.journal.models import Entry
from practice.journal.strips import strips
from practice.journal.telling import tell, with_steps
from practice.web import me, on

_DAYS = 28


@on(Couple, "read")
def couple(couple: Couple) -> str:
    """By partner and daily: the last 28 days, and what was written for the coach."""
    today = max(clock.today(person.time_zone) for person in (me(), *couple.partners))  # whoever is furthest east
    until = weeks.within_reach(request.args.get("day", ""), today)
    days = last(_DAYS, until=until)
    theirs = policy.rows(me(), Homework).where(Homework.assignment.has(Assignment.couple_id == couple.id))
    parts = db.session.scalars(with_steps(theirs)).unique().all()
    here = (Entry.homework_id.in_([part.id for part in parts]), Entry.on.between(days[0], days[-1]))
    known = select(Entry.homework_id, Entry.key, Entry.on, Entry.readers).where(*here)
    plain = [(part, key, day, readers) for part, key, day, readers in db.session.execute(known)]
    told = [tell(entry) for entry in db.session.scalars(policy.rows(me(), Entry).where(*here))]
    made = strips(parts, plain, told, days)
    return render_template(
        "journal/couple.html", couple=couple, days=days,
        by_partner=[(person, [strip for strip in made if strip.person.id == person.id]) for person in couple.partners],
        earlier=days[0] - timedelta(days=1), later=min(until + timedelta(days=_DAYS), today) if until < today else None,
    )  # fmt: skip
