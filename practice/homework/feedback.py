"""Feedback: what the coach writes back, to one person a row, so that nobody reads what was meant for the other."""

from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record


class Feedback(Addressed, SealedText, Model):
    """One answer of the coach to one partner's part."""

    __tablename__ = "feedback"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
    homework: Mapped[Homework] = relationship()
    author: Mapped[Person] = relationship(lazy="joined")

    def read(self) -> None:
        """Its reader has seen it."""
        self.read_at = self.read_at or clock.now()


def give(parts: list[Homework], text: str, *, by: Person) -> list[Feedback]:
    """Write back to one or both: a row for each, sealed apart."""
    return [_give(part, text, by) for part in parts]


def _give(part: Homework, text: str, by: Person) -> Feedback:
    feedback = Feedback(homework=part, author_id=by.id, written_at=clock.now())
    feedback.write(text.strip(), owner=by.key("feedback"), within=by.practice.key)
    db.session.add(feedback)
    record("feedback.given", actor=by, subject=feedback, couple=part.assignment.couple)
    return feedback


def of(part: Homework) -> list[Feedback]:
    """What was written back to one part, oldest first."""
    return list(db.session.scalars(select(Feedback).where(Feedback.homework_id == part.id).order_by(Feedback.id)))
