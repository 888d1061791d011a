"""The coach's own digest: something to review, a couple that is stuck, a step that is due today."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select

from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.reminders.models import ReminderSetting
from tests import writing
from tests.reminders.conftest import MONDAY, Post

HALF_PAST_SEVEN = datetime(2027, 3, 2, 7, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def maya(post: Post) -> Post:
    """Only Maya is written to."""
    for name in ("ana", "ben"):
        post.choose(name, is_on=False)
    post.choose("maya", minute=7 * 60 + 30)
    return post


def test_something_to_review_is_told_of_each_morning_until_it_is_reviewed(maya: Post) -> None:
    given = maya.give("fears", "ana")
    with maya.at(MONDAY + timedelta(hours=1)):
        writing.write(maya.cast.person("ana"), db.session.get_one(Assignment, given))
    assert maya.run_days(MONDAY, 3) == [HALF_PAST_SEVEN, HALF_PAST_SEVEN + DAY, HALF_PAST_SEVEN + 2 * DAY]
    with maya.at(MONDAY + 3 * DAY):
        db.session.scalars(select(Homework).where(Homework.assignment_id == given)).one().review(by=maya.cast.person("maya"))
        db.session.commit()
    assert maya.run_days(MONDAY + 3 * DAY, 2) == []


def test_a_couple_that_is_stuck_is_told_of(maya: Post) -> None:
    maya.give("fears", "ana")
    assert maya.run_days(MONDAY, 8) == [HALF_PAST_SEVEN + 7 * DAY]


def test_a_step_due_today_is_told_of(maya: Post) -> None:
    maya.give("fears", "ana", due_in=3)
    assert maya.run_days(MONDAY, 5) == [HALF_PAST_SEVEN + 2 * DAY]


@pytest.mark.parametrize("act", ["pause", "close"])
def test_it_is_quiet_about_a_couple_that_rests(maya: Post, act: str) -> None:
    given = maya.give("fears", "ana", due_in=1)
    with maya.at(MONDAY):
        writing.write(maya.cast.person("ana"), db.session.get_one(Assignment, given))
    maya.coach(act)
    assert maya.run_days(MONDAY, 9, step=timedelta(hours=1)) == []


def test_another_coach_hears_nothing_of_it(maya: Post) -> None:
    for name in ("noor", "olu"):
        maya.choose(name, minute=7 * 60 + 30)
    maya.give("fears", "ana", due_in=1)
    maya.run(HALF_PAST_SEVEN)
    assert len(maya.letters("maya")) == len(maya.letters()) == 1


def test_the_usual_hour_of_a_coach_is_half_past_seven(maya: Post) -> None:
    with maya.at(MONDAY):
        maya_id = maya.cast.person("maya").id
        db.session.execute(delete(ReminderSetting).where(ReminderSetting.person_id == maya_id))
        db.session.commit()
    maya.give("fears", "ana", due_in=1)
    assert maya.run_days(MONDAY + timedelta(hours=12), 1) == [HALF_PAST_SEVEN]
