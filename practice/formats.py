"""How dates, counts and names are written, in a person's locale and time zone."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time, get_month_names, get_timezone
from babel.numbers import format_decimal


def day(value: date, locale: str = "en_GB") -> str:
    """A day: 3 March 2026."""
    return f"{value.day} {_months('wide', locale)[value.month]} {value.year}"


def short_day(value: date, locale: str = "en_GB") -> str:
    """A day where space is scarce: Tue 3 Mar."""
    return format_date(value, "EEE d MMM", locale=locale)


def axis_day(value: date, locale: str = "en_GB") -> str:
    """A day below a chart: 3 Mar 2026."""
    return f"{value.day} {_months('abbreviated', locale)[value.month]} {value.year}"


def weekday(value: date, locale: str = "en_GB") -> str:
    """The day of the week: Tuesday."""
    return format_date(value, "EEEE", locale=locale)


def full_day(value: date, locale: str = "en_GB") -> str:
    """A day one is to be somewhere: Tuesday 3 March 2026."""
    return format_date(value, "EEEE d MMMM y", locale=locale)


def moment(value: datetime, zone: str = "UTC", locale: str = "en_GB") -> str:
    """A moment on the reader's clock: 3 March 2026 at 14:32."""
    local = value.astimezone(ZoneInfo(zone))
    return f"{day(local.date(), locale)} at {format_time(local, 'HH:mm', tzinfo=get_timezone(zone), locale=locale)}"


def clock_time(value: datetime, zone: str = "UTC") -> str:
    """A time of day on the reader's clock: 14:32."""
    return format_datetime(value, "HH:mm", tzinfo=get_timezone(zone), locale="en_GB")


def count(number: int, one: str, many: str, locale: str = "en_GB") -> str:
    """A number and its noun: 1 step, 3 steps."""
    return f"{format_decimal(number, locale=locale)} {one if number == 1 else many}"


def joined(names: Sequence[str]) -> str:
    """Names in a row: Ana, Ben and Kim."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


@cache
def _months(width: Literal["wide", "abbreviated"], locale: str) -> dict[int, str]:
    """Names of the months as they stand within a date; asked of Babel once, for charts and papers write many days."""
    return dict(get_month_names(width, locale=locale))
