"""An instrument as it lies before somebody: each question with its answers, what is marked, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass

from practice import formats
from practice.measures.instruments import Instrument, Item
from practice.measures.marks import Tapped

_SECONDS = 8  # for one question, read and answered


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its number from 1, which answer is marked, and which one stands on another page."""

    number: int
    item: Item
    chosen: int | None
    theirs: str = ""

    @property
    def is_scale(self) -> bool:
        """Whether its answers are numbers between two ends."""
        return not self.item.options


@dataclass(frozen=True, slots=True)
class Sheet:
    """All questions of an instrument, for one person."""

    instrument: Instrument
    questions: tuple[Question, ...]

    @property
    def missing(self) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.chosen is None)

    @property
    def answered(self) -> int:
        return len(self.questions) - len(self.missing)

    @property
    def so_far(self) -> str:
        return f"{self.answered} of {len(self.questions)} answered"

    @property
    def lacking(self) -> str:
        return f"{self.so_far}. The others are listed here, each with a link."


def sheet_of(instrument: Instrument, tapped: Mapping[int, int | None], theirs: Tapped | None = None) -> Sheet:
    """The questions with these marks; `theirs` are marks of another page that stand against them."""
    told = in_words(instrument, theirs or {})
    return Sheet(
        instrument,
        tuple(
            Question(number, item, tapped.get(number), told.get(number, ""))
            for number, item in enumerate(instrument.items, start=1)
        ),
    )


def in_words(instrument: Instrument, tapped: Tapped) -> dict[int, str]:
    """Marks as they read."""
    labels = {number: instrument.items[number - 1].labels for number in tapped}
    return {number: "Not answered" if place is None else labels[number][place] for number, place in tapped.items()}


def tapped_in(instrument: Instrument, sent: Mapping[str, object]) -> Tapped:
    """The marks in what came from a page, and those taken back; whatever is no answer to a question of these is not there."""
    found: Tapped = {}
    for number, item in enumerate(instrument.items, start=1):
        told = sent.get(f"q-{number}")
        if told == "":
            found[number] = None
        elif isinstance(told, str) and told.isascii() and told.isdigit() and len(told) < 4 and int(told) < len(item.values):
            found[number] = int(told)
    return found


def about_minutes(count: int) -> str:
    """How long so many questions take, in words."""
    minutes = -(-count * _SECONDS // 60)
    return "under a minute" if count * _SECONDS < 60 else f"about {formats.count(minutes, 'minute', 'minutes')}"
