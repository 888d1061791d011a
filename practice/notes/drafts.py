"""What a coach has typed into a note and not saved: it counts as written nowhere, and its writer alone finds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.appointments.models import Appointment
from practice.db import Addressed, Model, db
from practice.keyring import SealedText
from practice.notes.models import Part, about
from practice.notes.writing import Written
from practice.origins import Origin
from practice.people.models import Person


class Draft(Addressed, SealedText):
    """One page's words for one part. Of two pages each keeps its own: as a rule there is one, which the next page takes over."""

    page: Mapped[str] = mapped_column(String(64))
    turn: Mapped[int]
    revision: Mapped[int] = mapped_column(BigInteger)  # never given twice, for it is the moment in thousandths of a second
    is_late: Mapped[bool]  # something newer was there already: offered beside it, never in its place
    seen: Mapped[int]  # the number of the saved text that it began from
    kept_at: Mapped[datetime]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointments.id"), index=True)


class NoteDraft(Draft, Model):
    """Of a part that reports may reach once it is saved."""

    __tablename__ = "note_drafts"
    __table_args__ = (UniqueConstraint("appointment_id", "author_id", "part", "page"),)
    part: Mapped[Part]


Row = TypeVar("Row", bound=Draft)


@dataclass(frozen=True, slots=True)
class Typed:
    """What a page sends for one part: the words, where they came from, and which saved text that page has seen."""

    text: str
    origin: Origin
    seen: int


class Drafts(Generic[Row]):
    """The drafts of one part, and what is saved there."""

    def __init__(self, rows: Iterable[Row], saved: Written[Any]) -> None:
        self.rows = sorted(rows, key=lambda row: row.revision)
        self.saved = saved

    @property
    def standing(self) -> Row | None:
        """The words that go on from what is saved; None where nothing is typed, or something else was saved since."""
        current = [row for row in self.rows if not row.is_late and row.seen >= self._saved_number]
        return current[-1] if current else None

    @property
    def text(self) -> str:
        """What belongs into the form."""
        return self.standing.text if self.standing else self.saved.text

    @property
    def unsaved(self) -> list[Row]:
        """All that says something else than what is saved, the newest first."""
        return [row for row in reversed(self.rows) if not _same(row.text, self.saved.text)]

    @property
    def beside(self) -> list[Row]:
        """What other pages have kept and the form does not show, the newest first."""
        return [row for row in reversed(self.rows) if row is not self.standing and not _same(row.text, self.text)]

    @property
    def revision(self) -> int:
        return self.rows[-1].revision if self.rows else 0

    def keep(self, typed: Typed, new: Row, *, owner: str, within: str) -> str | None:
        """Keep these words; what stands against them, if another page has kept or saved something else meanwhile.

        `new` is the row to take where no other fits; `owner` and `within` say under which keys the words are sealed.
        """
        own = self._of(typed.origin.page)
        if own and typed.origin.is_behind(own.page, own.turn):
            return None
        if _same(typed.text, self.saved.text):
            self._drop([row for row in self.rows if row is own or self._was_seen(row, typed.origin.revision)])
            return None
        theirs = self._against(typed)
        row = own or (None if theirs is not None else self._taken_over(typed.origin.revision)) or new
        row.write(typed.text, owner=owner, within=within)
        row.page, row.turn, row.seen, row.is_late = typed.origin.page, typed.origin.turn, typed.seen, theirs is not None
        row.kept_at = clock.now()
        row.revision = max(int(row.kept_at.timestamp() * 1000), self.revision + 1)
        db.session.add(row)
        return theirs

    def let_go(self, revision: int) -> None:
        """Those that its writer has seen: up to this revision."""
        self._drop([row for row in self.rows if row.revision <= revision])

    def settle(self, origin: Origin) -> None:
        """Saved from this page: its own words are written now, and those it had seen are done with."""
        own = self._of(origin.page)
        newest = own.revision if own and not own.is_late else 0
        self._drop([row for row in self.rows if row is own or row.revision <= origin.revision or self._was_seen(row, newest)])

    @property
    def _saved_number(self) -> int:
        return self.saved.newest.number if self.saved.newest else 0

    def _of(self, page: str) -> Row | None:
        return next((row for row in self.rows if row.page == page), None)

    def _taken_over(self, revision: int) -> Row | None:
        return next((row for row in reversed(self.rows) if self._was_seen(row, revision)), None)

    def _was_seen(self, row: Row, revision: int) -> bool:
        return not row.is_late and row.revision <= revision

    def _against(self, typed: Typed) -> str | None:
        others = [row for row in self.rows if not row.is_late and typed.origin.has_not_seen(row.revision, row.page)]
        others = [row for row in others if row.seen >= self._saved_number]
        if others:
            return None if _same(others[-1].text, typed.text) else others[-1].text
        return self.saved.text if typed.seen < self._saved_number else None

    def _drop(self, rows: list[Row]) -> None:
        for row in rows:
            self.rows.remove(row)
            db.session.delete(row)


def hold(appointment: Appointment) -> None:
    """Two windows of one note wait for each other here."""
    db.session.refresh(appointment, ["state"], with_for_update=True)


def of(author: Person, appointment: Appointment) -> list[NoteDraft]:
    """What this coach, and nobody else, has typed into the parts of this note."""
    rows = select(NoteDraft).where(NoteDraft.appointment_id == appointment.id, NoteDraft.author_id == author.id)
    return list(db.session.scalars(rows.execution_options(populate_existing=True)))


def keep(found: Drafts[NoteDraft], part: Part, typed: Typed, *, appointment: Appointment, by: Person) -> str | None:
    """Sealed under the key of the part: what is about somebody goes with them when they are erased. See `Drafts.keep`."""
    person = about(appointment, part)
    row = NoteDraft(author_id=by.id, appointment_id=appointment.id, part=part)
    return found.keep(typed, row, owner=person.key("record") if person else by.key("note"), within=by.practice.key)


def _same(one: str, other: str) -> bool:
    return one.strip() == other.strip()
