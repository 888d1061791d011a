"""The four questions that each is asked alone, and how the answers are kept. Pure; the words are our own."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass

_VERSION = "1"  # of the wording: kept with every answer, so that later words never stand beside an earlier answer


class Said(enum.StrEnum):
    """One letter each, and one for what was left out, so that no answer is longer than another, on the way or kept."""

    YES = "y"
    NO = "n"
    RATHER_NOT = "r"
    LEFT_OUT = "-"

    @property
    def label(self) -> str:
        return {"y": "Yes", "n": "No", "r": "I would rather not say", "-": "Left out"}[self.value]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `about` is its short name for the coach."""

    key: str
    about: str
    ask: str


QUESTIONS = (
    Question(
        "small",
        "Made to feel small",
        "Was there a time when you were made to feel small, or were mocked or shamed, so that it stayed with you?",
    ),
    Question(
        "afraid",
        "Afraid",
        "Was there a time when you were afraid, or weighed every word, because of what somebody close to you might do?",
    ),
    Question(
        "no_choice",
        "No free choice",
        "Was there a time when you went along with something you did not want, because saying no did not feel safe?",
    ),
    Question(
        "hurt",
        "Hurt",
        "Was there a time when you were hurt, or could have been, by somebody’s hands or by things that were thrown or broken?",
    ),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said to each of the four, in their order."""

    said: tuple[Said, ...]

    @classmethod
    def of(cls, told: Mapping[str, str]) -> "Answers":
        """From what was sent by key; whatever is no answer counts as left out."""
        known = {each.value for each in Said}
        return cls(tuple(Said(told[q.key]) if told.get(q.key) in known else Said.LEFT_OUT for q in QUESTIONS))

    @classmethod
    def from_text(cls, text: str) -> "Answers":
        return cls(tuple(Said(letter) for letter in text.removeprefix(_VERSION)))

    def to_text(self) -> str:
        """Always as long."""
        return _VERSION + "".join(self.said)

    @property
    def needs_coach(self) -> bool:
        """Whether there is a yes among them."""
        return Said.YES in self.said

    @property
    def told(self) -> list[tuple[Question, Said]]:
        return list(zip(QUESTIONS, self.said, strict=True))
