"""The only clock: every other file asks here what time it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_standing: ContextVar[datetime | None] = ContextVar("standing", default=None)


def now() -> datetime:
    """This moment, in UTC."""
    return _standing.get() or datetime.now(UTC)


def today(zone: str = "UTC") -> date:
    """The calendar day in an IANA time zone: an entry belongs to the day of the person who writes it."""
    return now().astimezone(ZoneInfo(zone)).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the clock stand at a moment (sample data and tests)."""
    token = _standing.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _standing.reset(token)
