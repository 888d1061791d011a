"""What goes on day by day, as it lies in files. Numbers are days ago; "first" and "second" are the couple's two."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Journal:
    """One partner's entries of one daily: [days ago, then what it asks for: kind, minutes, number or ticks, and lines]."""

    step: str
    daily: str
    who: str
    entries: list[list[Any]]
    only_me: tuple[int, ...] = ()  # the days kept to oneself
    shared: tuple[int, ...] = ()  # the days shown to the other


@dataclass(frozen=True, slots=True)
class Causes:
    """Rows of the opened lists that became lines, by their writer and number; they are called "first.1" and so on."""

    on: int
    by: str
    rows: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a ledger and what becomes of it. `starts` and `due` count from the day it was written."""

    step: str
    ledger: str
    by: str
    on: int
    words: list[str]
    owner: str = "both"
    starts: int | None = None
    due: int | None = None
    about: str = ""
    larger: bool = False
    changed: list[Any] = field(default_factory=list)  # [days ago, by whom, words]
    yes: tuple[int, ...] = ()
    looks: tuple[tuple[Any, ...], ...] = ()  # [days ago, by whom, kept or hours, a few words]
    ended: list[Any] = field(default_factory=list)  # [days ago, by whom, the answer to what is asked then]
    let_go: int | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a co-signed text: proposed, approved, renewed."""

    step: str
    key: str
    on: int
    by: str
    text: str
    approved: tuple[tuple[int, str], ...] = ()
    renewed: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Turns:
    """Being ready, opening, and what was said and heard in one evening: [who, what, words]."""

    step: str
    ready: tuple[tuple[int, str], ...]
    opened: int | None = None
    on: int | None = None
    first: str = "first"
    moves: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Pace:
    """What each would like, and when the coach opened what both accept."""

    step: str
    choices: tuple[tuple[Any, ...], ...]  # [days ago, who, how far, how fast]
    opened: int | None = None


@dataclass(frozen=True, slots=True)
class Jar:
    """When one was drawn, by whom, and when it was done."""

    step: str
    ledger: str
    drawn: int
    by: str
    did: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One partner's plan for a part, and afterwards how it went in their eyes and in the coach's: four and two numbers."""

    step: str
    who: str
    on: int
    plan: dict[str, Any]
    after: list[Any] = field(default_factory=list)  # [days ago, amount, quality, difficulty, helpfulness, words]
    coach: tuple[int, ...] = ()  # [days ago, amount, quality]


@dataclass(frozen=True, slots=True)
class NotYet:
    """One "not yet"."""

    step: str
    who: str
    on: int
    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A questionnaire asked of one of the two, at planned points or every so many weeks, and what they answered.

    Answers are [days ago, then the place of the chosen option of each question]; `agreed` is when its writer agreed
    that both may know the totals.
    """

    instrument: str
    who: str
    on: int
    answers: list[list[int]]
    every: int = 1
    points: dict[str, int] = field(default_factory=dict)
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A progress report on so many weeks."""

    audience: str
    on: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy for somebody outside, and who has consented by when."""

    audience: str
    on: int
    recipient: str
    purpose: str
    holds: tuple[str, ...]
    weeks: int
    open_for: int  # days
    consents: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An appointment so many days ago, or to come where that is below zero, and what was planned for it and noted of it."""

    on: int
    agreed: int  # days ago, like all that follows
    at: str = "18:00"
    whom: str = "both"
    minutes: int = 50
    place: str = "Riverside Room, first floor"
    moved: list[Any] = field(default_factory=list)  # [days ago, to which day, at, who asked]
    cancelled: list[Any] = field(default_factory=list)  # [days ago, who called it off]
    prepared: int = 0
    pins: tuple[tuple[str, str], ...] = ()  # [step, whose]
    agenda: tuple[tuple[str, bool], ...] = ()  # [words, whether the room may see them]
    came: dict[str, str] = field(default_factory=dict)  # who did not simply come
    note: dict[str, str] = field(default_factory=dict)  # joint, first, second, process
    finished: bool = True


@dataclass(frozen=True, slots=True)
class Wish:
    """One partner's goal. Ratings: [days ago, number]; the first is given when it is begun."""

    who: str
    on: int
    wants: str
    ratings: tuple[tuple[int, int], ...]
    notices: str = ""
    shared: int | None = None


@dataclass(frozen=True, slots=True)
class AskedAlone:
    """Both were asked alone; what each said to the four questions: y, n, r (rather not), - (left out), or nothing yet."""

    on: int
    first: str = ""
    second: str = ""


KINDS: dict[str, type] = {
    "journals": Journal, "causes": Causes, "lines": Line, "wordings": Wording, "turns": Turns,
    "paces": Pace, "jars": Jar, "plans": Plan, "not_yets": NotYet, "wishes": Wish, "asked_alone": AskedAlone,
    "asked": Asked, "papers": Paper, "copies": Copy, "meetings": Meeting,
}  # fmt: skip


def told_of(name: str) -> list[Any]:
    """Everything that goes on in the story of this name; nothing where it has no such file."""
    path = _FOLDER / f"{name}.toml"
    if not path.exists():
        return []
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [KINDS[kind](**_frozen(table)) for kind, items in tables.items() for table in items]


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: value.strip() if isinstance(value, str) else value for key, value in table.items()}
