"""What every page with a form about one appointment does: be drawn, be sent, and say what holds it up."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from werkzeug import Response

from practice.appointments.forms import AttendForm, CancelForm, ChangeForm
from practice.appointments.models import Appointment
from practice.appointments.telling import Card
from practice.db import db
from practice.errors import Refused
from practice.web import me

ChangingForm = AttendForm | CancelForm | ChangeForm


def is_sent(form: ChangingForm, appointment: Appointment) -> bool:
    """Whether it was sent and is right; until then it knows how the appointment stood when it was drawn."""
    if form.validate_on_submit():
        return True
    form.revision.data = form.revision.data or str(appointment.revision)
    return False


@contextmanager
def keeping(form: FlaskForm) -> Iterator[None]:
    """What happens within is kept as one; where it is refused nothing is, and the form says why."""
    try:
        yield
        db.session.commit()
    except Refused as refusal:
        db.session.rollback()
        form.form_errors.append(refusal.sentence)


def form_page(name: str, appointment: Appointment, form: ChangingForm) -> ResponseReturnValue:
    """The page of this name with what was typed."""
    card = Card(appointment, me())
    return render_template(f"appointments/{name}.html", card=card, couple=appointment.couple, form=form), status_of(form)


def status_of(form: FlaskForm) -> int:
    """Not sent yet, or refused as things stand, or typed wrong."""
    if form.form_errors:
        return 409
    return 422 if form.errors else 200


def to_it(appointment: Appointment) -> Response:
    """On to the appointment's own page."""
    return redirect(url_for("appointments.show", public_id=appointment.public_id), 303)
