"""Reflections: what somebody has sent, answer by answer, each with its own readers."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, func, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.library import Readers
from practice.trail.models import record

if TYPE_CHECKING:  # the two rows know each other; while the program runs, SQLAlchemy finds the other by its name
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
    taken_back_at: Mapped[datetime | None]  # by its writer, who changed their mind; then it is void too
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

    def choose(self, *, for_paper: bool, by: Person | None = None) -> None:
        """The coach's word on the same; both are needed."""
        self.chosen_at = (self.chosen_at or clock.now()) if for_paper else None
        record("reflection.chosen", actor=by, subject=self, for_paper=for_paper)

    def open_to_both(self) -> bool:
        """Let the other partner read what is shared in it; whether this very act did so: of two at once, one is first."""
        db.session.flush()
        return self._first(revealed_at=clock.now())

    def take_back(self) -> None:
        """Its writer has changed their mind. Raises: Refused once the other has been let in."""
        db.session.flush()
        if not self._first(voided_at=clock.now(), taken_back_at=clock.now()):
            raise Refused("It is open to you both by now, so it can no longer be taken back.")

    def _first(self, **values: datetime) -> bool:
        """Change what is sealed and still counts: of a reveal and a change of mind at once, one is first."""
        sealed = update(Reflection).where(
            Reflection.id == self.id, Reflection.revealed_at.is_(None), Reflection.voided_at.is_(None)
        )
        first = changed(sealed.values(**values).execution_options(synchronize_session=False))
        db.session.refresh(self, ["revealed_at", "voided_at", "taken_back_at"])
        return bool(first)

    def must_be_sealed(self) -> None:
        """Raises: Refused once the other has been let in."""
        if self.is_revealed:
            raise Refused("This has been revealed, so it can no longer be set aside unread.")

    def void(self) -> None:
        """Set aside what was sent by mistake. Raises: Refused once the other has been let in."""
        self.must_be_sealed()
        self.voided_at = self.voided_at or clock.now()


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


def tally(sent: Iterable[Reflection]) -> dict[int, dict[Readers, int]]:
    """How many answers of each class stand in these reflections, by id; nothing is opened for it."""
    found: dict[int, dict[Readers, int]] = {reflection.id: {} for reflection in sent}
    counted = select(Answer.reflection_id, Answer.readers, func.count()).where(Answer.reflection_id.in_(found))
    for reflection_id, readers, number in db.session.execute(counted.group_by(Answer.reflection_id, Answer.readers)):
        found[reflection_id][readers] = number
    return found


def kept_private(sent: Iterable[Reflection]) -> set[tuple[int, str]]:
    """Which questions were answered for their writer alone: (reflection id, prompt key), never the answer."""
    ids = [reflection.id for reflection in sent]
    keys = select(Answer.reflection_id, Answer.prompt_key).where(Answer.reflection_id.in_(ids), Answer.readers == Readers.ONLY_ME)
    return {(reflection_id, key) for reflection_id, key in db.session.execute(keys)}
