"""What is kept of readiness and turns: who is ready, when it was opened, every move, every pause."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice.db import Addressed, Model, db
from practice.homework.models import Assignment, Homework
from practice.keyring import SealedText
from practice.people.models import Person
from practice.turns.course import Kind


class Readiness(Model):
    """One partner's private word that they are ready; taken back, it is gone."""

    __tablename__ = "readiness"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    said_at: Mapped[datetime]
    homework: Mapped[Homework] = relationship()


class Opening(Addressed, SealedText, Model):
    """The coach has opened a step; open until `closed_at`. Sealed text: why, where somebody was not ready; else empty."""

    __tablename__ = "openings"
    __table_args__ = (UniqueConstraint("assignment_id", "number"),)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), index=True)
    number: Mapped[int]
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    first_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # who was asked to speak first
    assignment: Mapped[Assignment] = relationship()

    @property
    def reason(self) -> str:
        return self.text


class Move(Addressed, SealedText, Model):
    """One move of one partner, never changed. Sealed text: their words; empty where it was said aloud and noted by the coach."""

    __tablename__ = "moves"
    __table_args__ = (UniqueConstraint("assignment_id", "number"), UniqueConstraint("assignment_id", "save_key"))
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), index=True)
    number: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[Kind]
    at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64))
    assignment: Mapped[Assignment] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=person_id, lazy="joined")

    @property
    def is_spoken(self) -> bool:
        """Whether it was said aloud, and only noted here."""
        return self.by_id != self.person_id


class Pause(Addressed, Model):
    """The turns rest, by the coach's word or because a partner needs a break; only the coach learns whose word it was."""

    __tablename__ = "pauses"
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"), index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    paused_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


def is_open(assignment: Assignment) -> bool:
    """Whether the coach has opened this step, and not closed it again."""
    standing = select(Opening.id).where(Opening.assignment_id == assignment.id, Opening.closed_at.is_(None))
    return db.session.scalar(standing.limit(1)) is not None


def is_heard(assignment: Assignment) -> bool:
    """Whether both have felt heard."""
    return assignment.id in heard_among([assignment.id])


def heard_among(assignments: Collection[int]) -> set[int]:
    """Those of these assignments (by id) in which both have felt heard: one query, however many there are."""
    told = select(Move.assignment_id).where(Move.assignment_id.in_(assignments), Move.kind == Kind.FELT_HEARD)
    both = told.group_by(Move.assignment_id).having(func.count(Move.person_id.distinct()) > 1)
    return set(db.session.scalars(both))
