"""Reading one's own days, week by week, and what the other partner has shared."""

from flask import render_template, request

from practice import clock, policy
from practice.couples import models as couples
from practice.db import db
from practice.homework.models import Homework
from practice.journal import week as weeks
from practice.journal.dailies import on_day
from practice.journal.days import week_of
from practice.journal.memory import remember
from practice.journal.models import Entry
from practice.journal.telling import by_day, of_others, tell, with_steps
from practice.web import me, partner_only

_SHARED = 50


@partner_only
def week() -> str:
    """Monday to Sunday: what was kept, and something from long ago."""
    today = clock.today(me().time_zone)
    days = week_of(weeks.within_reach(request.args.get("day", ""), today))
    parts = db.session.scalars(with_steps(policy.rows(me(), Homework, "write"))).unique().all()
    found = on_day(parts, me(), today)
    own = policy.rows(me(), Entry, "change").where(Entry.on.between(days[0], days[-1])).order_by(Entry.id)
    entries = db.session.scalars(own).all()
    older = remember(me(), today)
    return render_template(
        "journal/week.html", couple=couples.of(me()), days=days, today=today, neighbours=weeks.neighbours(days, today),
        rows=weeks.rows(found, entries, days, today), by_day=by_day(entries), older=tell(older) if older else None,
        another="2" if request.args.get("another") == "1" else "1",
        resting=[one for one in found if one.is_resting],
    )  # fmt: skip


@partner_only
def shared() -> str:
    """What the other partner chose to show: the words, the day and whose they are."""
    theirs = policy.rows(me(), Entry).where(Entry.person_id != me().id).order_by(Entry.shared_at.desc()).limit(_SHARED)
    entries = db.session.scalars(theirs.options(*of_others())).all()
    return render_template("journal/shared.html", couple=couples.of(me()), entries=entries)
