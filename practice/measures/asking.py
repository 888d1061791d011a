"""Asking: a coach puts a questionnaire before one person or both."""

from collections.abc import Sequence

from sqlalchemy import select

from practice import clock, formats
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.measures import coming_due
from practice.measures.models import Asking, Occasion, State
from practice.measures.points import Plan
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person
from practice.trail.models import record


def ask(
    couple: Couple, people: Sequence[Person], version: InstrumentVersion, plan: Plan, *, by: Person, asked_key: str
) -> list[Asking]:
    """Ask these people, each on their own; the same form sent twice asks once. Raises: Refused."""
    _must_be_possible(couple)
    plan.must_hold(clock.today(by.time_zone))
    # Two clicks at once line up here.
    db.session.scalar(select(Couple.id).where(Couple.id == couple.id).with_for_update())
    asked = [asking for asking in _standing(couple) if asking.asked_key == asked_key]
    if asked:
        return asked
    _must_not_be_asked(couple, people, version)
    made = [_asked(couple, person, version, plan, asked_key) for person in people]
    db.session.flush()
    for asking in made:
        record("asking.asked", actor=by, subject=asking, couple=couple)
        coming_due.open_due(asking)
    return made


def end(asking: Asking, *, by: Person) -> None:
    """Ask no more. What was answered stays; what is open closes unsent. A second click changes nothing."""
    asking.hold()
    if not asking.goes_on:
        return
    asking.ended_at = clock.now()
    for occasion in asking.occasions:
        if occasion.state in (State.PLANNED, State.OPEN):
            occasion.settle(State.ENDED)
            coming_due.forget(occasion)
    record("asking.ended", actor=by, subject=asking, couple=asking.couple)


def _must_be_possible(couple: Couple) -> None:
    if not couple.may_write:
        raise Refused("You can ask this once both have joined and signed, and while their work goes on.")


def _must_not_be_asked(couple: Couple, people: Sequence[Person], version: InstrumentVersion) -> None:
    wanted = {person.id for person in people}
    known = [a.person for a in _standing(couple) if a.person_id in wanted and a.version.slug == version.slug and a.goes_on]
    if known:
        names = formats.joined([person.name for person in couple.partners if person in known])
        raise Refused(f"{version.instrument.name} is asked of {names} already. End that first, or let it run.")


def _standing(couple: Couple) -> list[Asking]:
    rows = select(Asking).where(Asking.couple_id == couple.id).execution_options(populate_existing=True)
    return list(db.session.scalars(rows).unique())


def _asked(couple: Couple, person: Person, version: InstrumentVersion, plan: Plan, asked_key: str) -> Asking:
    asking = Asking(
        couple=couple, person=person, version=version, rhythm=plan.rhythm, every_weeks=plan.every_weeks,
        asked_at=clock.now(), asked_key=asked_key,
    )  # fmt: skip
    asking.occasions = [
        Occasion(number=number, point=point, due_on=day, state=State.PLANNED, reminded=0)
        for number, (point, day) in enumerate(plan.days)
    ]
    db.session.add(asking)
    return asking
