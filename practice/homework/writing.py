"""What arrives from a writer's page: what of it can be kept, what is wrong with the rest, and how far a step has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from practice.homework.drafts import Content, Draft, Stale
from practice.programme.answers import filled_rows
from practice.programme.library import Group, Prompt, PromptKind, Readers, Step, as_text, check, is_empty, missing

# What is tapped is sent empty only by whoever takes it back; what is written comes empty from a page that does not show it again.
_TAPPED = (PromptKind.SCALE, PromptKind.CHOICE, PromptKind.YES_NO)


@dataclass(frozen=True, slots=True)
class Heard:
    """Answers and readers that may be kept as they are, and a sentence for each that may not."""

    answers: dict[str, Any] = field(default_factory=dict)
    readers: dict[str, Readers] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)


def hear(step: Step, answers: Mapping[str, Any], readers: Mapping[str, Any], kept: Content) -> Heard:
    """Sort what was typed. What the step does not ask is passed over; readers count only where they change."""
    heard = Heard()
    for prompt in step.prompts:
        key = prompt.key
        if key in readers and (sentence := _unknown(step, prompt, readers[key])):
            heard.wrong[key] = sentence
            continue
        if key in readers and readers[key] != readers_of(step, prompt, kept):
            heard.readers[key] = Readers(readers[key])
        if key in answers:
            _hear_answer(step, prompt, clean(answers[key]), heard)
    return heard


def keep(draft: Draft, heard: Heard, *, revision: int, save_key: str) -> list[str]:
    """Keep what may be kept; returns the prompts that another device has changed meanwhile."""
    try:
        draft.save(heard.answers, heard.readers, revision=revision, save_key=save_key)
    except Stale as stale:
        return stale.keys
    return []


def kept_elsewhere(step: Step, draft: Draft, keys: list[str]) -> dict[str, str]:
    """What another device has saved, to be read beside what stands on this page."""
    answers = draft.content["answers"] if keys else {}
    return {p.key: as_text(p, answers.get(p.key)) for p in step.prompts if p.key in keys and not is_write_only(step, p)}


def _hear_answer(step: Step, prompt: Prompt, value: Any, heard: Heard) -> None:
    if sentence := check(prompt, value):
        heard.wrong[prompt.key] = sentence
        heard.readers.pop(prompt.key, None)
    elif prompt.kind in _TAPPED or not (is_write_only(step, prompt) and is_empty(prompt, value)):
        heard.answers[prompt.key] = list(filled_rows(value)) if prompt.kind is PromptKind.ROWS else value


def _unknown(step: Step, prompt: Prompt, readers: Any) -> str:
    return "" if readers in [each.value for each in step.choices(prompt)] else "Please choose who may read this from the list."


def clean(value: Any) -> Any:
    """The same with halves of characters replaced, as a browser does in a form; they could be neither shown nor printed."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [clean(item) for item in value]
    return {str(clean(key)): clean(item) for key, item in value.items()} if isinstance(value, dict) else value


def readers_of(step: Step, prompt: Prompt, kept: Content) -> Readers:
    """Who will read an answer as things stand: the writer's choice, or the step's."""
    chosen = kept["readers"].get(prompt.key)
    return Readers(chosen) if chosen in step.choices(prompt) else step.readers_of(prompt)


def is_write_only(step: Step, prompt: Prompt) -> bool:
    """Whether an answer is never shown again, not even to its writer."""
    return step.readers_of(prompt) is Readers.SAFETY


def shown(step: Step, prompt: Prompt, kept: Content) -> Any:
    """What stands in the form; an answer that fits no more, since the question was another once, stands elsewhere."""
    value = kept["answers"].get(prompt.key)
    return None if is_write_only(step, prompt) or check(prompt, value) else value


def kept_from_before(step: Step, kept: Content) -> list[str]:
    """What was written to questions that the step does not ask any more, or asks otherwise: shown, never lost."""
    asked = {prompt.key: prompt for prompt in step.prompts}
    strange = [(key, value) for key, value in kept["answers"].items() if key not in asked or check(asked[key], value)]
    safe = [value for key, value in strange if key not in asked or not is_write_only(step, asked[key])]
    return [text for value in safe if (text := _plain(value))]


def _plain(value: Any) -> str:
    """An answer of whatever kind in words."""
    if isinstance(value, dict):
        return "\n".join(filter(None, map(_plain, value.values())))
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(_plain, value)))
    return {True: "Yes", False: "No"}[value] if isinstance(value, bool) else "" if value is None else str(value).strip()


def lacking(step: Step, kept: Content) -> dict[str, str]:
    """What must be seen to before this can be sent: a sentence for each prompt."""
    found = {p.key: missing(p, kept["answers"].get(p.key)) or check(p, kept["answers"].get(p.key)) for p in step.prompts}
    return {key: sentence for key, sentence in found.items() if sentence}


def answered(group: Group, kept: Content) -> int:
    """How many questions of a group have an answer."""
    return sum(not is_empty(prompt, kept["answers"].get(prompt.key)) for prompt in group.prompts)


@dataclass(frozen=True, slots=True)
class Told:
    """One answer as it stands, for reading it over."""

    prompt: Prompt
    group: Group
    text: str
    readers: Readers
    is_hidden: bool
    lacking: str


def as_told(step: Step, kept: Content) -> list[Told]:
    """Every question with what stands there now."""
    lacks = lacking(step, kept)
    return [
        Told(
            prompt=prompt,
            group=group,
            text=as_text(prompt, shown(step, prompt, kept)),
            readers=readers_of(step, prompt, kept),
            is_hidden=is_write_only(step, prompt) and not is_empty(prompt, kept["answers"].get(prompt.key)),
            lacking=lacks.get(prompt.key, ""),
        )
        for group in step.groups
        for prompt in group.prompts
    ]
