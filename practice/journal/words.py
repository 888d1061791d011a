"""What stands in one entry, and what two of the same day come to together."""

import json
from dataclasses import dataclass, field, replace

from practice.programme.library import Readers

MOST_MINUTES = 24 * 60
_MOST_SAVES = 20  # enough for a click that comes late; the rest may be forgotten


@dataclass(frozen=True, slots=True)
class Words:
    """One entry as it was typed: lines by column, ticks by their words, and who may read it."""

    lines: dict[str, str] = field(default_factory=dict)
    ticks: tuple[str, ...] = ()
    kind: str = ""
    minutes: int | None = None
    number: int | None = None
    readers: Readers = Readers.COACH
    saves: tuple[str, ...] = ()  # the saves it is made of, so that a double click is known again

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to keep. 0 on a scale is an answer."""
        return not (any(self.lines.values()) or self.ticks or self.kind or self.minutes) and self.number is None

    def and_also(self, later: "Words") -> "Words":
        """Both, when the later was written without sight of the earlier: no word is lost, and no reader is won by it."""
        return replace(
            later,
            lines={key: _both(self.lines.get(key, ""), later.lines.get(key, "")) for key in {**self.lines, **later.lines}},
            ticks=tuple(dict.fromkeys(self.ticks + later.ticks)),
            kind=later.kind or self.kind,
            minutes=min((self.minutes or 0) + (later.minutes or 0), MOST_MINUTES) or None,
            number=self.number if later.number is None else later.number,
            readers=Readers.ONLY_ME if Readers.ONLY_ME in (self.readers, later.readers) else later.readers,
            saves=(self.saves + later.saves)[-_MOST_SAVES:],
        )

    def to_json(self) -> str:
        """Its private part; the rest stands in columns."""
        return json.dumps({"lines": self.lines, "ticks": list(self.ticks), "saves": list(self.saves)})


def from_json(text: str, *, kind: str, minutes: int | None, number: int | None, readers: Readers) -> Words:
    """An entry's private part and its columns, put together again."""
    told = json.loads(text)
    return Words(told["lines"], tuple(told["ticks"]), kind, minutes, number, readers, tuple(told.get("saves", ())))


def _both(earlier: str, later: str) -> str:
    """Both texts, line by line; a line that stands there already is not said twice."""
    before = earlier.split("\n") if earlier else []
    return "\n".join([*before, *(line for line in later.split("\n") if line not in before)] if later else before)
