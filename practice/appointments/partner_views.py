"""A partner's own appointments: with both, and with them alone."""

from flask import render_template
from flask.typing import ResponseReturnValue

from practice import policy
from practice.appointments import upcoming
from practice.appointments.models import Appointment, Attendance
from practice.couples import models as couples
from practice.db import db
from practice.web import me, partner_only


@partner_only
def ours() -> ResponseReturnValue:
    """What is planned, and what was: never who called it off, nor how the other came."""
    section = upcoming.of_couple(me(), policy.rows(me(), Appointment), lately=500)
    mine = db.session.scalars(policy.rows(me(), Attendance))
    return render_template(
        "appointments/ours.html",
        couple=couples.of(me()),
        section=section,
        came={each.appointment_id: each.attended.label for each in mine},
    )
