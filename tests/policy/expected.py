"""The access matrix: for every address and method, who may come in.

An entry names the kind of row in the address ("" where there is none) and, by relation to it, what happens:
`open` (the view is reached), 403 (seen but not permitted). Everybody else finds 404; who is not signed in is sent to
sign in. Relations: writer (whose row it is), partner (the other one), coach (theirs), owner (of the practice).
Where no row is named: coach, owner, partner are roles, `everyone` is whoever is signed in, `public` is anybody at all.
"""

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


MATRIX: dict[str, Entry] = {}
