"""The nouns of a programme: programme, step, group, prompt, and the words that say how each is done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Readers(StrEnum):
    """Who will be able to read an answer."""

    ONLY_ME = "only_me"
    COACH = "coach"
    BOTH = "both"
    SAFETY = "safety"


# From the narrowest to the widest. Safety stands apart: nobody may choose it, nobody may leave it.
WIDTH = (Readers.ONLY_ME, Readers.COACH, Readers.BOTH)


class Mechanic(StrEnum):
    """A way of working that a step may use."""

    ANSWER = "answer"
    SEALED = "sealed"
    READY = "ready"
    TURNS = "turns"
    COSIGNED = "cosigned"
    DAILY = "daily"
    LEDGER = "ledger"
    PACE = "pace"


# These need two people, so a step done alone cannot use them.
FOR_TWO = frozenset({Mechanic.SEALED, Mechanic.READY, Mechanic.TURNS, Mechanic.COSIGNED, Mechanic.PACE})


class PromptKind(StrEnum):
    """What kind of answer a prompt asks for."""

    LONG = "long"
    SHORT = "short"
    SCALE = "scale"
    CHOICE = "choice"
    CHECKLIST = "checklist"
    ROWS = "rows"
    YES_NO = "yes_no"
    DATE = "date"


class ColumnKind(StrEnum):
    """What may stand in one column of a list."""

    SHORT = "short"
    LONG = "long"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    label: str
    kind: ColumnKind = ColumnKind.SHORT


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question. `readers`, where given, is the default for this answer and the widest its writer may choose."""

    key: str
    kind: PromptKind
    ask: str
    help: str
    required: bool = False
    readers: Readers | None = None
    options: tuple[Option, ...] = ()
    low: str = ""
    high: str = ""
    columns: tuple[Column, ...] = ()
    least: int = 0
    most: int = 20


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that share a page, with the folded "why we ask"."""

    key: str
    title: str
    why: str
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `readers` is the default for its answers; paragraphs of `what` are parted by blank lines."""

    slug: str
    title: str
    together: bool
    readers: Readers
    mechanics: tuple[Mechanic, ...]
    minutes: int
    why: str
    what: str
    done_when: str
    groups: tuple[Group, ...]
    most_private: bool = False

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        return tuple(prompt for group in self.groups for prompt in group.prompts)

    def prompt(self, key: str) -> Prompt:
        """The prompt of that key; KeyError where there is none."""
        for prompt in self.prompts:
            if prompt.key == key:
                return prompt
        raise KeyError(key)

    def readers_of(self, prompt: Prompt) -> Readers:
        """Who reads an answer unless its writer chooses otherwise."""
        return prompt.readers or self.readers

    def choices(self, prompt: Prompt) -> tuple[Readers, ...]:
        """The classes a writer may choose for this answer, narrowest first."""
        if self.readers_of(prompt) is Readers.SAFETY:
            return (Readers.SAFETY,)
        # What is done alone is never offered to the other: not even that it was asked.
        widest = (prompt.readers or Readers.BOTH) if self.together and not self.most_private else Readers.COACH
        if prompt.readers is Readers.ONLY_ME:
            widest = Readers.ONLY_ME
        return WIDTH[: WIDTH.index(widest) + 1]


@dataclass(frozen=True, slots=True)
class Credit:
    title: str
    author: str
    published_on: date


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the things that make it last."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Programme:
    slug: str
    version: int
    title: str
    summary: str
    credit: Credit
    closing: tuple[Measure, ...]
    steps: tuple[Step, ...]

    def step(self, slug: str) -> Step:
        """The step of that slug; KeyError where there is none."""
        for step in self.steps:
            if step.slug == slug:
                return step
        raise KeyError(slug)
