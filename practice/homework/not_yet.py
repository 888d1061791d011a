"""Not yet: what somebody says instead of doing a step now. The step stays open, and nothing is held against anybody."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.trail.models import record


class Reason(enum.StrEnum):
    """What is in the way, in one tap."""

    NO_TIME = "no_time"
    TOO_HARD = "too_hard"
    TOO_SORE = "too_sore"
    AWAY = "away"
    ELSE = "else"

    @property
    def label(self) -> str:
        return {
            "no_time": "No time",
            "too_hard": "Too hard",
            "too_sore": "Too sore",
            "away": "Away",
            "else": "Something else",
        }[self.value]


class NotYet(Addressed, SealedText, Model):
    """One "not yet". Sealed text: a few words with it, for the coach; may be empty."""

    __tablename__ = "not_yets"
    __table_args__ = (UniqueConstraint("homework_id", "save_key"),)
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), index=True)
    reason: Mapped[Reason]
    said_at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click says it once
    homework: Mapped[Homework] = relationship()


def of(part: Homework) -> list[NotYet]:
    """What was said about a part, oldest first."""
    return list(db.session.scalars(select(NotYet).where(NotYet.homework_id == part.id).order_by(NotYet.id)))


def say(part: Homework, reason: Reason, words: str, *, save_key: str) -> NotYet:
    """Say "not yet" with a reason. The same key twice says it once. Raises: Refused when nothing is open."""
    # Two clicks at once wait for each other here.
    db.session.refresh(part, ["state"], with_for_update=True)
    if already := next((each for each in of(part) if each.save_key == save_key[:64]), None):
        return already
    part.must_be_open()
    said = NotYet(homework=part, homework_id=part.id, reason=reason, said_at=clock.now(), save_key=save_key[:64])
    said.write(words.strip(), owner=part.person.key("coach"), within=part.person.practice.key)
    db.session.add(said)
    record("homework.not_yet", actor=part.person, subject=part, couple=part.assignment.couple)
    return said
