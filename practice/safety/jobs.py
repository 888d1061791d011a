"""Work of the room that no request waits for: both are asked when their rhythm says so."""

from practice.jobs import every_minute, one_by_one
from practice.safety import asking


@every_minute
def ask_who_is_due() -> None:
    """Couple by couple: both are asked or neither, however many workers look."""
    one_by_one(asking.due(), asking.ask_if_due)
