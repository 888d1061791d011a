"""The nouns of a programme: the programme, its steps, and the groups of questions in them."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from practice.programme.prompts import WIDTH, Prompt, Readers
from practice.programme.ways import Cosigned, Daily, Done, Ledger, Mechanic, Pace, Ready, Turns


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that share a page, with the folded "why we ask"; they may wait for another way of working to be done."""

    key: str
    title: str
    why: str
    prompts: tuple[Prompt, ...]
    after: Mechanic | None = None


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
    smaller: str = ""  # a smaller version, offered to whoever says "not yet"
    calm: str = ""  # a page to end with, for steps that stir up much
    done: tuple[Done, ...] = ()
    dailies: tuple[Daily, ...] = ()
    ledgers: tuple[Ledger, ...] = ()
    texts: tuple[Cosigned, ...] = ()
    ready: Ready | None = None
    turns: Turns | None = None
    pace: Pace | None = None

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        return tuple(prompt for group in self.groups for prompt in group.prompts)

    def prompt(self, key: str) -> Prompt:
        """The prompt of that key; KeyError where there is none."""
        for prompt in self.prompts:
            if prompt.key == key:
                return prompt
        raise KeyError(key)

    def daily(self, key: str) -> Daily:
        """The daily entry of that key; KeyError where there is none."""
        return _keyed(self.dailies, key)

    def ledger(self, key: str) -> Ledger:
        """The ledger of that key; KeyError where there is none."""
        return _keyed(self.ledgers, key)

    def cosigned(self, key: str) -> Cosigned:
        """The co-signed text of that key; KeyError where there is none."""
        return _keyed(self.texts, key)

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


_Part = TypeVar("_Part", Daily, Ledger, Cosigned)


def _keyed(parts: "tuple[_Part, ...]", key: str) -> "_Part":
    for part in parts:
        if part.key == key:
            return part
    raise KeyError(key)


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
