"""What was sent, as its writer reads it again: every attempt, and once revealed what both have shared."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from markupsafe import Markup

from practice import policy
from practice.charts.pairs import before_and_after
from practice.db import db
from practice.homework import reading
from practice.homework.models import Homework
from practice.homework.reflections import Answer, Reflection
from practice.homework.strengths import strengths
from practice.programme.library import Prompt, Readers, Step, as_text
from practice.web import me


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sending, as its writer reads it again."""

    reflection: Reflection
    answers: list[tuple[Prompt, str, Readers]]
    read_by: list[tuple[str, datetime]]
    values: dict[str, Any]


def attempts_of(part: Homework, step: Step) -> list[Attempt]:
    """What its writer has sent, newest first."""
    sent = [reflection for reflection in reversed(part.reflections) if not reflection.is_void]
    told = _answers([reflection.id for reflection in sent])
    return [
        Attempt(
            reflection,
            [(p, as_text(p, a.value), a.readers) for p in step.prompts if (a := told.get((reflection.id, p.key)))],
            reading.read_by(reflection),
            {key: answer.value for (sent_id, key), answer in told.items() if sent_id == reflection.id},
        )
        for reflection in sent
    ]


def sides_of(part: Homework, step: Step) -> list[tuple[Prompt, str, str]]:
    """Once revealed: each question both could share, what its reader shared and what the other did."""
    other = next((each for each in part.assignment.parts if each is not part), None)
    if not part.assignment.is_revealed or not part.revealed or not other or not other.revealed:
        return []
    told = _answers([part.revealed.id, other.revealed.id])

    def shared(reflection: Reflection, prompt: Prompt) -> str:
        answer = told.get((reflection.id, prompt.key))
        return as_text(prompt, answer.value) if answer and answer.readers is Readers.BOTH else ""

    both = [prompt for prompt in step.prompts if Readers.BOTH in step.choices(prompt)]
    pairs = [(prompt, shared(part.revealed, prompt), shared(other.revealed, prompt)) for prompt in both]
    return [pair for pair in pairs if pair[1] or pair[2]]


def pairs_of(step: Step, attempts: list[Attempt]) -> Markup | None:
    """How strong it was before and after writing, as it was last sent; None where the step does not ask."""
    found = strengths(step, attempts[0].values) if attempts else []
    return before_and_after(found) if found else None


def _answers(reflections: list[int]) -> dict[tuple[int, str], Answer]:
    """The answers that whoever asks may read."""
    rows = policy.rows(me(), Answer).where(Answer.reflection_id.in_(reflections))
    return {(answer.reflection_id, answer.prompt_key): answer for answer in db.session.scalars(rows)}
