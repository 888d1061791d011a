"""Feedback: what the coach writes back, to one person a row, so that nobody reads what was meant for the other."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record

_DOUBLE_CLICK = timedelta(minutes=1)


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
    """Write back to one or both: a row for each, sealed apart. The same words twice are a double click, kept once."""
    return [_given_already(part, text.strip(), by) or _give(part, text.strip(), by) for part in parts]


def _given_already(part: Homework, text: str, by: Person) -> Feedback | None:
    # Two clicks at once wait for each other here.
    db.session.execute(select(Homework.id).where(Homework.id == part.id).with_for_update())
    last = next(iter(reversed(of(part))), None)
    is_same = last and last.author_id == by.id and clock.now() - last.written_at < _DOUBLE_CLICK and last.text == text
    return last if is_same else None


def _give(part: Homework, text: str, by: Person) -> Feedback:
    feedback = Feedback(homework=part, author_id=by.id, written_at=clock.now())
    feedback.write(text, owner=by.key("feedback"), within=by.practice.key)
    db.session.add(feedback)
    record("feedback.given", actor=by, subject=feedback, couple=part.assignment.couple)
    return feedback


def of(part: Homework) -> list[Feedback]:
    """What was written back to one part, oldest first."""
    return list(db.session.scalars(select(Feedback).where(Feedback.homework_id == part.id).order_by(Feedback.id)))
