"""First lines: where a list begins with what its writer said elsewhere, for as long as nothing is written in it."""

import re
from collections.abc import Iterator, Sequence

from sqlalchemy import select

from practice.db import db
from practice.homework import drafts
from practice.homework.models import Assignment, Homework
from practice.homework.writing import readers_of
from practice.programme.library import Prompt, PromptKind, Readers, Step, as_text
from practice.programme.models import PublishedStep

_LONGEST = 300
_FIRST = re.compile(r"\s*(.{1,300}?)(?:[.!?…]+(?=\s|$)|\n|$)", re.DOTALL)


def begin(part: Homework, step: Step, prompts: Sequence[Prompt], kept: drafts.Content) -> drafts.Content:
    """The draft as its form shows it: lists not written yet begin with their writer's own words. Nothing is kept of it."""
    empty = [p for p in prompts if p.begins_with and p.kind is PromptKind.ROWS and p.key not in kept["answers"]]
    begun = {prompt.key: rows for prompt in empty if (rows := _rows(part, step, prompt, kept))}
    return {**kept, "answers": {**kept["answers"], **begun}} if begun else kept


def first_sentence(text: str) -> str:
    """A text as one line: its first sentence, cut at a word where that is very long."""
    found = _FIRST.match(text)
    line = " ".join((found[1] if found else text[:_LONGEST]).split())
    return line if found or len(text) <= _LONGEST else line.rpartition(" ")[0] + " …"


def _rows(part: Homework, step: Step, prompt: Prompt, kept: drafts.Content) -> list[dict[str, str]]:
    said = dict(_said(part, {name.partition(".")[0] for name in prompt.begins_with}, readers_of(step, prompt, kept)))
    lines = [line for name in prompt.begins_with if (line := first_sentence(said.get(name, "")))]
    return [{prompt.columns[0].key: line} for line in lines[: prompt.most]]


def _said(part: Homework, slugs: set[str], readers: Readers) -> Iterator[tuple[str, str]]:
    """Their latest words in these steps by "step.prompt", drafted or sent; those kept to themselves stay out of other hands."""
    own = (
        select(Homework)
        .join(Homework.assignment)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .where(Homework.person_id == part.person_id, PublishedStep.slug.in_(slugs))
    )
    for each in db.session.scalars(own.order_by(Homework.id)).unique():
        step, kept = each.assignment.published.step, drafts.content_of(each)[0]
        for prompt in step.prompts:
            text = as_text(prompt, kept["answers"].get(prompt.key))
            if text and _may_stand_in(readers_of(step, prompt, kept), readers):
                yield f"{step.slug}.{prompt.key}", text


def _may_stand_in(source: Readers, place: Readers) -> bool:
    return source is not Readers.SAFETY and (source is not Readers.ONLY_ME or place is Readers.ONLY_ME)
