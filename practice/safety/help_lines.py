"""Help lines: whom else somebody can ring. A practice keeps its own list; some to begin with come with the product."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from sqlalchemy import ForeignKey, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Model, changed, db, insert_once
from practice.errors import Refused
from practice.people.models import Practice

_SHIPPED = Path(__file__).with_name("help_lines.toml")
_GOOD_FOR = timedelta(days=365)


class HelpLine(Model):
    """A line as this practice keeps it: one of its own, or its own word on one that came with the product, by its key."""

    __tablename__ = "help_lines"
    __table_args__ = (UniqueConstraint("practice_id", "key"),)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"))
    key: Mapped[str] = mapped_column(String(40))
    country: Mapped[str] = mapped_column(String(2))
    name: Mapped[str] = mapped_column(String(120))
    number: Mapped[str] = mapped_column(String(60))
    hours: Mapped[str] = mapped_column(String(120))
    note: Mapped[str] = mapped_column(String(300))
    checked_on: Mapped[date | None]
    removed_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown; revision 0 is one that came with the product and was never touched."""

    key: str
    country: str
    name: str
    number: str
    hours: str = ""
    note: str = ""
    checked_on: date | None = None
    revision: int = 0

    def is_fresh(self, today: date) -> bool:
        """Whether somebody of the practice has checked it within a year."""
        return self.checked_on is not None and today - self.checked_on <= _GOOD_FOR


def lines_of(practice: Practice) -> list[Line]:
    """The practice's list, by country and name; what came with the product stands in it until it is changed or removed."""
    kept = {row.key: row for row in db.session.scalars(select(HelpLine).where(HelpLine.practice_id == practice.id))}
    found = [line for line in _shipped()[1] if line.key not in kept]
    found += [_line(row) for row in kept.values() if row.removed_at is None]
    return sorted(found, key=lambda line: (line.country != practice.country, country_name(line.country), line.name))


def find(practice: Practice, key: str) -> Line | None:
    """One line of the practice's list."""
    return next((line for line in lines_of(practice) if line.key == key), None)


def keep(practice: Practice, line: Line) -> None:
    """Write a line down as it stands from now on. Raises: Refused when somebody else changed it meanwhile."""
    _write(practice, line, removed_at=None)


def remove(practice: Practice, line: Line) -> None:
    """Take a line off the list; twice is once."""
    _write(practice, line, removed_at=clock.now())


def emergency(practice: Practice) -> str:
    """The number for danger at this moment, as far as it is known for the practice's country."""
    return _shipped()[0].get(practice.country, "112")


def country_name(code: str) -> str:
    """Its English name."""
    return str(Locale("en", "GB").territories.get(code, code))


def countries() -> list[tuple[str, str]]:
    """All that may be chosen, as (code, name), by name."""
    every = [str(code) for code in Locale("en", "GB").territories]
    codes = [code for code in every if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY]
    return sorted(((code, country_name(code)) for code in codes), key=lambda each: each[1])


_NO_COUNTRY = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def _write(practice: Practice, line: Line, *, removed_at: datetime | None) -> None:
    values: dict[str, Any] = {
        "country": line.country, "name": line.name, "number": line.number, "hours": line.hours, "note": line.note,
        "checked_on": line.checked_on, "removed_at": removed_at,
    }  # fmt: skip
    if line.revision == 0 and insert_once(HelpLine, practice_id=practice.id, key=line.key, revision=1, **values):
        return
    here = update(HelpLine).where(HelpLine.practice_id == practice.id, HelpLine.key == line.key)
    met = changed(here.where(HelpLine.revision == line.revision).values(revision=line.revision + 1, **values))
    if not met:
        raise Refused("A colleague changed this line meanwhile. Please look at it once more.")


def _line(row: HelpLine) -> Line:
    return Line(row.key, row.country, row.name, row.number, row.hours, row.note, row.checked_on, row.revision)


@cache
def _shipped() -> tuple[dict[str, str], tuple[Line, ...]]:
    """Emergency numbers by country, and the lines to begin with."""
    told = tomllib.loads(_SHIPPED.read_text(encoding="utf-8"))
    return told["emergency"], tuple(_lines(told["lines"]))


def _lines(tables: list[dict[str, Any]]) -> Iterator[Line]:
    for table in tables:
        yield Line(**table)
