"""A couple's goals as some readers may know them: those of which each of the readers may know."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from practice.couples.models import Couple
from practice.db import db
from practice.goals.models import Goal as Row
from practice.goals.models import GoalRating
from practice.people.models import Person


@dataclass(frozen=True, slots=True)
class Rated:
    """The number of one of its writer's days, 0 to 10."""

    on: date
    value: int


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: whose it is, what they want more of, how they would notice, and every number, the oldest first."""

    public_id: str
    person: Person
    wants: str
    notices: str
    is_shared: bool
    ratings: tuple[Rated, ...]

    @property
    def first(self) -> Rated:
        return self.ratings[0]

    @property
    def latest(self) -> Rated:
        return self.ratings[-1]


def of(couple: Couple, readers: Collection[Person]) -> tuple[Goal, ...]:
    """The goals that all of these readers may know, first partner's first: two queries, however many there are."""
    rows = select(Row).where(Row.couple_id == couple.id).options(joinedload(Row.person)).order_by(Row.begun_at, Row.id)
    known = [row for row in db.session.scalars(rows) if all(_may_know(reader, row, couple) for reader in readers)]
    ratings = _ratings(known)
    found = [Goal(row.public_id, row.person, row.words.wants, row.words.notices, row.is_shared, ratings[row.id]) for row in known]
    return tuple(sorted(found, key=lambda goal: couple.position(goal.person)))


def _may_know(reader: Person, row: Row, couple: Couple) -> bool:
    """Its writer, the couple's coach, and the other partner where it is shared."""
    is_other = row.is_shared and reader.id in (couple.first_id, couple.second_id)
    return reader.id in (row.person_id, couple.coach_id) or is_other


def _ratings(rows: Collection[Row]) -> dict[int, tuple[Rated, ...]]:
    found: dict[int, list[Rated]] = defaultdict(list)
    if rows:
        of_these = select(GoalRating).where(GoalRating.goal_id.in_([row.id for row in rows])).order_by(GoalRating.on)
        for rating in db.session.scalars(of_these):
            found[rating.goal_id].append(Rated(rating.on, rating.value))
    return {row.id: tuple(found[row.id]) for row in rows}
