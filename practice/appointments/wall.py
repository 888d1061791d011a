"""The clock on the wall: which moment a day and time of somebody's zone are, if they are one at all."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

ZONES = ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "US/"))))


def moments(day: date, at: time, zone: str) -> tuple[datetime, ...]:
    """Every moment, in UTC, at which a clock in this zone shows this day and time, the earlier first.

    None on the night the clocks go forward over it, two on the night they go back over it, else one.
    """
    local = datetime.combine(day, at, ZoneInfo(zone))
    found = {local.replace(fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(one for one in found if one.astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)))


def is_shown_twice(moment: datetime, zone: str) -> bool:
    """Whether the clock shows the time of this moment twice on its day."""
    local = moment.astimezone(ZoneInfo(zone))
    return len(moments(local.date(), local.time(), zone)) > 1


def called(moment: datetime, zone: str) -> str:
    """What the time is called at this moment: GMT, BST, or +03 where it has no name."""
    return moment.astimezone(ZoneInfo(zone)).strftime("%Z")
