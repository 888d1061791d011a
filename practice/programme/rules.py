"""What must hold in a programme beyond its shape: unique names, scales with ends, own steps that stay private."""

from collections.abc import Iterator

from practice.programme.done_rules import of_done
from practice.programme.keys import PAGES, Found, of_key, of_list, of_slug, twice, under
from practice.programme.link_rules import of_links
from practice.programme.prompts import Prompt, PromptKind, Readers
from practice.programme.reading import Problem
from practice.programme.steps import Group, Programme, Step
from practice.programme.ways_rules import of_ways

WITH_OPTIONS = (PromptKind.CHOICE, PromptKind.CHECKLIST)


def problems_of(programme: Programme) -> Iterator[Problem]:
    """Everything that does not hold in this programme, its steps included."""
    if programme.version < 1:
        yield Problem("", "version", "should be 1 or more.")
    for key, sentence in of_slug(programme.slug):
        yield Problem("", key, sentence)
    if not programme.steps:
        yield Problem("", "steps", "is empty: a programme has at least one step.")
    for key in twice(measure.key for measure in programme.closing):
        yield Problem("", f"closing.{key}", "is used twice.")
    for slug in twice(step.slug for step in programme.steps):
        yield Problem(slug, "slug", "is used by two steps.")
    for step in programme.steps:
        yield from problems_of_step(step)
        for key, sentence in of_links(step, programme.steps):
            yield Problem(step.slug, key, sentence)


def problems_of_step(step: Step) -> Iterator[Problem]:
    """Everything that does not hold in this step by itself; a coach's own steps are held to it too."""
    found = [*_of_step(step), *_of_company(step), *_of_names(step), *of_ways(step), *of_done(step)]
    for group in step.groups:
        found += under(f"groups.{group.key}", _of_group(step, group))
    for key, sentence in found:
        yield Problem(step.slug, key, sentence)


def _of_step(step: Step) -> Iterator[Found]:
    yield from of_slug(step.slug)
    if step.minutes < 1:
        yield "minutes", "should be 1 or more."
    if not step.groups:
        yield "groups", "is empty: a step has at least one group of prompts."
    if not step.mechanics:
        yield "mechanics", "is empty: a step has at least one way of working."
    for mechanic in twice(step.mechanics):
        yield "mechanics", f"names {mechanic} twice."


def _of_company(step: Step) -> Iterator[Found]:
    if not step.together and step.readers is Readers.BOTH:
        yield "readers", "is both, but this step is done alone: choose coach or only_me."
    if step.most_private and step.together:
        yield "most_private", "is true, but this step is done together."


def _of_names(step: Step) -> Iterator[Found]:
    for key in twice(group.key for group in step.groups):
        yield f"groups.{key}", "is used by two groups."
    for key in twice(prompt.key for prompt in step.prompts):
        yield f"prompts.{key}", "is used by two prompts of this step."


def _of_group(step: Step, group: Group) -> Iterator[Found]:
    yield from of_key(group.key)
    if group.key in PAGES:
        yield "key", f"is {group.key}, which is the name of another page of each step."
    if not group.prompts:
        yield "prompts", "is empty: a group asks at least one thing."
    for prompt in group.prompts:
        yield from under(f"prompts.{prompt.key}", (*_of_prompt(prompt), *_of_parts(prompt), *_of_readers(step, prompt)))


def _of_readers(step: Step, prompt: Prompt) -> Iterator[Found]:
    if not step.together and prompt.readers is Readers.BOTH:
        yield "readers", "is both, but this step is done alone: choose coach or only_me."


def _of_prompt(prompt: Prompt) -> Iterator[Found]:
    yield from of_key(prompt.key)
    if prompt.kind is PromptKind.SCALE and not prompt.low:
        yield "low", "is missing: a scale says what 0 means."
    if prompt.kind is PromptKind.SCALE and not prompt.high:
        yield "high", "is missing: a scale says what 10 means."
    if not 0 <= prompt.least <= prompt.most or prompt.most < 1:
        yield "least", "should lie between 0 and most."


def _of_parts(prompt: Prompt) -> Iterator[Found]:
    if prompt.kind in WITH_OPTIONS and len(prompt.options) < 2:
        yield "options", f"should hold at least two: there is nothing to choose from in this {prompt.kind}."
    if prompt.kind not in WITH_OPTIONS and prompt.options:
        yield "options", f"has no meaning for {prompt.kind}."
    if prompt.kind is PromptKind.ROWS and not prompt.columns:
        yield "columns", "is missing: rows need at least one column."
    if prompt.kind is not PromptKind.ROWS and prompt.columns:
        yield "columns", f"has no meaning for {prompt.kind}."
    yield from of_list("options", (option.key for option in prompt.options))
    yield from of_list("columns", (column.key for column in prompt.columns))
