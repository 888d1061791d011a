"""Drafts: what is being written, seen by its writer alone, never lost."""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, String, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.programme.library import Readers

KEPT = timedelta(days=30)
_KEEP_EVERY = timedelta(minutes=5)


class Stale(Exception):
    """A save that was made from an older revision; both texts are kept and offered."""


class Draft(Addressed, SealedText, Model):
    """The text in progress of one part. Sealed text: JSON of answers and readers by prompt."""

    __tablename__ = "drafts"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    revision: Mapped[int] = mapped_column(default=0)
    saved_at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64), default="")  # the last save's own number: repeated, it counts once
    homework: Mapped[Homework] = relationship(lazy="joined")

    @property
    def content(self) -> dict[str, dict[str, Any]]:
        """{"answers": {prompt: value}, "readers": {prompt: class}}."""
        return json.loads(self.text) if self.revision else {"answers": {}, "readers": {}}

    def answer(self, key: str) -> Any:
        return self.content["answers"].get(key)

    def save(self, answers: dict[str, Any], readers: dict[str, Readers], *, revision: int, save_key: str) -> None:
        """Add these answers to what is kept.

        `revision` is the one the writer's screen began from. The same `save_key` twice is one save.
        Raises: Stale when the draft has moved on meanwhile (another device): nothing is overwritten, and what
        came is kept as an earlier version.
        """
        if save_key and save_key == self.save_key:
            return
        merged = self.content
        changed = {key for key, value in answers.items() if merged["answers"].get(key) != value}
        if revision != self.revision and changed:
            self._keep_version({"answers": answers, "readers": {k: r.value for k, r in readers.items()}})
            raise Stale
        if self._is_time_to_keep():
            self._keep_version(merged)
        merged["answers"].update(answers)
        merged["readers"].update({key: r.value for key, r in readers.items()})
        self._seal(merged)
        self.revision += 1
        self.saved_at, self.save_key = clock.now(), save_key
        self.homework.begin()

    def _seal(self, content: dict[str, Any]) -> None:
        writer = self.homework.person
        self.write(json.dumps(content), owner=writer.key("draft"), within=writer.practice.key)

    def _is_time_to_keep(self) -> bool:
        if not self.revision:
            return False
        last = db.session.scalar(
            select(DraftVersion.saved_at).where(DraftVersion.draft_id == self.id).order_by(DraftVersion.id.desc()).limit(1)
        )
        return last is None or clock.now() - last > _KEEP_EVERY

    def _keep_version(self, content: dict[str, Any]) -> None:
        version = DraftVersion(draft_id=self.id, revision=self.revision, saved_at=clock.now())
        writer = self.homework.person
        version.write(json.dumps(content), owner=writer.key("draft"), within=writer.practice.key)
        db.session.add(version)


class DraftVersion(Addressed, SealedText, Model):
    """An earlier state of a draft, or one that came too late; kept for thirty days."""

    __tablename__ = "draft_versions"
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), index=True)
    revision: Mapped[int]
    saved_at: Mapped[datetime] = mapped_column(index=True)


def of(homework: Homework) -> Draft:
    """The draft of a part; a new empty one the first time."""
    draft = db.session.scalar(select(Draft).where(Draft.homework_id == homework.id).with_for_update(of=Draft))
    if draft is None:
        draft = Draft(homework=homework, homework_id=homework.id, revision=0, saved_at=clock.now())
        draft._seal({"answers": {}, "readers": {}})
        db.session.add(draft)
        db.session.flush()
    return draft


def forget_old_versions() -> None:
    """Let go of versions older than thirty days."""
    db.session.execute(delete(DraftVersion).where(DraftVersion.saved_at < clock.now() - KEPT))
