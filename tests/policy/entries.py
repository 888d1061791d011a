"""What the access matrix is made of: an entry for an address and method, and the outcomes that many of them share."""

from dataclasses import dataclass, field

OPEN = "open"


@dataclass(frozen=True)
class Entry:
    """One address and method. `fixed` fills the other variables of the address."""

    row: str
    outcomes: dict[str, str | int]
    fixed: dict[str, str] = field(default_factory=dict)


def on(row: str, fixed: dict[str, str] | None = None, **outcomes: str | int) -> Entry:
    return Entry(row, outcomes, fixed or {})


def to(*roles: str, fixed: dict[str, str] | None = None) -> Entry:
    return Entry("", dict.fromkeys(roles, OPEN), fixed or {})


COACH = {"coach": OPEN, "owner": 403}
COACHS_STEP = {"coach": OPEN, "writer": 403}
COACHS_JOINT_STEP = {"coach": OPEN, "writer": 403, "partner": 403}
OWN = {"writer": OPEN, "coach": 403}
HOUSE = {"writer": OPEN, "owner": OPEN}
