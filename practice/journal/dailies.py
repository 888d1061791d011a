"""Which dailies a partner has been given, and what there is to tick in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from practice.db import db
from practice.homework import drafts
from practice.homework.models import Homework
from practice.homework.writing import is_write_only
from practice.journal.models import Entry, Rest
from practice.people.models import Person
from practice.programme.answers import filled_rows
from practice.programme.library import Daily, Prompt, PromptKind, Readers


@dataclass(frozen=True, slots=True)
class Given:
    """A daily of a step that somebody has."""

    part: Homework
    daily: Daily
    is_kept: bool = False  # whether something was written on the day that is looked at
    is_resting: bool = False


def given(parts: Iterable[Homework]) -> list[Given]:
    """Every daily of these parts that still stand; of a step given twice, the newer one's. In the order of the steps."""
    newest: dict[tuple[str, str], Given] = {}
    for part in sorted(parts, key=lambda part: part.id):
        if not part.assignment.is_withdrawn:
            for daily in part.assignment.published.step.dailies:
                newest[part.assignment.published.slug, daily.key] = Given(part, daily)
    return sorted(newest.values(), key=lambda found: found.part.assignment.published.position)


def on_day(parts: Iterable[Homework], person: Person, day: date) -> list[Given]:
    """The dailies somebody has, and how each stands on one of their days. However much was ever written: two queries."""
    found = given(parts)
    kept = select(Entry.homework_id, Entry.key).where(Entry.person_id == person.id, Entry.on == day).distinct()
    there = {(homework_id, key) for homework_id, key in db.session.execute(kept)}
    resting = resting_of(found)
    return [
        Given(one.part, one.daily, (one.part.id, one.daily.key) in there, (one.part.id, one.daily.key) in resting)
        for one in found
    ]


def resting_of(found: Sequence[Given]) -> set[tuple[int, str]]:
    """Which of these their partner has put to rest, as (homework id, key)."""
    rests = select(Rest.homework_id, Rest.key).where(Rest.homework_id.in_({one.part.id for one in found}))
    return {(homework_id, key) for homework_id, key in db.session.execute(rests)}


def to_tick(part: Homework, daily: Daily) -> tuple[str, ...]:
    """What a daily offers to tick: its writer's own answers in this step, as they were last sent or else drafted."""
    if not daily.ticks:
        return ()
    step = part.assignment.published.step
    asked = [prompt for prompt in step.prompts if prompt.key in daily.ticks and not is_write_only(step, prompt)]
    told = _last_told(part)
    return tuple(dict.fromkeys(label for prompt in asked for label in _labels(prompt, told.get(prompt.key))))


def _last_told(part: Homework) -> dict[str, Any]:
    if part.latest:
        return {answer.prompt_key: answer.value for answer in part.latest.answers if answer.readers is not Readers.SAFETY}
    return drafts.content_of(part)[0]["answers"]


def _labels(prompt: Prompt, value: Any) -> list[str]:
    """What was ticked there, or the first column of the lines written there."""
    if prompt.kind is PromptKind.CHECKLIST:
        return [option.label for option in prompt.options if option.key in (value or [])]
    if prompt.kind is PromptKind.ROWS:
        cells = [row.get(prompt.columns[0].key, "").strip() for row in filled_rows(value)]
        return [cell for cell in cells if cell]
    return []
