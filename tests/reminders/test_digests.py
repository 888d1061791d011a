"""Who gets a letter, when, and how often."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from practice.db import db
from practice.homework.models import Homework
from tests import writing
from tests.reminders.conftest import MONDAY, Post

SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)  # six in the evening where Ana and Ben live
DAY = timedelta(days=1)


def test_a_new_step_is_told_of_at_six_and_not_before(post: Post) -> None:
    post.give("fears", "ana")
    post.run(SIX - timedelta(minutes=1))
    assert post.letters() == []
    post.run(SIX)
    assert len(post.letters("ana")) == len(post.letters()) == 1


def test_a_letter_is_written_once_a_day(post: Post) -> None:
    post.give("fears", "ana")
    post.give("support", "ana")
    assert post.run_days(MONDAY, 1) == [SIX]


def test_at_most_two_letters_a_step_and_none_once_it_was_opened(post: Post) -> None:
    post.give("fears", "ana")
    assert post.run_days(MONDAY, 14, step=timedelta(hours=1)) == [SIX, SIX + 3 * DAY]


def test_whoever_has_looked_is_left_in_peace(post: Post) -> None:
    given = post.give("fears", "ana")
    with post.at(MONDAY + timedelta(hours=1)):
        db.session.scalars(select(Homework).where(Homework.assignment_id == given)).one().open()
        db.session.commit()
    assert post.run_days(MONDAY, 6, step=timedelta(hours=1)) == []


def test_the_evening_before_its_day_is_told_of_though_it_was_begun(post: Post) -> None:
    given = post.give("fears", "ana", due_in=5)
    with post.at(MONDAY + timedelta(hours=1)):
        db.session.scalars(select(Homework).where(Homework.assignment_id == given)).one().open()
        db.session.commit()
    assert post.run_days(MONDAY, 8, step=timedelta(hours=1)) == [SIX + 4 * DAY]


def test_the_count_is_of_each_part_by_itself(post: Post) -> None:
    post.give("causes")
    post.run_days(MONDAY, 8, step=timedelta(hours=1))
    assert len(post.letters("ana")) == len(post.letters("ben")) == 2


def test_nothing_the_other_does_leads_to_a_letter(post: Post) -> None:
    given = post.give("causes")
    post.run_days(MONDAY, 5, step=timedelta(hours=3))
    before = post.letters("ben")
    with post.at(MONDAY + 5 * DAY):
        joint = db.session.scalars(select(Homework).where(Homework.assignment_id == given)).first()
        assert joint
        writing.write(post.cast.person("ana"), joint.assignment)
    post.run_days(MONDAY + 5 * DAY, 5, step=timedelta(hours=3))
    assert post.letters("ben") == before


def test_what_is_given_after_the_hour_waits_for_the_next_day(post: Post) -> None:
    post.give("fears", "ana", at=SIX + timedelta(minutes=20))
    assert post.run_days(SIX, 2) == [SIX + DAY]


def test_a_worker_that_was_away_a_little_writes_late_and_one_away_long_does_not(post: Post) -> None:
    post.give("fears", "ana")
    post.run(SIX + timedelta(hours=5))
    assert post.letters() == []
    post.run(SIX + DAY + timedelta(hours=2))
    assert len(post.letters()) == 1


@pytest.mark.parametrize("act", ["pause", "close"])
def test_it_is_quiet_while_the_couple_rests(post: Post, act: str) -> None:
    post.give("fears", "ana")
    post.coach(act)
    assert post.run_days(MONDAY, 2, step=timedelta(hours=1)) == []
    post.coach("reopen")
    assert len(post.run_days(MONDAY + 2 * DAY, 1, step=timedelta(hours=1))) == 1


def test_it_is_quiet_about_a_step_that_was_taken_back(post: Post) -> None:
    post.coach("withdraw", post.give("fears", "ana", due_in=1))
    assert post.run_days(MONDAY, 2, step=timedelta(hours=1)) == []


@pytest.mark.parametrize("field", ["joined_at", "disabled_at"])
def test_it_is_quiet_to_whoever_may_not_come_in(post: Post, field: str) -> None:
    post.give("fears", "ana")
    with post.at(MONDAY):
        setattr(post.cast.person("ana"), field, None if field == "joined_at" else MONDAY)
        db.session.commit()
    assert post.run_days(MONDAY, 2, step=timedelta(hours=1)) == []


def test_it_is_quiet_to_whoever_wishes_none(post: Post) -> None:
    post.give("fears", "ana")
    post.choose("ana", is_on=False)
    assert post.run_days(MONDAY, 2, step=timedelta(hours=1)) == []


def test_each_is_written_to_at_their_own_hour_on_their_own_clock(post: Post) -> None:
    post.give("causes")
    post.choose("ana", minute=7 * 60, zone="Pacific/Auckland")
    post.choose("ben", minute=20 * 60 + 30, zone="America/New_York")
    assert post.run_days(MONDAY, 1) == [
        datetime(2027, 3, 1, 18, 0, tzinfo=UTC),  # seven in the morning of the 2nd in Auckland
        datetime(2027, 3, 2, 1, 30, tzinfo=UTC),  # half past eight in the evening of the 1st in New York
    ]
