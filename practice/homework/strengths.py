"""How strong something was before writing about it, and after: two scales on one page of questions."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from practice.programme.library import Group, PromptKind, Step


class Strength(NamedTuple):
    """One page's two numbers, 0 to 10."""

    title: str
    before: int
    after: int


def strengths(step: Step, answers: Mapping[str, Any]) -> list[Strength]:
    """Every page with a scale "…_before" and a scale "…_after" that were both answered."""
    return [found for group in step.groups if (found := _of(group, answers))]


def _of(group: Group, answers: Mapping[str, Any]) -> Strength | None:
    scales = [prompt.key for prompt in group.prompts if prompt.kind is PromptKind.SCALE]
    before = next((answers.get(key) for key in scales if key.endswith("_before")), None)
    after = next((answers.get(key) for key in scales if key.endswith("_after")), None)
    title = group.title.rpartition(": ")[2]
    return Strength(title[:1].upper() + title[1:], before, after) if isinstance(before, int) and isinstance(after, int) else None
