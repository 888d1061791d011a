"""The clock on the wall, on the nights on which it is changed."""

from datetime import UTC, date, datetime, time

import pytest

from practice.appointments.wall import called, is_shown_twice, moments

LONDON, NEW_YORK = "Europe/London", "America/New_York"


@pytest.mark.parametrize(
    ("day", "at", "zone", "found"),
    [
        (date(2026, 3, 29), time(0, 59), LONDON, ["2026-03-29T00:59"]),
        (date(2026, 3, 29), time(1, 0), LONDON, []),
        (date(2026, 3, 29), time(1, 59), LONDON, []),
        (date(2026, 3, 29), time(2, 0), LONDON, ["2026-03-29T01:00"]),
        (date(2026, 3, 29), time(18, 30), LONDON, ["2026-03-29T17:30"]),
        (date(2026, 3, 28), time(18, 30), LONDON, ["2026-03-28T18:30"]),
        (date(2026, 10, 25), time(1, 30), LONDON, ["2026-10-25T00:30", "2026-10-25T01:30"]),
        (date(2026, 10, 25), time(2, 0), LONDON, ["2026-10-25T02:00"]),
        (date(2026, 3, 8), time(2, 30), NEW_YORK, []),
        (date(2026, 3, 8), time(3, 0), NEW_YORK, ["2026-03-08T07:00"]),
        (date(2026, 11, 1), time(1, 30), NEW_YORK, ["2026-11-01T05:30", "2026-11-01T06:30"]),
        (date(2026, 11, 1), time(9, 0), NEW_YORK, ["2026-11-01T14:00"]),
        (date(2026, 7, 1), time(9, 0), "Asia/Kathmandu", ["2026-07-01T03:15"]),
    ],
)
def test_a_time_on_the_wall_is_none_or_one_or_two_moments(day: date, at: time, zone: str, found: list[str]) -> None:
    assert moments(day, at, zone) == tuple(datetime.fromisoformat(one).replace(tzinfo=UTC) for one in found)


def test_a_time_that_comes_twice_is_told_by_its_name() -> None:
    first, second = moments(date(2026, 10, 25), time(1, 30), LONDON)
    assert (called(first, LONDON), called(second, LONDON)) == ("BST", "GMT")
    assert is_shown_twice(first, LONDON)
    assert not is_shown_twice(first, NEW_YORK)
