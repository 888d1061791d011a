"""What each reader of a report may know of their appointments."""

from datetime import date, timedelta

import pytest

from practice import clock
from practice.appointments import standing
from practice.appointments.states import Attended, Side, State, WithWhom
from practice.db import db
from practice.people.models import Person
from tests.appointments.conftest import MONDAY, all_came, planned
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("inside", "monday")
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def test_nobody_learns_of_an_appointment_with_the_other_alone_nor_who_called_one_off(cast: Cast) -> None:
    couple = cast.couple("ana")
    (ana, ben), maya = couple.partners, couple.coach
    held, off, alone = planned(couple), planned(couple, 3), planned(couple, 5, WithWhom.FIRST)
    planned(couple, 60)
    off.cancel(asked_by=Side.SECOND, revision=1, by=maya)
    slot = alone.slot.__class__(alone.starts_at + timedelta(days=1), alone.time_zone, 50, "")
    alone.change(slot, asked_by=Side.COACH, revision=1, by=maya)
    with clock.at(MONDAY + timedelta(days=2)):
        held.hold(all_came(held) | {ben.id: Attended.LATE}, revision=1, by=maya)
    db.session.flush()

    def told(*readers: Person) -> list[tuple[int, State, Side | None, int]]:
        found = standing.of(couple, readers, *MARCH)
        return [(each.on.day, each.state, each.called_off_by, len(each.attendance)) for each in found]

    both = [(3, State.HELD, None), (5, State.CANCELLED, None)]
    assert told(ana, ben) == [(*each, 0) for each in both]
    assert told(ben) == told(ben, maya) == [(3, State.HELD, None, 1), (5, State.CANCELLED, None, 0)]
    assert [each[0] for each in told(ana)] == [3, 5, 7, 8]
    assert told(maya) == [
        (3, State.HELD, None, 2),
        (5, State.CANCELLED, Side.SECOND, 0),
        (7, State.MOVED, Side.COACH, 0),
        (8, State.PLANNED, None, 0),
    ]
    assert told(cast.person("noor")) == []
    assert standing.of(couple, [ben], *MARCH)[0].attendance == ((ben, Attended.LATE),)


def test_days_are_those_of_the_coach(cast: Cast) -> None:
    couple = cast.couple("ana")
    couple.coach.time_zone = "America/New_York"
    planned(couple, starts_at=MONDAY.replace(day=4, hour=2))  # still the evening of the third in New York
    assert len(standing.of(couple, [couple.coach], date(2026, 3, 3), date(2026, 3, 3))) == 1
    assert standing.of(couple, [couple.coach], date(2026, 3, 4), date(2026, 3, 4)) == []
