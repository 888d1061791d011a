"""What must hold between the steps of a programme: where answers and lines point, and that no privacy is lost on the way."""

from collections.abc import Iterable, Iterator

from practice.programme.keys import Found
from practice.programme.prompts import WIDTH, Prompt, PromptKind, Readers
from practice.programme.steps import Step
from practice.programme.ways import Ledger
from practice.programme.ways_rules import prompt_of

_TOLD = (PromptKind.LONG, PromptKind.SHORT, PromptKind.ROWS)


def of_links(step: Step, steps: Iterable[Step]) -> Iterator[Found]:
    """Everything that points from this step to what is not there, or not for the same eyes."""
    known = {each.slug: each for each in steps}
    ledgers = [ledger for each in known.values() for ledger in each.ledgers]
    for group in step.groups:
        for prompt in group.prompts:
            for sentence in _of_beginnings(step, prompt, known):
                yield f"groups.{group.key}.prompts.{prompt.key}.begins_with", sentence
    for ledger in step.ledgers:
        for sentence in _of_about(ledger, ledgers):
            yield f"ledgers.{ledger.key}.about", sentence


def _of_beginnings(step: Step, prompt: Prompt, known: dict[str, Step]) -> Iterator[str]:
    if prompt.begins_with and prompt.kind not in (PromptKind.ROWS, PromptKind.LONG):
        yield f"has no meaning for {prompt.kind}."
    for name in prompt.begins_with:
        slug, _, key = name.partition(".")
        source = known.get(slug)
        asked = prompt_of(source, key) if source else None
        if source is None or asked is None or asked.kind not in _TOLD or (source is step and asked is prompt):
            yield f"names {name}, which is no written question of this programme."
        elif source.together != step.together:
            yield f"names {name}, which is {_company(source)}, while this step is {_company(step)}."
        elif not _is_as_private(step, prompt, source, asked):
            yield f"names {name}, which fewer people may read."


def _is_as_private(step: Step, prompt: Prompt, source: Step, asked: Prompt) -> bool:
    """Whether words from there may stand here without more people reading them than their writer thought."""
    here, there = step.readers_of(prompt), source.readers_of(asked)
    if Readers.SAFETY in (here, there) or (source.most_private and not step.most_private):
        return False
    return WIDTH.index(here) <= WIDTH.index(there)


def _of_about(ledger: Ledger, ledgers: list[Ledger]) -> Iterator[str]:
    if not ledger.about:
        return
    subjects = [each for each in ledgers if each.key == ledger.about and each is not ledger]
    if not subjects:
        yield f"names {ledger.about}, which is no other ledger of this programme."
    elif len(subjects) > 1:
        yield f"names {ledger.about}, which two steps of this programme have."
    elif ledger.shared and not subjects[0].shared:
        yield f"names {ledger.about}, whose lines are not for both to read."


def _company(step: Step) -> str:
    return "done together" if step.together else "done alone"
