"""Questionnaires asked, answered and left out. Words that are their authors' are stood in for by words of ours."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import select

from practice.db import db, public_id
from practice.measures import answers, asking, coming_due, releases, shelf, versions
from practice.measures.instruments import Instrument, shipped
from practice.measures.models import Asking
from practice.measures.points import Plan, Point, Rhythm
from practice.people.models import Person, Practice
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Asked


def of_asked(told: Asked, stage: Stage) -> Iterator[Deed]:
    """Asked on a morning; each time it comes due the earlier one closes; answered on an evening."""
    calendar, made = stage.calendar, list[Asking]()
    yield Deed(calendar.at_work(told.on), lambda: made.append(_ask(told, stage)))
    for days in _due(told):
        yield Deed(calendar.at_work(days), lambda: coming_due.open_due(made[0]))
    for days, *places in told.answers:
        yield Deed(calendar.after_work(days), partial(_answer, made, places))
    if told.agreed:
        slug, who = told.instrument, told.who
        yield Deed(calendar.after_work(told.agreed), lambda: releases.agree(stage.both, stage.person(who), slug))


def _ask(told: Asked, stage: Stage) -> Asking:
    couple = stage.both
    if shelf.place_of(couple.practice, told.instrument) not in shelf.ready(couple.practice):
        versions.lock(couple.practice, _stand_in(shipped()[told.instrument]), by=_owner(couple.practice))
    version = shelf.version_to_ask(couple.practice, told.instrument)
    plan = _plan(told, stage)
    [made] = asking.ask(couple, [stage.person(told.who)], version, plan, by=couple.coach, asked_key=public_id())
    return made


def _plan(told: Asked, stage: Stage) -> Plan:
    if told.points:
        return Plan(Rhythm.POINTS, tuple((Point(point), stage.calendar.day(days)) for point, days in told.points.items()))
    return Plan(Rhythm.WEEKS, ((None, stage.calendar.day(told.on)),), told.every)


def _due(told: Asked) -> list[int]:
    """The days ago on which it comes due after the first time."""
    if told.points:
        return [days for days in told.points.values() if days < told.on]
    return list(range(told.on - 7 * told.every, 0, -7 * told.every))


def _answer(made: list[Asking], places: list[Any]) -> None:
    [asked] = made
    if occasion := asked.open:
        answers.send(occasion, dict(enumerate(places, start=1)), sent_key=public_id())


def _stand_in(instrument: Instrument) -> Instrument:
    words = "In your practice the authors' own wording of question {} stands here."
    items = [replace(item, text=words.format(n), low="Least", high="Most") for n, item in enumerate(instrument.items, start=1)]
    turned = [replace(item, low=item.high, high=item.low) if item.is_reversed else item for item in items]
    return replace(instrument, items=tuple(turned))


def _owner(practice: Practice) -> Person:
    return db.session.scalars(select(Person).where(Person.practice_id == practice.id, Person.is_owner)).one()
