"""Small makers of homework for tests: steps given, texts written and sent. They need an app context and commit."""

from datetime import date
from itertools import cycle, islice
from typing import Any

from practice.couples.models import Couple
from practice.db import db, public_id
from practice.homework import assigning, drafts, sending
from practice.homework.models import Assignment, Homework, Reveals
from practice.homework.reflections import Reflection
from practice.people.models import Person
from practice.programme.library import Prompt, PromptKind, Readers
from tests.cast import Cast


def assign(
    couple: Couple,
    slug: str,
    *people: Person,
    due_on: date | None = None,
    note: str = "",
    reveals: Reveals = Reveals.COACH,
) -> Assignment:
    """Give a step: to both, or an own step to these people (both unless said). The first assignment made."""
    made = assigning.assign(
        couple,
        Cast.step(slug),
        list(people or couple.partners),
        due_on=due_on,
        note=note,
        reveals=reveals,
        by=couple.coach,
    )
    db.session.commit()
    return made[0]


def draft(person: Person, assignment: Assignment, answers: dict[str, Any], readers: dict[str, Readers] | None = None) -> Homework:
    """Write without sending."""
    part = _part(assignment, person)
    part.open()
    kept = drafts.of(part)
    kept.save(answers, readers or {}, revision=kept.revision, save_key="")
    db.session.commit()
    return part


def write(
    person: Person,
    assignment: Assignment,
    answers: dict[str, Any] | None = None,
    readers: dict[str, Readers] | None = None,
    *,
    on_paper: bool = False,
) -> Reflection:
    """Write and send; what is required and not given is filled in believably."""
    step = assignment.published.step
    told = {prompt.key: answer_to(prompt) for prompt in step.prompts if prompt.required} | (answers or {})
    part = draft(person, assignment, told, readers)
    sending.send(part, sent_key=public_id(), on_paper=on_paper)
    db.session.commit()
    assert part.latest
    return part.latest


def answer_to(prompt: Prompt) -> Any:
    """Some answer that may be sent."""
    match prompt.kind:
        case PromptKind.SCALE:
            return 6
        case PromptKind.YES_NO:
            return True
        case PromptKind.DATE:
            return "2026-03-01"
        case PromptKind.CHOICE:
            return prompt.options[0].key
        case PromptKind.CHECKLIST:
            return [prompt.options[0].key]
        case PromptKind.ROWS:
            cells = {column.key: "2026-03-01" if column.kind == "date" else words(4) for column in prompt.columns}
            return [cells for _ in range(max(1, prompt.least))]
    return words(12)


def words(count: int) -> str:
    """That many words that mean something."""
    said = cycle(["we", "sat", "on", "the", "step", "with", "tea", "and", "said", "what", "our", "week", "was", "like"])
    return " ".join(islice(said, count))


def _part(assignment: Assignment, person: Person) -> Homework:
    part = assignment.part_of(person)
    assert part, f"{person.name} has no part in this"
    return part
