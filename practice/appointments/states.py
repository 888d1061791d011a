"""How an appointment stands, with whom it is, who called it off, and how somebody came to it."""

import enum
from dataclasses import dataclass
from datetime import datetime


class State(enum.StrEnum):
    """What became of a time that was agreed. A moved one stands there as the time it was; the appointment itself goes on."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    MOVED = "moved"

    @property
    def label(self) -> str:
        return {"planned": "Planned", "held": "Took place", "cancelled": "Cancelled", "moved": "Moved"}[self.value]


class WithWhom(enum.StrEnum):
    """Who meets the coach: both, or one of them, of which the other never learns."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


class Side(enum.StrEnum):
    """Who called an appointment off or asked for another time; a record for the coach alone."""

    COACH = "coach"
    FIRST = "first"
    SECOND = "second"


class Attended(enum.StrEnum):
    """How one partner came."""

    CAME = "came"
    LATE = "late"
    DID_NOT_COME = "did_not_come"
    EXCUSED = "excused"

    @property
    def label(self) -> str:
        return {"came": "Came", "late": "Came late", "did_not_come": "Did not come", "excused": "Excused"}[self.value]


@dataclass(frozen=True, slots=True)
class Slot:
    """When and where: a moment in UTC, the zone on whose clock it was said, how many minutes, and the place."""

    starts_at: datetime
    time_zone: str
    minutes: int
    place: str = ""
