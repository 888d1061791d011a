"""What was written, as far as every reader of a report may read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import groupby
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from practice import formats, keyring, policy
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer, Reflection
from practice.programme.answers import filled_rows
from practice.programme.library import Prompt, PromptKind, Readers, Step, as_text
from practice.reporting.audience import Reading
from practice.reporting.period import Period
from practice.reporting.room import Room
from practice.reporting.script import paragraphs
from practice.reporting.texts import Part, Told, Written


@dataclass(frozen=True)
class Sent:
    """One attempt, with only those of its answers that may be printed."""

    reflection: Reflection
    step: Step
    answers: tuple[Answer, ...]

    @property
    def part(self) -> Homework:
        return self.reflection.homework

    @property
    def when(self) -> datetime:
        """When it could first be read by all who may: revealed, or else sent."""
        return self.reflection.revealed_at or self.reflection.submitted_at

    @cached_property
    def values(self) -> tuple[tuple[Prompt, object], ...]:
        """Each question with its answer, in the order of the step; what can no longer be opened is left out."""
        held = {answer.prompt_key: answer for answer in self.answers}
        asked = [(prompt, held[prompt.key]) for prompt in self.step.prompts if prompt.key in held]
        return tuple((prompt, value) for prompt, answer in asked for value in _opened(answer))

    @property
    def told(self) -> tuple[Told, ...]:
        texts = [(prompt, paragraphs(as_text(prompt, value))) for prompt, value in self.values]
        return tuple(Told(prompt.ask.strip(), text) for prompt, text in texts if text)

    @property
    def points(self) -> int:
        """How many lines were filled in lists."""
        lists = [value for prompt, value in self.values if prompt.kind is PromptKind.ROWS]
        return sum(len(list(filled_rows(value))) for value in lists)


def sent(reading: Reading, period: Period) -> list[Sent]:
    """The newest attempt of each part that may be printed and falls within the period, step by step."""
    attempts: dict[int, list[Answer]] = {}
    for answer in db.session.scalars(answers(reading)).unique():
        attempts.setdefault(answer.reflection_id, []).append(answer)
    newest: dict[int, Sent] = {}
    for told in attempts.values():
        reflection = told[0].reflection
        one = Sent(reflection, reflection.homework.assignment.published.step, tuple(told))
        held = newest.get(reflection.homework_id)
        if _may_be_printed(reading, one, period) and (held is None or held.reflection.attempt < reflection.attempt):
            newest[reflection.homework_id] = one
    return sorted(newest.values(), key=_section)


def answers(reading: Reading) -> Select[Any]:
    """All answers in their steps that every reader may read; none of those told for safety."""
    query = (
        select(Answer)
        .join(Answer.reflection)
        .join(Reflection.homework)
        .join(Homework.assignment)
        .where(Assignment.couple_id == reading.couple.id, Reflection.voided_at.is_(None))
        # The coach may read what was told for safety, and no report ever holds it.
        .where(Answer.readers.in_([Readers.COACH, Readers.BOTH]))
        .options(joinedload(Answer.reflection).joinedload(Reflection.homework))
        .order_by(Answer.id)
    )
    for reader in reading.readers:
        query = query.where(Answer.id.in_(policy.rows(reader, Answer).with_only_columns(Answer.id)))
    return query


def _may_be_printed(reading: Reading, one: Sent, period: Period) -> bool:
    if one.step.most_private or not period.holds(one.when):
        return False
    both_said_so = one.reflection.released_at is not None and one.reflection.chosen_at is not None
    return both_said_so or not reading.needs_release(one.part.person)


def written(reading: Reading, parts: list[Sent], period: Period, room: Room) -> tuple[Written, ...]:
    """The parts as they stand on paper, one section a step; who stands first alternates. What has no room is left out."""
    sections = []
    for turn, (_, group) in enumerate(groupby(parts, key=_section)):
        ordered = sorted(group, key=lambda one: reading.couple.position(one.part.person), reverse=turn % 2 == 1)
        told = tuple(
            Part(reading.who(one.part.person), f"sent on {formats.day(period.day(one.reflection.submitted_at))}", fitting)
            for one in ordered
            if (fitting := room.fitting(one.told)) or not room.more
        )
        if told:
            sections.append(Written(ordered[0].step.title, _where(ordered[0], period), told))
    return tuple(sections)


def _section(one: Sent) -> tuple[int, int]:
    # A shared step given twice is two sections; a step done alone is one, whoever did it.
    assignment = one.part.assignment
    return (assignment.published.position, assignment.id if assignment.together else 0)


def _where(one: Sent, period: Period) -> str:
    published = one.part.assignment.published
    if not published.together:
        return f"Step {published.position}, on your own."
    revealed = one.reflection.revealed_at
    opened = f" Opened to both on {formats.day(period.day(revealed))}." if revealed else " Not opened to both yet."
    return f"Step {published.position}, together.{opened}"


def _opened(answer: Answer) -> Iterator[object]:
    try:
        yield answer.value
    except keyring.Sealed:
        return  # its writer was erased: the key is gone, and so are the words
