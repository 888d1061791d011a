"""Days in words are those that Babel would write, though it is asked for a month's name only once."""

from datetime import date

import pytest
from babel.dates import format_date

from practice import formats


@pytest.mark.parametrize("locale", ["en_GB", "en_US", "fr_FR", "pl_PL", "pt_BR"])
def test_each_month_is_named_as_within_a_date(locale: str) -> None:
    for month in range(1, 13):
        on = date(2026, month, 3)
        assert formats.day(on, locale) == format_date(on, "d MMMM y", locale=locale)
        assert formats.axis_day(on, locale) == format_date(on, "d MMM y", locale=locale)
