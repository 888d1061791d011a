"""A partner's own page of goals."""

from flask import render_template

from practice import clock
from practice.couples import models as couples
from practice.goals import standing
from practice.goals.models import MOST
from practice.web import me, partner_only


@partner_only
def show() -> str:
    """One's own goals with their numbers, and what the other lets one see."""
    couple = couples.of(me())
    known = standing.of(couple, [me()])
    own = [goal for goal in known if goal.person is me()]
    return render_template(
        "goals/show.html", couple=couple, own=own, theirs=[goal for goal in known if goal.person is not me()],
        may_begin=couple.may_write and len(own) < MOST, today=clock.today(me().time_zone),
    )  # fmt: skip
