"""How much of what was written fits on one paper: answer by answer in their order until it is full; the rest is counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice import formats
from practice.reporting.texts import Note, Paragraph, Told

# Characters: about eighty pages, which the press sets in half the time that it has, on a busy machine too.
MOST = 240_000
BESIDE = 400  # what a question and the white around it take of a page, as characters


@dataclass
class Room:
    """What is left of one paper while its facts are gathered. Once something had no room, nothing after it is taken."""

    left: int = MOST
    more: int = 0

    def takes(self, answer: Sequence[Paragraph]) -> bool:
        """Whether this answer still fits; if so, its room is taken."""
        wanted = BESIDE + sum(len(paragraph.text) for paragraph in answer)
        if self.more or wanted > self.left:
            self.more += 1
            return False
        self.left -= wanted
        return True

    def fitting(self, told: Sequence[Told]) -> tuple[Told, ...]:
        """Those of these answers that fit."""
        return tuple(one for one in told if self.takes(one.answer))

    def said(self, instead: str) -> str:
        """How many had no room, and what can be done; "" where all had."""
        if not self.more:
            return ""
        return f"{formats.count(self.more, 'more answer has', 'more answers have')} no room on this paper. {instead}"

    def note(self, instead: str) -> tuple[Note, ...]:
        """The same as a note, if there is anything to say."""
        return (Note("What had no room", said),) if (said := self.said(instead)) else ()
