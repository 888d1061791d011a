"""An appointment of both, one of one partner alone, and a pin, for the access matrix."""

from practice import clock
from practice.appointments import agenda, models
from practice.appointments.agenda import About
from practice.appointments.states import Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from practice.people.models import Person


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
