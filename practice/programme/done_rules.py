"""What must hold for the facts that tell when a step is done: they speak of what the step really has."""

from collections.abc import Callable, Iterator

from practice.programme.keys import Found, under
from practice.programme.prompts import Prompt, PromptKind
from practice.programme.steps import Step
from practice.programme.ways import Checks, Done, DoneKind, Mechanic
from practice.programme.ways_rules import prompt_of

_BY_DAYS = (DoneKind.DAYS, DoneKind.SHARED_DAYS)
_NEEDS = {DoneKind.REVEALED: Mechanic.SEALED, DoneKind.HEARD: Mechanic.TURNS}


def of_done(step: Step) -> Iterator[Found]:
    """Everything that does not hold in the facts of this step."""
    for number, done in enumerate(step.done, start=1):
        yield from under(f"done.{number}", (*_of_subject(step, done), *_of_column(step, done), *_of_numbers(done)))


def _of_subject(step: Step, done: Done) -> Iterator[Found]:
    if done.kind in _NEEDS and _NEEDS[done.kind] not in step.mechanics:
        yield "kind", f"is {done.kind}, which needs {_NEEDS[done.kind]} among the mechanics."
    if done.kind is DoneKind.SHARED_DAYS and not step.together:
        yield "kind", f"is {done.kind}, but this step is done alone: choose days."
    if done.kind not in _SUBJECTS:
        if done.of:
            yield "of", f"has no meaning for {done.kind}."
        return
    what, keys = _SUBJECTS[done.kind]
    if done.of not in keys(step):
        yield "of", f"should name {what} of this step." if not done.of else f"is {done.of}, which is not {what} of this step."


def _of_column(step: Step, done: Done) -> Iterator[Found]:
    if done.kind is not DoneKind.COLUMN:
        if done.column:
            yield "column", f"has no meaning for {done.kind}."
        return
    prompt = prompt_of(step, done.of)
    if prompt and _is_list(prompt) and done.column not in [column.key for column in prompt.columns]:
        yield "column", f"should name a column of {done.of}."


def _of_numbers(done: Done) -> Iterator[Found]:
    for key in ("least", "times"):
        if getattr(done, key) < 1:
            yield key, "should be 1 or more."
    if done.times > 1 and done.kind is not DoneKind.CHECKED:
        yield "times", f"has no meaning for {done.kind}."
    if done.kind not in _BY_DAYS:
        if done.within:
            yield "within", f"has no meaning for {done.kind}."
    elif done.within < 1:
        yield "within", "is missing: say within how many days."
    elif done.least > done.within:
        yield "least", "should not be more than within."


def _is_list(prompt: Prompt) -> bool:
    return prompt.kind is PromptKind.ROWS


def _lists(step: Step) -> list[str]:
    return [prompt.key for prompt in step.prompts if _is_list(prompt)]


def _dailies(step: Step) -> list[str]:
    return [daily.key for daily in step.dailies]


_SUBJECTS: dict[DoneKind, tuple[str, Callable[[Step], list[str]]]] = {
    DoneKind.SIGNED: ("a text", lambda step: [text.key for text in step.texts]),
    DoneKind.ROWS: ("a list", _lists),
    DoneKind.COLUMN: ("a list", _lists),
    DoneKind.ANSWERED: ("a question", lambda step: [prompt.key for prompt in step.prompts]),
    DoneKind.DAYS: ("a daily entry", _dailies),
    DoneKind.SHARED_DAYS: ("a daily entry", _dailies),
    DoneKind.KINDS: ("a daily entry with kinds", lambda step: [daily.key for daily in step.dailies if daily.kinds]),
    DoneKind.LINES: ("a ledger", lambda step: [ledger.key for ledger in step.ledgers]),
    DoneKind.CHECKED: ("a ledger with checks", lambda step: [it.key for it in step.ledgers if it.checks is not Checks.NONE]),
    DoneKind.ENDED: ("a ledger with ends", lambda step: [ledger.key for ledger in step.ledgers if ledger.ends]),
    DoneKind.CURED: ("a ledger with about", lambda step: [ledger.key for ledger in step.ledgers if ledger.about]),
}
