"""A step's own page: what it asks before it is sent, and afterwards all that was sent, answered and opened."""

from dataclasses import dataclass
from datetime import datetime

from flask import render_template

from practice import clock, policy
from practice.db import db
from practice.homework import drafts, feedback, readers, reading
from practice.homework.feedback import Feedback
from practice.homework.models import Homework, State
from practice.homework.reflections import Answer, Reflection
from practice.homework.writing import answered, is_write_only
from practice.programme.library import Prompt, Readers, Step, as_text
from practice.web import me, on


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sending, as its writer reads it again."""

    reflection: Reflection
    answers: list[tuple[Prompt, str, Readers]]
    read_by: list[tuple[str, datetime]]


@on(Homework, "write")
def show(part: Homework) -> str:
    """The step, as far as its writer has come. Opening it is noted, and so is reading what the coach wrote."""
    step, couple = part.assignment.published.step, part.assignment.couple
    letters = feedback.of(part)
    kept, _ = drafts.content_of(part)
    page = render_template(
        "homework/sent.html" if part.state in (State.SUBMITTED, State.REVIEWED) else "homework/show.html",
        part=part, step=step, couple=couple, letters=letters, attempts=_attempts(part, step), sides=_sides(part, step),
        groups=[(group, answered(group, kept)) for group in step.groups], overdue=part.is_late(clock.today(me().time_zone)),
        sentence=readers.told(couple, me(), part.assignment.reveals)[step.readers], goes_on=_first_open(step, kept),
    )  # fmt: skip
    part.open()
    _note_reading(letters)
    db.session.commit()
    return page


@on(Homework, "write")
def versions(part: Homework) -> str:
    """Earlier states of what is being written, for its writer alone."""
    step = part.assignment.published.step
    may_show = [prompt for prompt in step.prompts if not is_write_only(step, prompt)]
    earlier = [
        (version.saved_at, [(p, as_text(p, version.answers[p.key])) for p in may_show if p.key in version.answers])
        for version in drafts.versions_of(part)
    ]
    return render_template("homework/versions.html", part=part, step=step, earlier=earlier)


def _note_reading(letters: list[Feedback]) -> None:
    for letter in letters:
        letter.read()


def _first_open(step: Step, kept: drafts.Content) -> str:
    """The first page of questions with something left to answer."""
    left = [group.key for group in step.groups if answered(group, kept) < len(group.prompts)]
    return left[0] if left and kept["answers"] else step.groups[0].key


def _attempts(part: Homework, step: Step) -> list[Attempt]:
    """What its writer has sent, newest first."""
    sent = [reflection for reflection in reversed(part.reflections) if not reflection.is_void]
    told = _answers([reflection.id for reflection in sent])
    return [
        Attempt(
            reflection,
            [(p, as_text(p, a.value), a.readers) for p in step.prompts if (a := told.get((reflection.id, p.key)))],
            reading.read_by(reflection),
        )
        for reflection in sent
    ]


def _sides(part: Homework, step: Step) -> list[tuple[Prompt, str, str]]:
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


def _answers(reflections: list[int]) -> dict[tuple[int, str], Answer]:
    """The answers that whoever asks may read."""
    rows = policy.rows(me(), Answer).where(Answer.reflection_id.in_(reflections))
    return {(answer.reflection_id, answer.prompt_key): answer for answer in db.session.scalars(rows)}
