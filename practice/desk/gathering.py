"""What a coach's desk shows beside the queue: how each couple is doing, and letters that do not leave."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework import standing
from practice.homework.models import Homework
from practice.homework.standing import Standing
from practice.people.models import Person, Practice
from practice.post import Letter

SHOWN = 100  # couples on the desk; the list of couples has them all


@dataclass(frozen=True, slots=True)
class Line:
    """One couple on the desk."""

    couple: Couple
    standing: Standing

    @property
    def is_stuck(self) -> bool:
        return self.couple.may_write and self.standing.is_stuck

    @property
    def is_idle(self) -> bool:
        return self.couple.may_write and self.standing.is_idle


@dataclass(frozen=True, slots=True)
class LateLetters:
    """Letters that the mail server has not taken yet."""

    count: int
    since: datetime


def lines(mine: Select[Couple], permitted: Select[Homework]) -> list[Line]:
    """One line for each of these couples that is not closed, in the order of their names."""
    first: Any = aliased(Person)
    open_ones = mine.join(first, Couple.first).where(Couple.state != CoupleState.CLOSED).order_by(first.name, Couple.id)
    couples = list(db.session.scalars(open_ones).unique())
    standings = standing.of_couples(permitted, [couple.id for couple in couples])
    return [Line(couple, standings[couple.id]) for couple in couples]


def late_letters(practice: Practice) -> LateLetters | None:
    """The practice's letters that wait although somebody tried to send them."""
    count, since = db.session.execute(
        select(func.count(), func.min(Letter.written_at)).where(
            Letter.sealed_for == f"{practice.key}:letters", Letter.sent_at.is_(None), Letter.trouble.is_not(None)
        )
    ).one()
    return LateLetters(count, since) if count else None
