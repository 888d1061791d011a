"""How an occasion comes due: on its day, on the clock of whoever answers it, once, however late and however often one looks."""

from datetime import date, timedelta

from sqlalchemy import delete, select

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.measures.marks import Marks
from practice.measures.models import Asking, Occasion, State
from practice.measures.points import Rhythm
from practice.people.models import Person


def waiting() -> list[int]:
    """The askings, by id, of which an occasion is due by now and not open yet."""
    now = clock.now()
    planned = (
        select(Asking.id, Occasion.due_on, Person.time_zone)
        .join(Occasion, Occasion.asking_id == Asking.id)
        .join(Couple, Couple.id == Asking.couple_id)
        .join(Person, Person.id == Asking.person_id)
        # Days begin at different hours around the world: a day more, of which each person's clock decides.
        .where(Occasion.state == State.PLANNED, Occasion.due_on <= now.date() + timedelta(days=1))
        .where(Couple.state == CoupleState.ACTIVE, Asking.ended_at.is_(None))
        .order_by(Asking.id)
    )
    due = (asking for asking, day, zone in db.session.execute(planned) if day <= clock.today(zone))
    return list(dict.fromkeys(due))


def open_due(asking: Asking) -> bool:
    """Open what is due of an asking; of several only the last stays open, the earlier ones are left out. Whether any was."""
    asking.hold()
    today = clock.today(asking.person.time_zone)
    opened = False
    while asking.ended_at is None and asking.couple.may_write and (due := _due(asking, today)):
        _leave_out_before(asking, due)
        due.state, due.opened_at = State.OPEN, clock.now()
        _plan_next(asking, due)
        db.session.flush()
        opened = True
    return opened


def _due(asking: Asking, today: date) -> Occasion | None:
    return next((one for one in asking.occasions if one.state is State.PLANNED and one.due_on <= today), None)


def _leave_out_before(asking: Asking, due: Occasion) -> None:
    for earlier in asking.occasions:
        if earlier.number < due.number and earlier.state is State.OPEN:
            earlier.settle(State.MISSED)
            forget(earlier)


def _plan_next(asking: Asking, due: Occasion) -> None:
    if asking.rhythm is Rhythm.WEEKS:
        next_on = due.due_on + timedelta(weeks=asking.every_weeks)
        asking.occasions.append(Occasion(number=due.number + 1, point=None, due_on=next_on, state=State.PLANNED, reminded=0))


def forget(occasion: Occasion) -> None:
    """What was marked and never sent goes with its occasion."""
    db.session.execute(delete(Marks).where(Marks.occasion_id == occasion.id))
