"""Manuscripts: programmes that a coach is writing, seen by nobody else until they are published."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.people.models import Person
from practice.programme.exchange import from_kept, kept, unfinished
from practice.programme.models import Edition, publish_own
from practice.programme.reading import Problem
from practice.programme.short_names import slug_from
from practice.programme.steps import Credit, Programme
from practice.trail.models import record

_CHANGED = "This was changed on another page meanwhile, so nothing was done. Please look at it again."


class Manuscript(Addressed, Model):
    """A programme being written. `revision` counts its states; the state before the last act is kept, to go back to."""

    __tablename__ = "manuscripts"
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    slug: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text, deferred=True)
    body_before: Mapped[str | None] = mapped_column(Text, deferred=True)
    revision: Mapped[int] = mapped_column(default=1)
    save_key: Mapped[str] = mapped_column(String(64), default="")  # the last act's own number: a double click acts once
    updated_at: Mapped[datetime]
    author: Mapped[Person] = relationship()

    @property
    def programme(self) -> Programme:
        return from_kept(self.body)

    @property
    def problems(self) -> list[Problem]:
        """What must be seen to before it can be published."""
        return unfinished(self.programme)

    def lock(self) -> None:
        """Nobody else changes it before this act is done."""
        db.session.refresh(self, with_for_update=True)

    def has_done(self, save_key: str) -> bool:
        """Whether the form of this number was the last that was heard."""
        return bool(save_key) and self.save_key == save_key

    def must_be_at(self, revision: int) -> None:
        """Raises: Refused where somebody has changed it since."""
        if self.revision != revision:
            raise Refused(_CHANGED)

    def change(self, programme: Programme, *, save_key: str = "") -> None:
        """Keep another state of it; the one before can be brought back."""
        self.body_before, self.body = self.body, kept(programme)
        self.slug, self.title = programme.slug, programme.title
        self.revision += 1
        self.save_key, self.updated_at = save_key, clock.now()

    def undo(self, revision: int) -> None:
        """Go back to the state before the last act, if that is still the last. Raises: Refused."""
        if self.body_before is None:
            raise Refused("There is nothing to take back.")
        self.must_be_at(revision)
        self.change(from_kept(self.body_before))

    def publish(self, revision: int, *, by: Person) -> Edition:
        """Make an edition of it, which never changes; the same words again are the same edition. Raises: Refused."""
        self.must_be_at(revision)
        if problems := self.problems:
            what = "is one thing" if len(problems) == 1 else f"are {len(problems)} things"
            raise Refused(f"There {what} to see to before it can be published.")
        edition = publish_own(self.programme, by=by)
        record("edition.published", actor=by, subject=edition, version=edition.version)
        return edition

    def discard(self, *, by: Person) -> None:
        """Throw it away; editions made of it stay."""
        record("manuscript.discarded", actor=by, subject=self)
        db.session.delete(self)


def begin(programme: Programme, *, by: Person) -> Manuscript:
    """A new manuscript with these words."""
    manuscript = Manuscript(
        practice_id=by.practice_id,
        author=by,
        slug=programme.slug,
        title=programme.title,
        body=kept(programme),
        revision=1,
        updated_at=clock.now(),
    )
    db.session.add(manuscript)
    record("manuscript.begun", actor=by, subject=manuscript)
    return manuscript


def empty(title: str, author: Person) -> Programme:
    """A programme in which everything is still to be written."""
    credit = Credit(title, author.name, clock.today(author.time_zone))
    return Programme(slug_from(title), 1, title, "", credit, (), ())


def copy_of(edition: Edition, title: str, *, by: Person) -> Programme:
    """The words of an edition under a title of one's own. What the practice made itself goes on as its next version."""
    slug = edition.slug if edition.practice_id == by.practice_id else slug_from(title)
    return replace(edition.programme, title=title, version=1, slug=slug)
