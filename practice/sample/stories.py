"""The stories as they lie in files: what each couple was given and wrote, counted in days before today."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Part:
    """One partner's part in a step. Numbers are days ago; what did not happen is None.

    Answers stand as in the programme, but a list's rows are lists in the order of its columns, and a day is a
    number: so many days after it was written.
    """

    answers: dict[str, Any] = field(default_factory=dict)
    readers: dict[str, str] = field(default_factory=dict)
    opened: int | None = None
    saved: int | None = None
    sent: int | None = None
    asked_again: int | None = None
    sent_again: int | None = None
    again: dict[str, Any] = field(default_factory=dict)
    feedback: str = ""
    answered: int | None = None
    read: int | None = None
    reviewed: int | None = None
    on_paper: int | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A step given to a couple: `due` counts from the day it was given, the others are days ago."""

    slug: str
    given: int
    due: int | None = None
    note: str = ""
    revealed: int | None = None
    withdrawn: int | None = None
    first: Part | None = None
    second: Part | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One couple."""

    file: str  # its name, without an ending
    names: tuple[str, str]
    emails: tuple[str, str]
    coach: str
    policy: str
    began: int
    joined: tuple[int, ...] = ()
    paused: int | None = None
    closed: int | None = None
    steps: tuple[Given, ...] = ()


def all_told() -> list[Story]:
    """Every story, always in the same order."""
    return [_story(path.stem, tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(_FOLDER.glob("*.toml"))]


def _story(file: str, table: dict[str, Any]) -> Story:
    steps = tuple(_given(step) for step in table.pop("steps", ()))
    pairs: dict[str, Any] = {key: tuple(table.pop(key, ())) for key in ("names", "emails", "joined")}
    return Story(file=file, steps=steps, **pairs, **table)


def _given(table: dict[str, Any]) -> Given:
    parts: dict[str, Any] = {who: Part(**table.pop(who)) for who in ("first", "second") if who in table}
    return Given(**parts, **table)
