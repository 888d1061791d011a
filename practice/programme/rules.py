"""What must hold in a programme beyond its shape: unique names, scales with ends, own steps that stay private."""

import re
from collections.abc import Iterable, Iterator

from practice.programme.prompts import Prompt, PromptKind, Readers
from practice.programme.reading import Problem
from practice.programme.steps import Programme, Step
from practice.programme.ways import FOR_TWO

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
WITH_OPTIONS = (PromptKind.CHOICE, PromptKind.CHECKLIST)


def problems_of(programme: Programme) -> Iterator[Problem]:
    """Everything that does not hold in this programme, its steps included."""
    if programme.version < 1:
        yield Problem("", "version", "should be 1 or more.")
    if not SLUG.fullmatch(programme.slug):
        yield Problem("", "slug", "should be small letters and hyphens.")
    if not programme.steps:
        yield Problem("", "steps", "is empty: a programme has at least one step.")
    for key in _twice(measure.key for measure in programme.closing):
        yield Problem("", f"closing.{key}", "is used twice.")
    for slug in _twice(step.slug for step in programme.steps):
        yield Problem(slug, "slug", "is used by two steps.")
    for step in programme.steps:
        yield from problems_of_step(step)


def problems_of_step(step: Step) -> Iterator[Problem]:
    """Everything that does not hold in this step; a coach's own steps are held to it too."""
    for key, sentence in (*_of_step(step), *_of_company(step), *_of_names(step)):
        yield Problem(step.slug, key, sentence)
    for group in step.groups:
        at = f"groups.{group.key}"
        if not KEY.fullmatch(group.key):
            yield Problem(step.slug, f"{at}.key", "should be small letters and underscores.")
        if not group.prompts:
            yield Problem(step.slug, f"{at}.prompts", "is empty: a group asks at least one thing.")
        for prompt in group.prompts:
            for key, sentence in (*_of_prompt(prompt), *_of_parts(prompt), *_of_readers(step, prompt)):
                yield Problem(step.slug, f"{at}.prompts.{prompt.key}.{key}", sentence)


def _of_step(step: Step) -> Iterator[tuple[str, str]]:
    if not SLUG.fullmatch(step.slug):
        yield "slug", "should be small letters and hyphens."
    if step.minutes < 1:
        yield "minutes", "should be 1 or more."
    if not step.groups:
        yield "groups", "is empty: a step has at least one group of prompts."
    if not step.mechanics:
        yield "mechanics", "is empty: a step has at least one way of working."
    for mechanic in _twice(step.mechanics):
        yield "mechanics", f"names {mechanic} twice."


def _of_company(step: Step) -> Iterator[tuple[str, str]]:
    if not step.together and step.readers is Readers.BOTH:
        yield "readers", "is both, but this step is done alone: choose coach or only_me."
    if not step.together and (joint := FOR_TWO.intersection(step.mechanics)):
        yield "mechanics", f"needs two people for {', '.join(sorted(joint))}, but this step is done alone."
    if step.most_private and step.together:
        yield "most_private", "is true, but this step is done together."


def _of_names(step: Step) -> Iterator[tuple[str, str]]:
    for key in _twice(group.key for group in step.groups):
        yield f"groups.{key}", "is used by two groups."
    for key in _twice(prompt.key for prompt in step.prompts):
        yield f"prompts.{key}", "is used by two prompts of this step."


def _of_readers(step: Step, prompt: Prompt) -> Iterator[tuple[str, str]]:
    if not step.together and prompt.readers is Readers.BOTH:
        yield "readers", "is both, but this step is done alone: choose coach or only_me."


def _of_prompt(prompt: Prompt) -> Iterator[tuple[str, str]]:
    if not KEY.fullmatch(prompt.key):
        yield "key", "should be small letters and underscores."
    if prompt.kind is PromptKind.SCALE and not prompt.low:
        yield "low", "is missing: a scale says what 0 means."
    if prompt.kind is PromptKind.SCALE and not prompt.high:
        yield "high", "is missing: a scale says what 10 means."
    if not 0 <= prompt.least <= prompt.most or prompt.most < 1:
        yield "least", "should lie between 0 and most."


def _of_parts(prompt: Prompt) -> Iterator[tuple[str, str]]:
    if prompt.kind in WITH_OPTIONS and len(prompt.options) < 2:
        yield "options", f"should hold at least two: there is nothing to choose from in this {prompt.kind}."
    if prompt.kind not in WITH_OPTIONS and prompt.options:
        yield "options", f"has no meaning for {prompt.kind}."
    if prompt.kind is PromptKind.ROWS and not prompt.columns:
        yield "columns", "is missing: rows need at least one column."
    if prompt.kind is not PromptKind.ROWS and prompt.columns:
        yield "columns", f"has no meaning for {prompt.kind}."
    for key in _twice(option.key for option in prompt.options):
        yield f"options.{key}", "is used twice."
    for key in _twice(column.key for column in prompt.columns):
        yield f"columns.{key}", "is used twice."


def _twice(names: Iterable[str]) -> list[str]:
    seen = list(names)
    return sorted({name for name in seen if seen.count(name) > 1})
