"""What stands in the reading pane: each question with what was answered, and who may read it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Select

from practice import keyring
from practice.db import db
from practice.homework.reflections import Answer, Reflection, kept_private
from practice.homework.strengths import Strength, strengths
from practice.programme.library import Prompt, Readers, as_text

_GONE = "These words cannot be opened any more: their writer asked for them to be erased."


@dataclass(frozen=True, slots=True)
class Said:
    """One person's answer as the coach reads it: the words, or in their place a sentence that says why there are none."""

    position: int
    name: str
    words: str
    instead: str
    readers: str
    is_safety: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the answers to it, in the order they stand on the page."""

    group: str
    ask: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of one person's answer to one question, as far as the coach may know it."""

    prompt: Prompt
    position: int
    name: str
    other: str
    is_revealed: bool
    is_private: bool
    answer: Answer | None


class Pane:
    """Attempts opened side by side; holds only those answers that the given rows reach."""

    def __init__(self, sent: Sequence[Reflection], permitted: Select[Any]) -> None:
        ids = [reflection.id for reflection in sent]
        rows = db.session.scalars(permitted.where(Answer.reflection_id.in_(ids)))
        self._sent = sent
        self._held = {(answer.reflection_id, answer.prompt_key): answer for answer in rows}
        self._private = kept_private(sent)

    @property
    def policies(self) -> set[int]:
        """Under which versions of the policy (ids) it was written."""
        return {answer.confidentiality_id for answer in self._held.values()}

    def strengths(self) -> list[Strength]:
        """How strong each was before and after writing, as far as the coach may read the numbers of one attempt."""
        if not self._sent:
            return []
        step, only = self._sent[0].homework.assignment.published.step, self._sent[0].id
        readable = {key: answer for (sent_id, key), answer in self._held.items() if sent_id == only}
        return strengths(step, {key: _number(answer) for key, answer in readable.items()})

    def groups(self, tell: "Telling") -> list[tuple[str, list[Question]]]:
        """The questions under the titles of their groups. Who stands first alternates from question to question."""
        if not self._sent:
            return []
        asked = [
            Question(group.title, prompt.ask, tuple(tell(self._find(prompt, sent)) for sent in self._sent))
            for group in self._sent[0].homework.assignment.published.step.groups
            for prompt in group.prompts
        ]
        turned = [Question(q.group, q.ask, q.said[:: -1 if turn % 2 else 1]) for turn, q in enumerate(asked)]
        return [(title, list(questions)) for title, questions in groupby(turned, key=lambda q: q.group)]

    def _find(self, prompt: Prompt, sent: Reflection) -> Found:
        couple, writer = sent.homework.assignment.couple, sent.homework.person
        names = (couple.position(writer), writer.name, couple.other(writer).name)
        is_private = (sent.id, prompt.key) in self._private
        return Found(prompt, *names, sent.is_revealed, is_private, self._held.get((sent.id, prompt.key)))


Telling = Callable[[Found], Said]


def alone(found: Found) -> Said:
    """For a page about one of them: all that the coach may read."""
    position, name, answer = found.position, found.name, found.answer
    if answer is None:
        return Said(position, name, "", f"Answered, kept private by {name}." if found.is_private else "Left blank.", "")
    words, instead = _opened(found.prompt, answer)
    readers = readers_of(answer.readers, name, found.other, is_revealed=found.is_revealed)
    return Said(position, name, words, instead, readers, answer.readers is Readers.SAFETY)


def beside(found: Found) -> Said:
    """For a page about both: words about somebody's safety are read on that person's own page, where nobody else looks on."""
    if found.answer and found.answer.readers is Readers.SAFETY:
        return Said(found.position, found.name, "", f"For you alone. Read it on {found.name}’s own page.", "")
    return alone(found)


def shared(found: Found) -> Said:
    """For a screen both look at: what both may read; of all else not even that it is there."""
    if found.answer and found.answer.readers is Readers.BOTH and found.is_revealed:
        words, instead = _opened(found.prompt, found.answer)
        return Said(found.position, found.name, words, instead, "")
    return Said(found.position, found.name, "", "Nothing shared here.", "")


def _number(answer: Answer) -> Any:
    try:
        return answer.value
    except keyring.Sealed:
        return None


def _opened(prompt: Prompt, answer: Answer) -> tuple[str, str]:
    try:
        words = as_text(prompt, answer.value)
    except keyring.Sealed:
        return "", _GONE
    return words, "" if words else "Left blank."


def readers_of(readers: Readers, name: str, other: str, *, is_revealed: bool) -> str:
    """Who may read an answer, as one sentence for the coach."""
    match readers:
        case Readers.ONLY_ME:
            return f"{name} alone can read this."
        case Readers.COACH:
            return f"{name} and you can read this."
        case Readers.SAFETY:
            return f"Only you can read this. {name} no longer sees it, and {other} never will."
    if is_revealed:
        return f"{name}, {other} and you can read this."
    return f"{name} and you can read this, and {other} once it is revealed."
