"""There is one clock, and a day belongs to the person who lives it."""

from datetime import UTC, date, datetime

from practice import clock


def test_midnight_comes_to_each_in_their_own_place() -> None:
    with clock.at(datetime(2026, 3, 1, 23, 30, tzinfo=UTC)):
        assert clock.today("Europe/London") == date(2026, 3, 1)
        assert clock.today("Europe/Berlin") == date(2026, 3, 2)
        assert clock.today("America/New_York") == date(2026, 3, 1)


def test_the_clock_goes_on_after_it_stood_still() -> None:
    with clock.at(datetime(2020, 1, 1, tzinfo=UTC)):
        assert clock.now().year == 2020
    assert clock.now().year > 2020
