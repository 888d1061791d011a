"""An entry belongs to its writer's own day: over midnight, in another time zone, when the clocks change."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from practice import clock
from practice.db import db
from tests.journal.conftest import Diary


def live_in(diary: Diary, zone: str, name: str = "ana") -> None:
    with diary.app.app_context():
        diary.cast.person(name).time_zone = zone
        db.session.commit()


def days(diary: Diary) -> list[date]:
    with diary.app.app_context():
        return [entry.on for entry in diary.kept("gratitude")]


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("Europe/London", "2026-01-10T23:59:59", "2026-01-10"),
        ("Europe/London", "2026-01-11T00:00:00", "2026-01-11"),
        ("Pacific/Auckland", "2026-01-10T11:30:00+00:00", "2026-01-11"),
        ("America/Los_Angeles", "2026-01-11T07:30:00+00:00", "2026-01-10"),
        ("Pacific/Kiritimati", "2026-01-10T10:30:00+00:00", "2026-01-11"),
        # Clocks go forward on 29 March and back on 25 October 2026: the hour that is missing, the hour that comes twice.
        ("Europe/London", "2026-03-29T00:59:59", "2026-03-29"),
        ("Europe/London", "2026-03-28T23:30:00", "2026-03-28"),
        ("Europe/London", "2026-10-24T23:30:00+00:00", "2026-10-25"),
        ("Europe/London", "2026-10-25T23:30:00", "2026-10-25"),
        ("America/Havana", "2026-03-08T05:00:00+00:00", "2026-03-08"),  # a day that begins at one o'clock
    ],
)
def test_today_is_the_writers(diary: Diary, zone: str, moment: str, day: str) -> None:
    told = datetime.fromisoformat(moment)
    with clock.at(told if told.tzinfo else told.replace(tzinfo=ZoneInfo(zone))):
        live_in(diary, zone)
        diary.give("gratitude")
        assert diary.open("gratitude").value("on") == day
        diary.browser().submit("Keep", {"line-first": "Tea"})
    assert days(diary) == [date.fromisoformat(day)]


def test_a_page_opened_before_midnight_keeps_its_day(diary: Diary) -> None:
    with clock.at(datetime(2026, 1, 10, 23, 58, tzinfo=UTC)):
        diary.give("gratitude")
        diary.open("gratitude")
    with clock.at(datetime(2026, 1, 11, 0, 3, tzinfo=UTC)):
        diary.browser().submit("Keep", {"line-first": "Tea"})
        assert "What was good Nothing yet" in diary.browser().get("/home").links
    assert days(diary) == [date(2026, 1, 10)]


def test_a_day_lived_twice_on_the_way_west_has_one_entry(diary: Diary) -> None:
    with clock.at(datetime(2026, 1, 10, 13, tzinfo=UTC)):
        live_in(diary, "Pacific/Auckland")
        diary.give("gratitude")
        diary.write("gratitude", {"line-first": "Tea"})
    with clock.at(datetime(2026, 1, 11, 6, tzinfo=UTC)):
        live_in(diary, "America/Los_Angeles")
        diary.browsers.clear()  # signed out on the flight
        assert diary.open("gratitude").value("line-first") == ""  # there it is still the tenth
        diary.browser().submit("Keep", {"line-first": "A short flight"})
    with clock.at(datetime(2026, 1, 11, 20, tzinfo=UTC)):
        diary.browsers.clear()
        assert diary.open("gratitude").value("line-first") == "Tea"  # and now it is the eleventh again
    assert days(diary) == [date(2026, 1, 11), date(2026, 1, 10)]


def test_a_page_opened_further_east_is_told_kindly_that_its_day_has_not_come(diary: Diary) -> None:
    with clock.at(datetime(2026, 1, 10, 13, tzinfo=UTC)):
        live_in(diary, "Pacific/Auckland")
        diary.give("gratitude")
        diary.open("gratitude")
        live_in(diary, "America/Los_Angeles")
        page = diary.browser().submit("Keep", {"line-first": "Tea"}, status=422)
    assert "That day has not come yet." in page.text
    assert page.value("line-first") == "Tea"
