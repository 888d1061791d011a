"""What every part of a note has in common: each save is a row of its own, so that nothing written is ever lost."""

from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy import ForeignKey
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from practice import clock
from practice.db import Addressed, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person

LONGEST = 20_000  # characters
_STALE = "This part was saved in another window meanwhile. Both texts stand below; nothing is lost."


class StaleText(Refused):
    """A part that was saved elsewhere since this page was opened; the page shows both texts."""


class Writing(Addressed, SealedText):
    """One save of one part, or something added once the note was finished. Never changed afterwards."""

    number: Mapped[int]  # 1, 2, 3 … within its part: of two saves at once, one is first
    is_addition: Mapped[bool] = mapped_column(default=False)
    written_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    @declared_attr
    def author(cls) -> Mapped[Person]:  # noqa: N805 - SQLAlchemy calls it with the class
        return relationship(Person, lazy="joined")


Row = TypeVar("Row", bound=Writing)


class Written(Generic[Row]):
    """All that was ever written in one part, the oldest first."""

    def __init__(self, rows: list[Row]) -> None:
        self.texts = [row for row in rows if not row.is_addition]
        self.additions = [row for row in rows if row.is_addition]

    @property
    def newest(self) -> Row | None:
        return self.texts[-1] if self.texts else None

    @property
    def text(self) -> str:
        """What it says now, without additions."""
        return self.newest.text if self.newest else ""

    @property
    def number(self) -> int:
        """The last number that was given; 0 where nothing was written."""
        return max((row.number for row in [*self.texts, *self.additions]), default=0)

    def must_be_seen(self, seen: int) -> None:
        """Raises: StaleText when something newer was saved than what was seen."""
        if seen != self.number:
            raise StaleText(_STALE)


def keep(row: Writing, text: str, *, owner: str, by: Person) -> None:
    """Seal a text into a new row and keep it. Raises: StaleText when another save took its number."""
    row.author_id, row.written_at = by.id, clock.now()
    row.write(text, owner=owner, within=by.practice.key)
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        raise StaleText(_STALE) from None
