"""Directions of scripts, paragraphs as they were typed, and days on the coach's calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.reporting.period import Period, weeks_in_a_row
from practice.reporting.script import direction, paragraphs


@pytest.mark.parametrize(
    ("text", "way"),
    [("Ana", "ltr"), ("ليلى", "rtl"), ("12 נועה", "rtl"), ("王", "ltr"), ("…", "ltr"), ("", "ltr"), ("Ana و Ben", "ltr")],
)
def test_the_first_letter_says_which_way(text: str, way: str) -> None:
    assert direction(text) == way


def test_an_empty_line_parts_paragraphs_and_a_single_break_stays() -> None:
    told = paragraphs("one\r\ntwo\r\n\r\n\r\n שלום\n")
    assert [(each.text.strip(), each.direction) for each in told] == [("one\ntwo", "ltr"), ("שלום", "rtl")]


@given(st.text())
def test_no_word_is_lost_between_paragraphs(text: str) -> None:
    assert "".join("".join(each.text.split()) for each in paragraphs(text)) == "".join(text.split())


def test_a_day_is_the_coachs_day() -> None:
    late = datetime(2026, 9, 30, 23, 30, tzinfo=UTC)
    period = Period(date(2026, 9, 1), date(2026, 9, 30), "UTC")
    assert period.holds(late)
    assert not Period(period.from_on, period.to_on, "Europe/London").holds(late)
    assert not period.holds(None)


@pytest.mark.parametrize(
    ("days", "weeks"), [([], 0), ([0], 1), ([0, 6], 1), ([0, 7], 2), ([6, 7], 2), ([0, 14], 1), ([0, 14, 21, 28], 3)]
)
def test_weeks_in_a_row_run_from_monday_to_sunday(days: list[int], weeks: int) -> None:
    monday = date(2026, 8, 31)
    assert weeks_in_a_row({monday + timedelta(days=day) for day in days}) == weeks
