"""Hours of the day: when somebody's digest is due on their own clock, whatever the clocks do that day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FOR_PARTNERS = 18 * 60  # minutes after midnight, until somebody chooses otherwise
FOR_COACHES = 7 * 60 + 30
EVERY = 30  # minutes between the hours one may choose
LATEST = timedelta(hours=3)  # a worker that was away longer leaves that day out: nobody is woken at night for it
_DAY = 24 * 60


def offered() -> list[int]:
    """The hours one may choose, as minutes after midnight."""
    return list(range(0, _DAY, EVERY))


def label(minute: int) -> str:
    """An hour as it is written: 07:30."""
    return _time(minute).strftime("%H:%M")


def due(now: datetime, zone: str, minute: int) -> tuple[date, datetime] | None:
    """The local day whose digest may leave now, and the moment it was due; None at any other time.

    An hour that comes twice is the first of both; one that does not exist is as long after midnight as it would have been.
    """
    here = ZoneInfo(zone)
    day = now.astimezone(here).date()
    moment = datetime.combine(day, _time(minute), here).astimezone(UTC)
    return (day, moment) if moment <= now < moment + LATEST else None


def _time(minute: int) -> time:
    return time(*divmod(minute % _DAY, 60))
