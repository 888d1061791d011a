"""What the two do together: sign a text, speak in turns, set a pace."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from practice.agreements import texts
from practice.agreements.texts import JointText
from practice.db import db, public_id
from practice.pace import models as paces
from practice.pace.choosing import choice
from practice.pace.models import pace_of
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Pace, Turns, Wording
from practice.turns.course import Kind
from practice.turns.turns import Turns as Standing

_A_WHILE = timedelta(minutes=6)


def of_wording(wording: Wording, stage: Stage) -> Iterator[Deed]:
    """Proposed, then approved by each, now and then renewed."""
    calendar, at = stage.calendar, list[tuple[JointText, int]]()

    def propose() -> None:
        by = stage.person(wording.by)
        text = texts.of(stage.given(wording.step), wording.key, by=by)
        text.propose(wording.text, seen=text.newest.number if text.newest else 0, save_key=public_id(), by=by)
        db.session.flush()
        assert text.newest
        at.append((text, text.newest.number))

    def approve(who: str) -> None:
        text, number = at[0]
        text.approve(number, by=stage.person(who))
        db.session.flush()

    def renew(who: str) -> None:
        text, number = at[0]
        assert text.in_force
        text.renew(number, text.in_force.turn, by=stage.person(who))
        db.session.flush()

    yield Deed(calendar.after_work(wording.on), propose)
    for days, who in wording.approved:
        yield Deed(calendar.after_work(days), partial(approve, who))
    for days, who in wording.renewed:
        yield Deed(calendar.after_work(days), partial(renew, who))


def of_turns(turns: Turns, stage: Stage) -> Iterator[Deed]:
    """Each says they are ready, the coach opens, and one evening they speak and listen."""
    calendar = stage.calendar

    def standing() -> Standing:
        db.session.flush()
        return Standing.to_change(stage.given(turns.step))

    def say_ready(who: str) -> None:
        standing().say_ready(stage.person(who))

    def open_and_begin() -> None:
        standing().open("", by=stage.both.coach)
        standing().begin(stage.person(turns.first), by=stage.both.coach)

    def move(who: str, kind: str, words: str) -> None:
        now = standing()
        now.move(Kind(kind), stage.person(who), words, number=now.next_number, save_key=public_id())

    for days, who in turns.ready:
        yield Deed(calendar.after_work(days), partial(say_ready, who))
    if turns.opened:
        yield Deed(calendar.at_work(turns.opened), open_and_begin)
    if turns.on:
        begun = calendar.after_work(turns.on)
        for number, told in enumerate(turns.moves):
            yield Deed(begun + number * _A_WHILE, partial(move, *told))


def of_pace(pace: Pace, stage: Stage) -> Iterator[Deed]:
    """Each sets their own; the coach opens what both accept."""
    for days, *told in pace.choices:
        yield Deed(stage.calendar.after_work(days), partial(_choose, pace, stage, told))
    if pace.opened:
        at = stage.calendar.at_work(pace.opened)
        yield Deed(at, lambda: paces.open_to_both(stage.given(pace.step), by=stage.both.coach))


def _choose(pace: Pace, stage: Stage, told: list[Any]) -> None:
    who, far, fast = told
    part = stage.part(pace.step, who)
    kept = paces.chosen(part)
    wanted = choice(pace_of(part.assignment), far, fast)
    paces.choose(part, wanted, revision=kept.revision if kept else 0, save_key=public_id())
