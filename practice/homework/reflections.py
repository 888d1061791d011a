"""Reflections: what somebody has sent, answer by answer, each with its own readers."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.library import Readers

if TYPE_CHECKING:
    from practice.homework.models import Homework


class Reflection(Addressed, Model):
    """One sent attempt. Attempts are kept; each is revealed by itself."""

    __tablename__ = "reflections"
    __table_args__ = (UniqueConstraint("homework_id", "attempt"), UniqueConstraint("homework_id", "sent_key"))
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), index=True)
    attempt: Mapped[int]
    sent_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click sends once
    submitted_at: Mapped[datetime] = mapped_column(index=True)
    revealed_at: Mapped[datetime | None]
    released_at: Mapped[datetime | None]  # by its writer, for paper
    chosen_at: Mapped[datetime | None]  # by the coach, for paper
    voided_at: Mapped[datetime | None]
    homework: Mapped["Homework"] = relationship(back_populates="reflections")
    answers: Mapped[list["Answer"]] = relationship(back_populates="reflection", cascade="all", order_by="Answer.id")

    @property
    def is_revealed(self) -> bool:
        return self.revealed_at is not None

    @property
    def is_void(self) -> bool:
        return self.voided_at is not None

    def release(self, *, on_paper: bool) -> None:
        """Its writer's word on whether it may stand in a printed report."""
        self.released_at = (self.released_at or clock.now()) if on_paper else None

    def choose(self, *, for_paper: bool) -> None:
        """The coach's word on the same; both are needed."""
        self.chosen_at = (self.chosen_at or clock.now()) if for_paper else None

    def void(self) -> None:
        """Set aside what was sent by mistake. Raises: Refused once the other has been let in."""
        if self.is_revealed:
            raise Refused("This has been revealed, so it can no longer be set aside unread.")
        self.voided_at = clock.now()


class Answer(Addressed, SealedText, Model):
    """One answer, with the readers its writer chose and the policy it was written under. Sealed text: a JSON value."""

    __tablename__ = "answers"
    __table_args__ = (UniqueConstraint("reflection_id", "prompt_key"),)
    reflection_id: Mapped[int] = mapped_column(ForeignKey("reflections.id"), index=True)
    confidentiality_id: Mapped[int] = mapped_column(ForeignKey("confidentialities.id"))
    prompt_key: Mapped[str] = mapped_column(String(80))
    readers: Mapped[Readers]
    reflection: Mapped[Reflection] = relationship(back_populates="answers")

    @property
    def value(self) -> Any:
        """What was answered; its type follows the prompt's kind."""
        return json.loads(self.text)

    @classmethod
    def written(cls, writer: Person, prompt_key: str, value: Any, readers: Readers, confidentiality_id: int) -> "Answer":
        """An answer sealed with its writer's key for that class of text."""
        answer = cls(prompt_key=prompt_key, readers=readers, confidentiality_id=confidentiality_id)
        answer.write(json.dumps(value), owner=writer.key(readers.value), within=writer.practice.key)
        return answer
