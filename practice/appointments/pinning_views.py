"""Pinning to the agenda from where something stands."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from practice import policy
from practice.agreements.models import Line
from practice.appointments import agenda
from practice.appointments.agenda import About
from practice.appointments.line_forms import PinToForm
from practice.appointments.pinned import Permitted, Pointed
from practice.appointments.telling import Card
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.errors import Refused
from practice.homework.reflections import Reflection
from practice.measures.models import Asking
from practice.web import me, on


def permitted() -> Permitted:
    """What whoever is signed in may see of all that can be pinned."""
    return Permitted(policy.rows(me(), Reflection), policy.rows(me(), Line), policy.rows(me(), Asking))


@on(Couple, "pin")
def pin(couple: Couple) -> ResponseReturnValue:
    """Something that stands elsewhere goes on the agenda; one comes back to where it stands."""
    form = PinToForm()
    kind, about = form.kind.data or "", (form.about.data or "").replace("\0", "")
    to = permitted().find(couple, kind, about)
    if to is None:
        raise Refused("What you wanted to pin is not there any more.")
    made = agenda.pin(couple, About(kind), about, to.person, save_key=public_id(), by=me())
    db.session.commit()
    waits = "It waits for the next appointment." if made.appointment is None else f"{Card(made.appointment, me()).when}."
    flash(f"On the agenda. {waits}")
    return redirect(_back(couple, About(kind), to), 303)


def _back(couple: Couple, kind: About, to: Pointed) -> str:
    if kind is About.REFLECTION:
        return url_for("review.read", public_id=to.page, attempt=to.attempt)
    if kind is About.AGREEMENT:
        return url_for("agreements.line", public_id=to.page)
    return url_for("couples.show", public_id=couple.public_id, _anchor="measures")
