"""Many couples at once, quickly, for pages that must not slow down with their number."""

from sqlalchemy import func, select

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import db
from practice.homework.models import Assignment, Homework, State
from practice.people.models import Person, Role
from practice.programme.models import newest


def crowd(coach: Person, count: int) -> None:
    """So many more active couples, each with a step sent by one and open for the other."""
    step = newest().steps[0]
    there = db.session.scalar(select(func.count()).select_from(Couple)) or 0
    numbers = range(there, there + count)
    pairs = [[_partner(coach, f"{name} {number}") for name in ("Eva", "Jo")] for number in numbers]
    couples = [Couple(practice=coach.practice, coach=coach, first=a, second=b, state=CoupleState.ACTIVE) for a, b in pairs]
    db.session.add_all(couples)
    db.session.flush()
    for couple in couples:
        given = Assignment(
            couple=couple,
            published=step,
            together=True,
            assigned_at=clock.now(),
            parts=[
                Homework(person=couple.first, state=State.SUBMITTED, submitted_at=clock.now(), reflections=[]),
                Homework(person=couple.second, reflections=[]),
            ],
        )
        given.sealed, given.sealed_for = b"", ""
        db.session.add(given)
    db.session.commit()


def _partner(coach: Person, name: str) -> Person:
    address = f"{name.lower().replace(' ', '.')}@example.test"
    return Person(practice=coach.practice, role=Role.PARTNER, name=name, email=address, joined_at=clock.now())
