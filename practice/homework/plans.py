"""A part's own plan: when, where and with whom it is done, one "if … then …", and how sure its writer is."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.trail.models import record

SURE_ENOUGH = 7


@dataclass(frozen=True, slots=True)
class Intention:
    """What somebody means to do; every part of it may be left empty."""

    when: str = ""
    where: str = ""
    with_whom: str = ""
    hindrance: str = ""  # "if I am too tired"
    answer: str = ""  # "then I write three lines"
    confidence: int | None = None
    easier: str = ""

    @property
    def is_unsure(self) -> bool:
        """Whether it is worth asking what would make it easier."""
        return self.confidence is not None and self.confidence < SURE_ENOUGH

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The plan as names and words, without what is empty."""
        unless = f"If {self.hindrance}, then {self.answer}" if self.hindrance and self.answer else self.hindrance or self.answer
        sure = "" if self.confidence is None else f"{self.confidence} out of 10"
        told = [
            ("When", self.when), ("Where", self.where), ("With", self.with_whom), ("If … then", unless), ("How sure", sure),
            ("What would make it easier", self.easier),
        ]  # fmt: skip
        return [(name, words) for name, words in told if words]


class Plan(Addressed, SealedText, Model):
    """The plan of one part. Sealed text: the intention as JSON, for its writer and the coach."""

    __tablename__ = "plans"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    planned_at: Mapped[datetime]
    homework: Mapped[Homework] = relationship()

    @property
    def intention(self) -> Intention:
        return Intention(**json.loads(self.text))


def of(part: Homework) -> Plan | None:
    """The plan of a part, if its writer made one."""
    return db.session.scalar(select(Plan).where(Plan.homework_id == part.id).execution_options(populate_existing=True))


def make(part: Homework, intention: Intention) -> Plan:
    """Keep a plan; a later one takes the place of an earlier. Raises: Refused."""
    # Two windows wait for each other here, so that there is one plan.
    db.session.refresh(part, ["state"], with_for_update=True)
    part.must_stand()
    plan = of(part) or Plan(homework=part, homework_id=part.id)
    plan.planned_at = clock.now()
    plan.write(json.dumps(asdict(intention)), owner=part.person.key("coach"), within=part.person.practice.key)
    db.session.add(plan)
    record("plan.made", actor=part.person, subject=part, couple=part.assignment.couple)
    return plan
