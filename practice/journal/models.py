"""Entries of a day, and which dailies their partner has put to rest."""

import json
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, delete, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db, insert_once
from practice.errors import Refused
from practice.homework.models import Homework
from practice.journal.words import Words, from_json
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.library import Daily, Readers, Step
from practice.trail.models import record


class Entry(Addressed, SealedText, Model):
    """What somebody kept on one of their own days. Sealed text: JSON of its lines, its ticks, and the saves in it."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("person_id", "save_key"),
        # A day has one entry of a daily, unless it may be written often: then `one_a_day` is empty and says nothing.
        UniqueConstraint("homework_id", "key", "on", "one_a_day"),
        Index("ix_entries_person_id_on", "person_id", "on"),
        Index("ix_entries_homework_id_on", "homework_id", "on"),
        Index("ix_entries_person_id_shared_at", "person_id", "shared_at"),
    )
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    key: Mapped[str] = mapped_column(String(80))
    on: Mapped[date]
    one_a_day: Mapped[bool | None]
    kind: Mapped[str] = mapped_column(String(80), default="")
    minutes: Mapped[int | None]
    number: Mapped[int | None]
    readers: Mapped[Readers]
    revision: Mapped[int] = mapped_column(default=1)
    shared_at: Mapped[datetime | None]
    written_at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64))
    homework: Mapped[Homework] = relationship()

    @property
    def words(self) -> Words:
        """Everything that was written, opened."""
        return from_json(self.text, kind=self.kind, minutes=self.minutes, number=self.number, readers=self.readers)

    @property
    def couple(self) -> Couple:
        return self.homework.assignment.couple

    @property
    def step(self) -> Step:
        return self.homework.assignment.published.step

    @property
    def daily(self) -> Daily | None:
        """What it answers; None when the step it belongs to asks this no longer."""
        return next((daily for daily in self.step.dailies if daily.key == self.key), None)

    @property
    def base(self) -> str:
        """Which state of which entry a form begins from."""
        return f"{self.public_id}.{self.revision}"

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    @property
    def lines(self) -> list[str]:
        """The words alone, in the order they were asked for."""
        columns = [column.key for column in self.daily.lines] if self.daily else []
        told = json.loads(self.text)["lines"]
        return [told[key] for key in [*columns, *(key for key in told if key not in columns)] if told.get(key)]

    def must_be_sharable(self) -> None:
        """Raises: Refused when the other may not be shown it, or not now."""
        must_be_open(self.homework)
        if self.step.most_private:
            raise Refused("What you write in this step stays between you and your coach, so it cannot be shared.")
        if not self.lines:
            raise Refused("There are no words in this entry, so there is nothing to share.")

    def share(self, *, by: Person) -> None:
        """Let the other partner read its words; a second click changes nothing. Raises: Refused."""
        self.must_be_sharable()
        if self._shared(clock.now(), since=Entry.shared_at.is_(None)):
            record("entry.shared", actor=by, subject=self, couple=self.couple)

    def unshare(self, *, by: Person) -> None:
        """Take the words back; always possible."""
        if self._shared(None, since=Entry.shared_at.is_not(None)):
            record("entry.unshared", actor=by, subject=self, couple=self.couple)

    def remove(self, *, by: Person) -> None:
        """Let go of it for good."""
        record("entry.removed", actor=by, subject=self, couple=self.couple)
        db.session.delete(self)

    def _shared(self, at: datetime | None, since: object) -> bool:
        """Whether this very act did it: of two at once, one is first."""
        standing = update(Entry).where(Entry.id == self.id, since)  # type: ignore[arg-type]  # a condition of SQLAlchemy
        first = changed(standing.values(shared_at=at).execution_options(synchronize_session=False))
        db.session.refresh(self, ["shared_at"])
        return bool(first)


class Rest(Model):
    """A daily that its partner does not want to see for a while."""

    __tablename__ = "daily_rests"
    __table_args__ = (UniqueConstraint("homework_id", "key"),)
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"))
    key: Mapped[str] = mapped_column(String(80))
    rested_at: Mapped[datetime]


def rest(part: Homework, daily: Daily) -> None:
    """Put a daily to rest; twice is once."""
    insert_once(Rest, homework_id=part.id, key=daily.key, rested_at=clock.now())


def wake(part: Homework, daily: Daily) -> None:
    """Let it be asked again."""
    db.session.execute(delete(Rest).where(Rest.homework_id == part.id, Rest.key == daily.key))


def closed_because(part: Homework) -> str:
    """Why no entry of this part can be written now, as a sentence for its writer; empty while it can."""
    try:
        must_be_open(part)
    except Refused as refused:
        return refused.sentence
    return ""


def must_be_open(part: Homework) -> None:
    """Raises: Refused with the reason why no entry of this part can be written now."""
    if part.assignment.is_withdrawn:
        raise Refused(f"{part.assignment.couple.coach.name} has taken this step back. What you kept stays here to read.")
    part.assignment.couple.must_be_at_work()
