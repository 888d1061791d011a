"""Appointments, agendas and notes in the access matrix: its rows, and who may come to which address."""

from practice import clock
from practice.appointments import agenda, models
from practice.appointments.agenda import About
from practice.appointments.states import Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.people.models import Person
from tests.policy.entries import COACH, COACHS_JOINT_STEP, COACHS_STEP, OPEN, Entry, on, to

MEETINGS: dict[str, Entry] = {
    # appointments: of both, and of one alone, of whom the other does not learn
    "GET appointments.ours": to("partner"),
    "GET appointments.couple": on("couple", **COACH),
    **{f"{method} appointments.plan": on("couple", **COACH) for method in ("GET", "POST")},
    "POST appointments.pin": on("couple", **COACH),
    "GET appointments.show": on("appointment", **COACHS_JOINT_STEP),
    "GET appointments.together": on("appointment alone", **COACHS_STEP),
    **{
        f"{method} appointments.{page}": on("appointment alone", **COACHS_STEP)
        for method in ("GET", "POST")
        for page in ("change", "cancel", "attend")
    },
    **{f"POST appointments.{verb}": on("appointment alone", **COACHS_STEP) for verb in ("reopen", "hold", "add")},
    **{f"{method} appointments.change_pin": on("pin", coach=OPEN) for method in ("GET", "POST")},
    **{f"POST appointments.{verb}": on("pin", coach=OPEN) for verb in ("move", "finish", "take_up", "carry")},
    # notes
    **{f"{method} notes.write": on("appointment", **COACHS_JOINT_STEP) for method in ("GET", "POST")},
    **{f"{method} notes.finish": on("appointment alone", **COACHS_STEP) for method in ("GET", "POST")},
    "POST notes.add": on("appointment", **COACHS_JOINT_STEP),
    "POST notes.save": on("appointment", **COACHS_JOINT_STEP),
    **{f"{method} notes.let_go": on("appointment alone", **COACHS_STEP) for method in ("GET", "POST")},
    "GET notes.versions": on("appointment alone", **COACHS_STEP),
}


def meetings(couple: Couple, person: Person) -> dict[str, str]:
    """Public ids by kind of row."""
    alone = {1: WithWhom.FIRST, 2: WithWhom.SECOND}[couple.position(person)]
    both, own = (
        models.plan(couple, whom, Slot(clock.now(), "Europe/London", 50), save_key=public_id(), by=couple.coach)
        for whom in (WithWhom.BOTH, alone)
    )
    pin = agenda.pin(couple, About.FREE, words="The keys", appointment=both, save_key=public_id(), by=couple.coach)
    db.session.commit()
    return {"appointment": both.public_id, "appointment alone": own.public_id, "pin": pin.public_id}
