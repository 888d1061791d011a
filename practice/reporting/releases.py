"""A release: what would leave the practice, to whom and what for. It leaves with every consent asked for, or not at all."""

import enum
import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.reporting.models import Audience
from practice.trail.models import record

if TYPE_CHECKING:  # the two rows know each other; while the program runs, SQLAlchemy finds the other by its name
    from practice.reporting.consents import Consent


class Holding(enum.StrEnum):
    """What a copy may hold; nothing else ever leaves."""

    ATTENDANCE = "attendance"
    GOALS = "goals"
    TOTALS = "totals"

    @property
    def label(self) -> str:
        return {
            "attendance": "Appointments: when they were, and who was there",
            "goals": "Goals in your words, with the ratings you gave them",
            "totals": "Totals of questionnaires, without any single answer",
        }[self.value]


class Answer(enum.StrEnum):
    """What a partner has said to a release."""

    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        return {"asked": "Not answered yet", "given": "Consents", "declined": "Declines", "withdrawn": "Withdrawn"}[self.value]

    @property
    def own_label(self) -> str:
        """The same to the one whose word it is."""
        return {
            "asked": "You have not answered yet",
            "given": "You have consented",
            "declined": "You have said no",
            "withdrawn": "You have taken your consent back",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked for: whose copy, to whom, what for, what it holds, about which days, until when it may leave."""

    audience: Audience  # COUPLE: both must consent; FIRST or SECOND: that one asks for it alone, and only they are asked
    recipient: str
    purpose: str
    holds: tuple[Holding, ...]
    from_on: date
    to_on: date
    until_on: date


class Release(Addressed, SealedText, Model):
    """One copy that may leave. Sealed text: its recipient and purpose as JSON, for the coach and those who are asked."""

    __tablename__ = "releases"
    __table_args__ = (UniqueConstraint("couple_id", "asked_key"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    audience: Mapped[Audience]
    attendance: Mapped[bool]
    goals: Mapped[bool]
    totals: Mapped[bool]
    from_on: Mapped[date]
    to_on: Mapped[date]
    until_on: Mapped[date]
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    prepared_at: Mapped[datetime]
    asked_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click asks once
    called_off_at: Mapped[datetime | None]
    issued_at: Mapped[datetime | None]
    couple: Mapped[Couple] = relationship(lazy="joined")
    consents: Mapped[list["Consent"]] = relationship(back_populates="release", cascade="all", order_by="Consent.id")

    @property
    def terms(self) -> Terms:
        """What is asked for, opened. Raises: Sealed."""
        held = [each for each in Holding if getattr(self, each)]
        recipient, purpose = json.loads(self.text)
        return Terms(self.audience, recipient, purpose, tuple(held), self.from_on, self.to_on, self.until_on)

    @property
    def is_complete(self) -> bool:
        """Whether everybody who was asked consents, as things stand."""
        return all(consent.answer is Answer.GIVEN for consent in self.consents)

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed, on the coach's calendar."""
        return self.until_on < clock.today(self.couple.coach.time_zone)

    @property
    def is_open(self) -> bool:
        """Whether it may still be answered and issued."""
        return not (self.issued_at or self.called_off_at or self.is_over)

    def hold(self) -> None:
        """Let nobody else change it or its consents until this act is done; read anew what stands by now."""
        db.session.flush()
        db.session.refresh(self, ["called_off_at", "issued_at"], with_for_update=True)
        for consent in self.consents:
            db.session.refresh(consent, ["answer", "typed_name", "answered_at"])

    def must_stand(self) -> None:
        """Raises: Refused unless the copy may leave now."""
        if self.called_off_at:
            raise Refused("This release was called off, so no copy of it is made.")
        if self.is_over:
            raise Refused("The last day of this release has passed, so no copy of it is made. Prepare a new one if it is needed.")
        if not self.is_complete:
            raise Refused("A consent to this is missing, or was withdrawn, so no copy leaves.")

    def issue(self) -> None:
        """Say, in the very act that finishes the copy, that it is issued. Raises: Refused when it may not be any more."""
        self.hold()
        self.must_stand()
        self.issued_at = self.issued_at or clock.now()

    def call_off(self, *, by: Person) -> None:
        """Ask nobody any more. Raises: Refused once it is issued."""
        self.hold()
        if self.issued_at:
            raise Refused("The copy is made already. You can only keep it from being handed on.")
        if not self.called_off_at:
            self.called_off_at = clock.now()
            record("release.called_off", actor=by, subject=self, couple=self.couple)
