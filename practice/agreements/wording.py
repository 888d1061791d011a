"""What a line says at one moment: its words, whose task it is, from when and by when, and what it answers to."""

import enum
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from practice.programme.library import Column, Ledger, Prompt, PromptKind, as_text


class Owner(enum.StrEnum):
    """Whose task a line is; first and second are the couple's two, as everywhere."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Wording:
    """All that a yes is said to: when any of it changes, the yes is gone."""

    words: dict[str, str] = field(default_factory=dict)
    owner: Owner = Owner.BOTH
    from_on: date | None = None
    due_on: date | None = None
    larger: bool = False
    about_id: int | None = None

    def as_json(self, **more: Any) -> str:
        """To be kept when newer words take its place."""
        return json.dumps(asdict(self) | more, default=date.isoformat)

    @classmethod
    def from_json(cls, text: str) -> "Wording":
        """What `as_json` kept."""
        kept = json.loads(text)
        days = {key: date.fromisoformat(kept[key]) if kept[key] else None for key in ("from_on", "due_on")}
        return cls(kept["words"], Owner(kept["owner"]), **days, larger=kept["larger"], about_id=kept["about_id"])

    def told(self, ledger: Ledger) -> list[tuple[str, str]]:
        """Label and text of each column in which something stands."""
        return [(c.label, text) for c in ledger.columns if (text := as_text(as_prompt(c), self.words.get(c.key, "")))]

    def heading(self, ledger: Ledger) -> str:
        """The first of its words, by which it is called."""
        told = self.told(ledger)
        return told[0][1] if told else ledger.one


def as_prompt(column: Column) -> Prompt:
    """A column as the question it is, so that its cells are checked and read as answers are."""
    return Prompt(key=column.key, kind=PromptKind(column.kind.value), ask=column.label, help="")
