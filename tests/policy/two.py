"""The model of who may see what, and its ground: Ana and Ben, their coach, a colleague of hers, and the neighbours."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from sqlalchemy import select

from practice import clock
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.db import Model, db
from practice.errors import Refused
from practice.homework import assigning, models
from practice.people.models import Person, Practice, Role
from practice.programme.models import PublishedStep, publish
from tests.cast import shipped

_numbers = count(1)
COACH = 0  # whoever coaches the couple at the moment: after a handing over it is somebody else
GIVEN = ("causes", "commit", "talk", "joy", "pain", "gratitude", "wider-life")
Row = tuple[type[Model], int]


def coaching(person_id: int) -> int:
    """Somebody for as long as they coach the couple."""
    return -person_id


class Two(RuleBasedStateMachine):
    """Who may see which row: `may_see` says it in the plainest way, and each verb's rule keeps it."""

    @initialize()
    def begin(self) -> None:
        db.session.rollback()
        publish(shipped())
        house, next_door = Practice(name="Riverside"), Practice(name="Harbour")
        self.maya, self.rosa, self.noor = self.coach(house, "Maya"), self.coach(house, "Rosa"), self.coach(next_door, "Noor")
        db.session.flush()
        self.couple = self.pair(self.maya, "Ana", "Ben")
        self.ana, self.ben = self.couple.partners
        self.neighbours = self.pair(self.noor, "Kim", "Lee")
        self.kim, self.lee = self.neighbours.partners
        self.everyone = (self.ana, self.ben, self.maya, self.rosa, self.noor, self.kim, self.lee)
        self.steps = {step.slug: step for step in db.session.scalars(select(PublishedStep))}
        self.may_see: dict[Row, set[int]] = {}
        self.assignments: list[models.Assignment] = []
        self.moment = clock.now()
        for slug in GIVEN:
            self.give(slug, self.couple.partners)

    def coach(self, house: Practice, name: str) -> Person:
        address = f"{name}{next(_numbers)}@example.test".lower()
        coach = Person(practice=house, role=Role.COACH, name=name, email=address, joined_at=clock.now())
        db.session.add(coach)
        return coach

    def pair(self, coach: Person, *names: str) -> couples.Couple:
        one, other = (f"{name}{next(_numbers)}@example.test".lower() for name in names)
        couple = couples.add(coach, (names[0], names[1]), (one, other), Kind.NO_SECRETS)
        for partner in couple.partners:
            partner.joined_at = couple.began_at
            couple.sign(couple.confidentialities[0], partner, partner.name)
        return couple

    def give(self, slug: str, people: Iterable[Person], reveals: models.Reveals = models.Reveals.COACH) -> None:
        """Give a step to Ana, to Ben, or to both."""
        terms: Any = {"due_on": None, "note": "", "reveals": reveals, "by": self.couple.coach}
        self.know(assigning.assign(self.couple, self.steps[slug], list(people), **terms))

    def know(self, given: Iterable[models.Assignment]) -> None:
        """A step that somebody else was given alone is nobody's business, not even that it was given."""
        db.session.flush()
        for assignment in given:
            self.assignments.append(assignment)
            self.allow(assignment, COACH, *(part.person_id for part in assignment.parts))
            for part in assignment.parts:
                self.allow(part, COACH, part.person_id)

    def allow(self, row: Model, *people: int) -> None:
        self.may_see.setdefault(self.named(row), set()).update(people)

    def flushed(self, row: Model, *people: int) -> None:
        """A new row, from now on known by its number."""
        db.session.add(row)
        db.session.flush()
        self.allow(row, *people)

    def forbid(self, row: Model, *people: int) -> None:
        self.may_see[self.named(row)] -= set(people)

    def named(self, row: Model) -> Row:
        return type(row), row.id

    @property
    def both(self) -> tuple[int, int]:
        return self.ana.id, self.ben.id

    @contextmanager
    def tried(self) -> Iterator[None]:
        """An act that may be refused; then nothing of it is kept, here as there."""
        try:
            with db.session.begin_nested():
                yield
        except Refused:
            pass

    def parts(self, *slugs: str) -> list[models.Homework]:
        """Ana's and Ben's parts of these steps, or all they were ever given."""
        return [p for a in self.assignments for p in a.parts if not slugs or a.published.slug in slugs]

    def some_part(self, data: st.DataObject, *slugs: str) -> models.Homework:
        return data.draw(st.sampled_from(self.parts(*slugs)))

    def some_day(self, data: st.DataObject) -> timedelta:
        return timedelta(days=data.draw(st.sampled_from([0, 0, 1, 7])))

    def new_word(self) -> str:
        return f"word{next(_numbers)}"
