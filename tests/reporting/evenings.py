"""Appointments of Ana and Ben with Maya: planned, and held."""

from datetime import UTC, datetime, timedelta

from practice import clock
from practice.appointments import models as appointments
from practice.appointments.models import Appointment, Attended, Slot, WithWhom
from practice.db import public_id
from tests.reporting import story
from tests.reporting.story import Story

EVENING = datetime(2026, 9, 10, 17, tzinfo=UTC)


def meet(told: Story, whom: WithWhom = WithWhom.BOTH, *, at: datetime = EVENING, came: tuple[Attended, ...] = ()) -> Appointment:
    """An appointment; held, when it is said how they came."""
    with clock.at(story.BEGIN):
        slot = Slot(at, "Europe/London", 80, "Mill Lane <4>")
        made = appointments.plan(told.couple, whom, slot, save_key=public_id(), by=told.maya)
    if came:
        with clock.at(at + timedelta(hours=2)):
            how = {person.id: each for person, each in zip(made.people, came, strict=True)}
            made.hold(how, revision=made.revision, by=told.maya)
    return made


def both_came(told: Story, **more: datetime) -> Appointment:
    return meet(told, came=(Attended.CAME, Attended.LATE), **more)
