"""When each is asked, what they answered, and what their coach noted about it."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.keyring import SealedText
from practice.people.models import Person
from practice.safety.questions import Answers
from practice.trail.models import record


class Unit(enum.StrEnum):
    """What is counted between one time and the next: only what both know of, so that being asked tells nothing."""

    STEPS = "steps"
    WEEKS = "weeks"
    NEVER = "never"

    @property
    def label(self) -> str:
        return {
            "steps": "Whenever so many steps that both do together have been given",
            "weeks": "After so many weeks",
            "never": "Only when you ask",
        }[self.value]


class SafetyRhythm(Model):
    """How often a couple is asked; one without a row is asked in the usual rhythm."""

    __tablename__ = "safety_rhythms"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), unique=True)
    at_first: Mapped[bool]
    unit: Mapped[Unit]
    every: Mapped[int]


class SafetyScreen(Addressed, Model):
    """One person was asked. Both together in one round, under the same number; one alone without a number."""

    __tablename__ = "safety_screens"
    __table_args__ = (UniqueConstraint("person_id", "round"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    round: Mapped[int | None]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    couple: Mapped[Couple] = relationship()
    person: Mapped[Person] = relationship(lazy="joined")

    def answer(self, answers: Answers, *, save_key: str) -> None:
        """Keep what somebody said, and ask no more until the next time: the same acts whatever they said.

        The same form twice is once. Another page that was still open is kept beside it: a second word counts too.
        """
        told = SafetyAnswers(screen=self, screen_id=self.id, told_at=clock.now(), save_key=save_key)
        told.write(answers.to_text(), owner=self.person.key("safety"), within=self.person.practice.key)
        try:
            with db.session.begin_nested():
                db.session.add(told)
        except IntegrityError:
            return
        mine = update(SafetyScreen).where(SafetyScreen.person_id == self.person_id, SafetyScreen.answered_at.is_(None))
        changed(mine.values(answered_at=clock.now()).execution_options(synchronize_session=False))
        record("safety.answered", actor=self.person, subject=self, couple=self.couple)


class SafetyAnswers(Addressed, SealedText, Model):
    """What was sent once, for the coach's eyes alone: its writer never reads it again. Sealed text: the four answers."""

    __tablename__ = "safety_answers"
    __table_args__ = (UniqueConstraint("screen_id", "save_key"),)
    screen_id: Mapped[int] = mapped_column(ForeignKey("safety_screens.id"))
    told_at: Mapped[datetime]
    save_key: Mapped[str] = mapped_column(String(64))
    screen: Mapped[SafetyScreen] = relationship(lazy="joined")

    @property
    def answers(self) -> Answers:
        """Raises: Sealed once the writer's keys are destroyed."""
        return Answers.from_text(self.text)


class SafetyDealing(Addressed, SealedText, Model):
    """The coach has dealt with what somebody said; `about` is its public id. Sealed text: the coach's note, maybe empty."""

    __tablename__ = "safety_dealings"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    about: Mapped[str] = mapped_column(String(32), unique=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    dealt_at: Mapped[datetime]
    couple: Mapped[Couple] = relationship()


def deal_with(couple: Couple, about: str, note: str, *, by: Person) -> None:
    """Note that somebody's word was dealt with. A second time changes nothing: the first note stands."""
    dealing = SafetyDealing(couple=couple, couple_id=couple.id, about=about, by_id=by.id, dealt_at=clock.now())
    dealing.write(note.strip(), owner=by.key("feedback"), within=by.practice.key)
    try:
        with db.session.begin_nested():
            db.session.add(dealing)
    except IntegrityError:
        return
    record("safety.dealt_with", actor=by, subject=dealing, couple=couple)
