"""What was sent: the answers, for writer and coach alone, and apart from them the total, which both may come to share."""

import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.confidentiality import Confidentiality
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.measures import coming_due, scoring
from practice.measures.marks import Chosen
from practice.measures.models import Occasion, State
from practice.trail.models import record


class ItemAnswers(Addressed, SealedText, Model):
    """The answers of one occasion. Sealed text: JSON, for each item the place of the chosen option as printed, or null."""

    __tablename__ = "item_answers"
    occasion_id: Mapped[int] = mapped_column(ForeignKey("occasions.id"), unique=True)
    policy_id: Mapped[int] = mapped_column(ForeignKey("confidentialities.id"))  # the one in force when it was sent
    sent_at: Mapped[datetime]
    sent_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click sends once
    read_at: Mapped[datetime | None]  # when the coach said that they have read it
    occasion: Mapped[Occasion] = relationship(lazy="joined")
    policy: Mapped[Confidentiality] = relationship()

    @property
    def places(self) -> list[int | None]:
        found: list[int | None] = json.loads(self.text)
        return found

    def read(self) -> None:
        """The coach has read it; a second click changes nothing."""
        self.read_at = self.read_at or clock.now()


class Total(Addressed, SealedText, Model):
    """What an occasion adds up to. Sealed text: JSON of the total (null while an item lacks) and of how many are answered."""

    __tablename__ = "measure_totals"
    occasion_id: Mapped[int] = mapped_column(ForeignKey("occasions.id"), unique=True)
    occasion: Mapped[Occasion] = relationship(lazy="joined")

    @property
    def points(self) -> Decimal | None:
        told = json.loads(self.text)["total"]
        return Decimal(told) if told is not None else None

    @property
    def answered(self) -> int:
        """How many items have an answer."""
        return int(json.loads(self.text)["answered"])


def send(occasion: Occasion, chosen: Chosen, *, sent_key: str) -> None:
    """Send these answers to the coach, once; the same key twice sends once. Raises: Refused."""
    occasion.asking.hold()
    if (sent := of(occasion)) and sent.sent_key == sent_key:
        return
    occasion.must_be_open()
    if not chosen:
        raise Refused("Nothing is marked yet, so there is nothing to send.")
    person, agreed = occasion.person, occasion.couple.agreed
    assert agreed, "Nothing is asked before both have signed"
    instrument = occasion.asking.version.instrument
    places = [chosen.get(number) for number in range(1, len(instrument.items) + 1)]
    answers = ItemAnswers(occasion=occasion, policy=agreed, sent_at=clock.now(), sent_key=sent_key)
    answers.write(json.dumps(places), owner=person.key("coach"), within=person.practice.key)
    total = Total(occasion=occasion)
    points = scoring.total(instrument, places)
    told = {"total": None if points is None else str(points), "answered": scoring.answered(places)}
    total.write(json.dumps(told), owner=person.key("both"), within=person.practice.key)
    db.session.add_all([answers, total])
    occasion.settle(State.ANSWERED)
    coming_due.forget(occasion)
    record("occasion.answered", actor=person, subject=occasion, couple=occasion.couple)


def of(occasion: Occasion) -> ItemAnswers | None:
    """What was sent on this occasion."""
    return db.session.scalar(select(ItemAnswers).where(ItemAnswers.occasion_id == occasion.id))


def totals_of(occasions: Sequence[Occasion]) -> dict[int, Total]:
    """The totals of these occasions, by occasion."""
    rows = select(Total).where(Total.occasion_id.in_([occasion.id for occasion in occasions]))
    return {total.occasion_id: total for total in db.session.scalars(rows)}
