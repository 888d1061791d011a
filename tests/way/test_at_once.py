"""Two workers, a coach and a worker, a worker that is killed midway: each planned step is given once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.way import jobs, opening, planning
from practice.way.models import Opens
from tests.cast import Cast
from tests.way.conftest import MONDAY, Days

pytestmark = pytest.mark.usefixtures("monday")


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    def on_that_monday(act: Callable[[], Any]) -> Any:
        with clock.at(MONDAY + timedelta(hours=1)):
            return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result() for running in [pool.submit(on_that_monday, act) for act in acts]]


def counted(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Assignment)) or 0


def test_two_workers_give_once(way: Days, app: Flask) -> None:
    way.lay("commit", "causes", "talk", every=1, begins_on=MONDAY.date())
    at_once(*[jobs.give_planned_steps.call_local] * 4)
    assert way.given() == ["commit"]
    with app.app_context():
        assert [row.is_coming for row in way.rows()] == [False, True, True]


def test_the_coach_and_the_worker_give_once(way: Days, app: Flask) -> None:
    way.lay("commit")

    def by_hand() -> bool:
        with app.app_context():
            try:
                opening.give(way.rows()[0], by=way.cast.person("maya"))
            except Refused:
                return False
            db.session.commit()
            return True

    at_once(by_hand, jobs.give_planned_steps.call_local, by_hand)
    assert way.given() == ["commit"]


def test_a_worker_that_is_killed_midway_leaves_nothing_half_given(way: Days, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    way.lay("fears")

    class Killed(BaseException):
        """What no except clause of ours catches."""

    monkeypatch.setattr(opening, "record", _raise(Killed))
    with pytest.raises(Killed):
        way.tick()
    monkeypatch.undo()
    assert counted(app) == 0
    with app.app_context():
        assert way.rows()[0].is_coming
    assert way.tick() == ["fears", "fears"]


def _raise(error: type[BaseException]) -> Callable[..., None]:
    def act(*_: Any, **__: Any) -> None:
        raise error

    return act


def test_of_two_who_change_the_order_one_is_first(way: Days, app: Flask, cast: Cast) -> None:
    way.lay("commit", "causes", "talk", opens=Opens.BY_HAND)

    def moving(number: int) -> Callable[[], bool]:
        def act() -> bool:
            with app.app_context():
                try:
                    planning.way_of(cast.couple("ana")).claim(0, f"window {number}")
                except Refused:
                    return False
                planning.move(way.rows()[0], earlier=False, by=cast.person("maya"))
                db.session.commit()
                return True

        return act

    assert sorted(at_once(moving(1), moving(2))) == [False, True]
    assert list(way.days()) == ["causes", "commit", "talk"]
