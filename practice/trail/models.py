"""One line per act."""

from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Model, db


class Named(Protocol):
    """Anything with a public id can act or be acted upon."""

    public_id: Mapped[str]


class Event(Model):
    """An act. It holds ids instead of foreign keys, so that it stays when the rows are gone."""

    __tablename__ = "events"
    __table_args__ = (Index("ix_events_couple_at", "couple", "at"), Index("ix_events_subject_verb", "subject", "verb"))
    at: Mapped[datetime] = mapped_column(index=True)
    verb: Mapped[str] = mapped_column(String(60))
    actor: Mapped[str | None] = mapped_column(String(32))
    subject: Mapped[str | None] = mapped_column(String(32))
    couple: Mapped[str | None] = mapped_column(String(32))
    facts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)


def record(
    verb: str, *, actor: Named | None, subject: Named | None, couple: Named | None = None, **facts: str | int | bool
) -> None:
    """Remember an act ("reflection.submitted"). Facts are short and never private text."""
    db.session.add(
        Event(
            at=clock.now(),
            verb=verb,
            actor=actor.public_id if actor else None,
            subject=subject.public_id if subject else None,
            couple=couple.public_id if couple else None,
            facts=dict(facts),
        )
    )
