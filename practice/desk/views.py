"""The coach's first page: who needs them, and how each couple is doing."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from practice import clock, policy
from practice.appointments import upcoming
from practice.appointments.models import Appointment
from practice.couples.models import Couple
from practice.desk import gathering
from practice.homework.models import Assignment, Homework
from practice.measures import alarms, glances
from practice.programme.models import newest
from practice.review import queue
from practice.safety import prompts
from practice.safety.models import SafetyAnswers
from practice.web import coach_only, me

desk = Blueprint("desk", __name__)


@desk.get("/desk")
@coach_only
def show() -> ResponseReturnValue:
    lines = gathering.lines(policy.rows(me(), Couple, "read"), policy.rows(me(), Homework, "review"))
    shown = lines[: gathering.SHOWN]
    return render_template(
        "desk/show.html",
        alone=prompts.couples_that_wait(policy.rows(me(), SafetyAnswers), alarms.of(me())),
        to_review=queue.sent(policy.rows(me(), Homework, "review")),
        to_reveal=queue.reveals(policy.rows(me(), Assignment, "reveal")),
        stuck=[line for line in lines if line.is_stuck],
        idle=[line for line in lines if line.is_idle],
        upcoming=upcoming.of(me(), policy.rows(me(), Appointment, "keep")),
        letters=gathering.late_letters(me().practice),
        lines=shown,
        glances=glances.of([line.couple for line in shown], clock.today(me().time_zone)),
        couples=len(lines),
        steps=newest().steps,
    )
