"""Clocks are put forward and back, people travel: still one letter a local day, and none at night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from practice.db import db
from practice.reminders import hours
from practice.reminders.models import Digest
from tests.reminders.conftest import Post

QUARTER = timedelta(minutes=15)
# In Berlin two o'clock does not exist on this Sunday, and comes twice on the other.
FORWARD, BACK = date(2027, 3, 28), date(2027, 10, 31)


def local(day: date, zone: str = "Europe/Berlin") -> datetime:
    """The midnight with which a day begins somewhere."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("sunday", [FORWARD, BACK])
@pytest.mark.parametrize("minute", [0, 90, 120, 150, 180, 23 * 60 + 30])
def test_every_day_has_its_hour_once(sunday: date, minute: int) -> None:
    first, last = local(sunday - timedelta(days=1)), local(sunday + timedelta(days=2))
    due = [hours.due(first + number * QUARTER, "Europe/Berlin", minute) for number in range((last - first) // QUARTER)]
    moments = {found for found in due if found}
    assert sorted(day for day, _ in moments) == [sunday + timedelta(days=days) for days in (-1, 0, 1)]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns", "Pacific/Apia"])
@pytest.mark.parametrize("minute", hours.offered()[::5])
def test_a_year_has_as_many_hours_as_days(zone: str, minute: int) -> None:
    first = local(date(2027, 1, 1), zone)
    half_hours = [first + number * timedelta(minutes=30) for number in range(365 * 48)]
    days = {found[0] for moment in half_hours if (found := hours.due(moment, zone, minute))}
    assert len(days) == 365


@pytest.mark.parametrize("sunday", [FORWARD, BACK])
@pytest.mark.parametrize("minute", [150, 18 * 60])
def test_hour_by_hour_over_the_change_each_day_has_one_letter(post: Post, sunday: date, minute: int) -> None:
    post.choose("ana", minute=minute, zone="Europe/Berlin")
    first = local(sunday - timedelta(days=1))
    for day, slug in enumerate(("fears", "support", "stillness")):
        post.give(slug, "ana", at=first + timedelta(days=day, minutes=-30))
    wrote = post.run_days(first, 3, step=timedelta(minutes=30))
    there = [moment.astimezone(ZoneInfo("Europe/Berlin")).date() for moment in wrote]
    assert there == [sunday + timedelta(days=days) for days in (-1, 0, 1)]


def test_whoever_travels_is_not_written_to_twice_on_one_day(post: Post) -> None:
    morning = datetime(2027, 3, 2, 6, 0, tzinfo=UTC)
    for slug in ("fears", "support", "stillness"):
        post.give(slug, "ana", at=morning - timedelta(hours=1))
        post.choose("ana", minute=19 * 60, zone="Pacific/Auckland")  # seven in the evening there, at six in the morning here
        post.run(morning)
        post.choose("ana", minute=7 * 60, zone="Europe/London")
        post.run(morning + timedelta(hours=1))
    with post.at(morning):
        assert [digest.on for digest in db.session.scalars(select(Digest))] == [date(2027, 3, 2)]
    assert len(post.letters()) == 1
