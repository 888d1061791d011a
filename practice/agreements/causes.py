"""Causes: rows of a list that both have opened to each other, and the lines that are made from them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, select

from practice.agreements.adding import must_stand, new, owner_of, put
from practice.agreements.models import Line
from practice.agreements.wording import Wording
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer
from practice.people.models import Person
from practice.programme.answers import filled_rows
from practice.programme.library import Ledger, Readers


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a revealed list."""

    part: Homework
    answer: Answer
    number: int
    words: dict[str, str]
    line: Line | None  # what was made from it, if anything was

    @property
    def key(self) -> str:
        return f"{self.answer.public_id}.{self.number}"

    def told(self, ledger: Ledger) -> list[tuple[str, str]]:
        """Label and text of each of its cells."""
        return Wording(self.words).told(ledger)


def made_from_rows(assignment: Assignment) -> Ledger | None:
    """The ledger of this step that is made from rows, if it has one."""
    return next((ledger for ledger in assignment.published.step.ledgers if ledger.made_from), None)


def rows_of(assignment: Assignment, ledger: Ledger, permitted: Select[Answer]) -> list[Row]:
    """The rows from which lines may be made: revealed, meant for both, permitted to whoever asks; none before that."""
    if not ledger.made_from or not assignment.is_revealed:
        return []
    parts = {part.revealed.id: part for part in assignment.parts if part.revealed}
    lists = permitted.where(Answer.reflection_id.in_(parts), Answer.prompt_key == ledger.made_from)
    answers = db.session.scalars(lists.where(Answer.readers == Readers.BOTH).order_by(Answer.id)).all()
    made = _made(assignment, ledger)
    return [
        Row(parts[answer.reflection_id], answer, number, words, _among(made, answer, number, words, parts[answer.reflection_id]))
        for answer in answers
        for number, words in enumerate(_cells(ledger, row) for row in filled_rows(answer.value))
    ]


def make(rows: list[Row], chosen: Collection[str], ledger: Ledger, *, by: Person) -> int:
    """Make lines of the chosen rows, each at most once; how many were made. The row's writer is author and owner.

    Raises: Refused.
    """
    made = 0
    for row in rows:
        if row.key in chosen and row.line is None:
            _must_be_open(row.part, by)
            owner = owner_of(row.part.assignment.couple, row.part.person)
            line = new(row.part, ledger, Wording(row.words, owner), save_key=row.key)
            line.source_id, line.source_row = row.answer.id, row.number
            made += put(line, by) is not None
    return made


def _must_be_open(part: Homework, by: Person) -> None:
    couple = part.assignment.couple
    if by.is_coach and not couple.may_write:
        raise Refused("Their work rests at the moment. Reopen it first.")
    if by.is_partner:
        couple.must_be_at_work()
    must_stand(part)


def _made(assignment: Assignment, ledger: Ledger) -> list[Line]:
    return list(
        db.session.scalars(
            select(Line).where(
                Line.couple_id == assignment.couple_id, Line.step == assignment.published.slug, Line.ledger == ledger.key
            )
        )
    )


def _among(made: list[Line], answer: Answer, number: int, words: dict[str, str], part: Homework) -> Line | None:
    """The line of this row; the same words in a later attempt are the same row."""
    for line in made:
        if (line.source_id, line.source_row) == (answer.id, number):
            return line
        if line.author_id == part.person_id and line.wording.words == words:
            return line
    return None


def _cells(ledger: Ledger, row: dict[str, str]) -> dict[str, str]:
    """What of a row the ledger has a column for; where it has none, all of it in the first."""
    cells = {column.key: row.get(column.key, "").strip() for column in ledger.columns}
    if not any(cells.values()):
        cells[ledger.columns[0].key] = "\n".join(text.strip() for text in row.values() if text.strip())
    return cells
