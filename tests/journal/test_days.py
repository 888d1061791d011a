"""Days with an entry, and the best stretch of them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from practice.journal.days import kinds_noted, last, most_in_any, noted, reaches, week_of

DAY = date(2026, 3, 4)
SETS = st.lists(st.integers(-60, 60), max_size=40).map(lambda numbers: [DAY + timedelta(days=n) for n in numbers])


def on(*numbers: int) -> list[date]:
    return [DAY + timedelta(days=number) for number in numbers]


def test_two_entries_of_a_day_are_one_day() -> None:
    assert noted(on(0, 0, -1), until=DAY, within=14) == 2


def test_only_the_last_days_count() -> None:
    assert noted(on(-14, -13, 0, 1), until=DAY, within=14) == 2


def test_a_missed_day_breaks_nothing() -> None:
    assert reaches(on(*range(0, 20, 2)), least=7, within=14)
    assert reaches([*on(*range(10)), *on(100)], least=10, within=14)


def test_ten_days_spread_over_a_year_are_not_ten_of_fourteen() -> None:
    assert not reaches(on(*range(0, 350, 35)), least=10, within=14)
    assert reaches(on(*range(0, 350, 35)), least=10, within=0)


def test_the_fifteenth_day_is_outside_a_fortnight() -> None:
    assert most_in_any(on(0, 13), within=14) == 2
    assert most_in_any(on(0, 14), within=14) == 1


@given(SETS, st.integers(1, 40))
def test_the_best_stretch_is_the_best_of_all(days: list[date], within: int) -> None:
    ends = {day + timedelta(days=number) for day in days for number in range(within)}
    assert most_in_any(days, within=within) == max((noted(days, until=end, within=within) for end in ends), default=0)


@given(SETS, st.integers(1, 40))
def test_one_more_day_never_makes_it_worse(days: list[date], within: int) -> None:
    assert most_in_any([*days, DAY], within=within) >= most_in_any(days, within=within)


def test_kinds_that_were_noted() -> None:
    assert kinds_noted(["wants", "", "wants", "everyday"]) == {"wants", "everyday"}


@given(st.dates(date(1, 1, 8), date(9999, 12, 24)))
def test_a_week_begins_on_monday_and_holds_its_day(day: date) -> None:
    week = week_of(day)
    assert (week[0].weekday(), len(week), day in week) == (0, 7, True)


def test_the_last_days_end_today() -> None:
    assert last(3, until=DAY) == tuple(on(-2, -1, 0))
