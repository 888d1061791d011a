"""How the turns of one assignment stand: who is ready, what was opened, what rests, whose turn it is."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Self

from sqlalchemy import select

from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.programme.library import Step
from practice.turns.course import Course
from practice.turns.models import Move, Opening, Pause, Readiness


@dataclass
class Standing:
    """What stands now: who is ready and since when (by person), openings, standing pauses and moves, oldest first."""

    assignment: Assignment
    ready: dict[int, datetime]
    openings: list[Opening]
    pauses: list[Pause]
    moves: list[Move]

    @classmethod
    def of(cls, assignment: Assignment) -> Self:
        """How they stand now: a fixed number of questions, however many moves there are."""
        fresh = {"populate_existing": True}
        parts = {part.id: part.person_id for part in assignment.parts}
        said = db.session.execute(select(Readiness.homework_id, Readiness.said_at).where(Readiness.homework_id.in_(parts)))
        openings = select(Opening).where(Opening.assignment_id == assignment.id).order_by(Opening.number)
        pauses = select(Pause).where(Pause.assignment_id == assignment.id, Pause.ended_at.is_(None)).order_by(Pause.id)
        moves = select(Move).where(Move.assignment_id == assignment.id).order_by(Move.number)
        return cls(
            assignment,
            {parts[part]: at for part, at in said},
            list(db.session.scalars(openings, execution_options=fresh)),
            list(db.session.scalars(pauses, execution_options=fresh)),
            list(db.session.scalars(moves, execution_options=fresh)),
        )

    @property
    def couple(self) -> Couple:
        return self.assignment.couple

    @cached_property
    def step(self) -> Step:
        return self.assignment.published.step

    @property
    def opening(self) -> Opening | None:
        """The opening that stands; None while the step is closed."""
        return self.openings[-1] if self.openings and self.openings[-1].closed_at is None else None

    @property
    def unready(self) -> list[Person]:
        """Who would have to be ready and is not; somebody who cannot come in is not ready. For the coach alone."""
        asked = self.couple.partners if self.step.ready else ()
        return [person for person in asked if person.id not in self.ready or person.disabled_at]

    @property
    def course(self) -> Course:
        chosen = self.opening.first_id if self.opening else None
        moves = tuple((move.person_id, move.kind) for move in self.moves)
        return Course((self.couple.first_id, self.couple.second_id), moves, chosen)

    @property
    def rests(self) -> bool:
        return bool(self.pauses)

    @property
    def next_number(self) -> int:
        return len(self.moves) + 1

    @property
    def speaker(self) -> Person | None:
        return self._person(self.course.speaker)

    @property
    def whose_turn(self) -> Person | None:
        return self._person(self.course.whose_turn)

    @property
    def ended(self) -> str:
        """Why nothing is asked any more, as a sentence for both partners alike; empty while the step and their work go on."""
        if self.assignment.is_withdrawn:
            return f"{self.couple.coach.name} has taken this step back. What you wrote stays here to read."
        try:
            self.couple.must_be_at_work()
        except Refused as refused:
            return refused.sentence
        return ""

    @property
    def halted(self) -> str:
        """Why nothing can be written now, likewise; empty while it goes on."""
        coach = self.couple.coach.name
        if self.ended:
            return self.ended
        if self.opening is None:
            return "This step is closed for now. It opens when you are both ready."
        if self.rests:
            return f"This step rests for now. Nothing is lost. {coach} will tell you both when it goes on."
        return "" if self.course.first else f"{coach} will say who speaks first."

    def _person(self, wanted: int | None) -> Person | None:
        return next((person for person in self.couple.partners if person.id == wanted), None)
