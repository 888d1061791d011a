"""When both are asked without anybody's act: by what both know of, once, both at the same moment, and in silence."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from practice import clock
from practice.db import db
from practice.post import Letter
from practice.reminders.jobs import send_digests
from practice.safety import asking
from practice.safety.jobs import ask_who_is_due
from practice.safety.models import SafetyScreen, Unit
from practice.safety.questions import Answers
from practice.safety.rhythm import Rhythm, Since, is_due
from tests.cast import Cast
from tests.privacy.test_silence import MOMENT, differences, sights
from tests.queries import asked
from tests.safety.asking import Alone
from tests.writing import assign

NEW_YEARS_EVE = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
STEPS = ("causes", "talk", "pain", "joy", "commit", "work")


@pytest.fixture
def later(inside: Flask, cast: Cast) -> "Later":
    """Kim and Lee rest, so that only Ana and Ben are asked."""
    cast.couple("kim").pause(by=cast.person("noor"))
    db.session.commit()
    return Later(cast)


class Later:
    """Ana and Ben as the minutes go by."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.steps = cast, list(STEPS)

    def look(self, times: int = 1, **after: float) -> list[int]:
        """The worker looks, so long after New Year's Eve; how often Ana and Ben were asked until then."""
        db.session.rollback()  # nobody is in the worker's way
        with clock.at(NEW_YEARS_EVE + timedelta(**after)):
            for _ in range(times):
                ask_who_is_due.call_local()
        return self.count

    @property
    def count(self) -> list[int]:
        asked = select(func.count(SafetyScreen.id))
        people = [self.cast.person(name) for name in ("ana", "ben")]
        return [db.session.scalar(asked.where(SafetyScreen.person_id == person.id)) for person in people]

    def give(self, number: int, **after: float) -> None:
        """So many steps that both do together."""
        with clock.at(NEW_YEARS_EVE + timedelta(**after)):
            for _ in range(number):
                assign(self.cast.couple("ana"), self.steps.pop(0))

    def keep(self, rhythm: Rhythm) -> None:
        couple = self.cast.couple("ana")
        asking.set_rhythm(couple, rhythm, by=couple.coach)
        db.session.commit()

    def answer(self, name: str, **after: float) -> None:
        with clock.at(NEW_YEARS_EVE + timedelta(**after)):
            screen = asking.open_for(self.cast.person(name))
            assert screen
            screen.answer(Answers.of({}), save_key=f"{name}{after}")
            db.session.commit()


def test_both_are_asked_at_the_beginning_and_after_every_third_joint_step(later: Later) -> None:
    assert later.look(times=2) == [1, 1]
    later.give(2, hours=1)
    assign(later.cast.couple("ana"), "fears", later.cast.person("ana"))  # of her own: counts for nobody
    assert later.look(hours=2) == [1, 1]
    later.give(1, hours=3)
    assert later.look(times=3, hours=4) == [2, 2]
    later.give(3, days=9)
    assert later.look(days=10) == [3, 3]
    rounds = db.session.execute(select(SafetyScreen.round, SafetyScreen.asked_at).order_by(SafetyScreen.id)).all()
    assert [number for number, _ in rounds] == [1, 1, 2, 2, 3, 3]
    assert rounds[0] == rounds[1]


@pytest.mark.parametrize("names", [(), ("ana",), ("ben",), ("ana", "ben")], ids=lambda names: "+".join(names) or "nobody")
def test_when_they_are_asked_again_does_not_hang_on_who_has_answered(later: Later, names: tuple[str, ...]) -> None:
    later.look()
    for name in names:
        later.answer(name, hours=1)
    later.give(3, hours=2)
    assert later.look(hours=3) == [2, 2]
    for name in names:
        later.answer(name, hours=4)
    assert later.look(times=2, hours=5) == [2, 2]
    with clock.at(NEW_YEARS_EVE + timedelta(hours=6)):
        couple = later.cast.couple("ana")
        for _click in range(2):
            asking.ask_both(couple, by=couple.coach)
        db.session.commit()
    assert later.count == [3, 3]


def test_a_worker_that_was_away_for_long_asks_once(later: Later) -> None:
    later.keep(Rhythm(unit=Unit.WEEKS, every=2))
    assert later.look() == [1, 1]
    assert later.look(days=13.9) == [1, 1]
    assert later.look(days=14) == [2, 2]
    assert later.look(times=3, days=200) == [3, 3]
    later.cast.couple("ana").hold_joint_steps(by=later.cast.person("maya"))
    db.session.commit()
    assert later.look(days=214) == [4, 4]  # what they do together waits; this is asked of each alone


def test_whoever_rests_or_is_shut_out_is_not_asked_and_nothing_is_made_up_for_twice(later: Later) -> None:
    couple, maya = later.cast.couple("ana"), later.cast.person("maya")
    for pause, go_on in (
        (lambda: couple.pause(by=maya), lambda: couple.reopen(by=maya)),
        (lambda: couple.close(by=maya), lambda: couple.reopen(by=maya)),
        (lambda: couple.first.disable(by=maya), lambda: couple.first.enable(by=maya)),
        (lambda: maya.disable(by=couple.first), lambda: maya.enable(by=couple.first)),
    ):
        pause()
        db.session.commit()
        assert later.look() == [0, 0]
        go_on()
        db.session.commit()
    assert later.look(times=2) == [1, 1]
    later.keep(Rhythm(unit=Unit.NEVER))
    later.give(4, days=1)
    assert later.look(days=400) == [1, 1]


def test_what_is_due_is_found_with_one_question_however_many_there_are(later: Later) -> None:
    with asked() as statements:
        assert len(asking.due()) == 1
    assert len(statements) == 1


def test_two_workers_and_maya_at_the_same_moment_ask_once(alone: Alone) -> None:
    acts, line = (ask_who_is_due.call_local, ask_who_is_due.call_local, alone.ask), Barrier(3)

    def begin(act: Callable[[], None]) -> None:
        line.wait()
        act()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(begin, acts))
    with alone.app.app_context():
        both = alone.cast.couple("ana").partners
        asked = select(SafetyScreen.person_id).where(SafetyScreen.couple_id == alone.cast.couple("ana").id)
        assert sorted(db.session.scalars(asked)) == [person.id for person in both]


def test_weeks_are_counted_over_the_years_end_and_over_a_change_of_clocks() -> None:
    rhythm = Rhythm(at_first=False, unit=Unit.WEEKS, every=1)
    for day in (NEW_YEARS_EVE, datetime(2027, 3, 25, 12, tzinfo=UTC), datetime(2028, 2, 26, 0, tzinfo=UTC)):
        week = timedelta(weeks=1)
        assert not is_due(rhythm, Since(day, None, 0), day + week - timedelta(microseconds=1))
        assert is_due(rhythm, Since(day - week, day, 0), day + week)


def test_no_letter_goes_out_and_bens_pages_do_not_tell_whether_ana_has_answered(alone: Alone) -> None:
    with clock.at(MOMENT):
        ask_who_is_due.call_local()
        ben = alone["ben"].client
        sights(ben)
        before = sights(ben)
        with asked() as quiet:
            ben.get("/home")
        alone.answer("ana", "yyyy")
        with clock.at(MOMENT + timedelta(minutes=5)):
            ask_who_is_due.call_local()
        assert differences(before, sights(ben)) == ""
        with asked() as after:
            ben.get("/home")
        assert after == quiet
    with clock.at(MOMENT + timedelta(hours=8)), alone.app.app_context():
        send_digests.call_local()
        assert db.session.scalars(select(Letter)).all() == []
