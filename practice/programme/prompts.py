"""What a step asks: prompts and their parts, and who will read an answer."""

from dataclasses import dataclass
from enum import StrEnum


class Readers(StrEnum):
    """Who will be able to read an answer."""

    ONLY_ME = "only_me"
    COACH = "coach"
    BOTH = "both"
    SAFETY = "safety"


# From the narrowest to the widest. Safety stands apart: nobody may choose it, nobody may leave it.
WIDTH = (Readers.ONLY_ME, Readers.COACH, Readers.BOTH)


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
    begins_with: tuple[str, ...] = ()  # "step.prompt": the writer's own answers there are the first lines here
