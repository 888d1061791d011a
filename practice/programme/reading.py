"""Reading plain tables (from TOML or JSON) into the nouns of a programme, telling all that has the wrong shape."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from practice.programme.steps import Step

# Stands in for what could not be read, so that the rest of its noun can still be looked at.
BLANK: dict[Any, object] = {str: "", int: 0, bool: True, date: date.min, Decimal: Decimal(0)}
EMPTY = "is empty."  # what is told of a text that is still to be written
PLAIN: dict[Any, str] = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    date: "a date such as 2012-07-13",
    Decimal: "a number of at most six digits and nine decimals",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: in which step (empty for the programme itself), at which key, and what."""

    step: str
    key: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stands. In a file by hand (`strict`) unknown keys and empty texts are mistakes;
    a version kept years ago is read for what it has."""

    problems: list[Problem]
    strict: bool = True
    step: str = ""
    path: tuple[str, ...] = ()

    def into(self, key: str) -> "Place":
        return replace(self, path=(*self.path, key))

    def wrong(self, sentence: str) -> None:
        self.problems.append(Problem(self.step, ".".join(self.path), sentence))


def read(hint: Any, value: object, here: Place) -> Any:
    """The value as the hinted type; what is wrong is told, and then None (or a noun with blanks) stands for it."""
    if get_origin(hint) is tuple:
        return _read_list(get_args(hint)[0], value, here)
    if isinstance(hint, UnionType):
        return read(get_args(hint)[0], value, here)
    if is_dataclass(hint) and isinstance(hint, type):
        return _read_table(hint, value, here)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _read_word(hint, value, here)
    if hint is Decimal:
        return _read_number(value, here)
    # A bool is an int to Python, and a moment a date: neither is meant here.
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)) or isinstance(value, datetime):
        here.wrong(f"should be {PLAIN[hint]}.")
        return None
    return _tidy(value, here) if isinstance(value, str) else value


def _read_number(value: object, here: Place) -> Decimal | None:
    number = Decimal(value) if type(value) is int else value
    # No figure of ours needs more digits, and sums of what has a million of them take for ever.
    if isinstance(number, Decimal) and number.is_finite() and number.adjusted() < 6 and str(number)[::-1].find(".") <= 9:
        return number
    here.wrong(f"should be {PLAIN[Decimal]}.")
    return None


def _tidy(text: str, here: Place) -> str:
    if not here.strict:
        return text
    if not (tidy := tidied(text)):
        here.wrong(EMPTY)
    return tidy


def tidied(text: str) -> str:
    """The text with its lines joined and one empty line between paragraphs, wherever it was broken by hand."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())


def _read_word(words: type[StrEnum], value: object, here: Place) -> StrEnum | None:
    if isinstance(value, str) and value in {word.value for word in words}:
        return words(value)
    here.wrong(f"is {value!r}, but should be one of: {', '.join(words)}.")
    return None


def _read_list(hint: Any, value: object, here: Place) -> tuple[Any, ...]:
    if not isinstance(value, list):
        here.wrong("should be a list.")
        return ()
    read_items = (read(hint, item, _place_of(hint, item, number, here)) for number, item in enumerate(value, start=1))
    return tuple(item for item in read_items if item is not None)


def _place_of(hint: Any, item: object, number: int, here: Place) -> Place:
    """An item is called by its own slug or key where it has one, else by its number."""
    table = item if isinstance(item, Mapping) else {}
    name = table.get("slug") or table.get("key")
    name = name if isinstance(name, str) else str(number)
    return replace(here, step=name, path=()) if hint is Step else here.into(name)


def _read_table(noun: type, value: object, here: Place) -> Any:
    if not isinstance(value, dict):
        here.wrong("should be a table with keys of its own.")
        return None
    hints = get_type_hints(noun)
    if here.strict:
        for key in value.keys() - hints.keys():
            here.into(str(key)).wrong(f"is not a key that belongs here; those that do: {', '.join(hints)}.")
    found = {field.name: _read_field(field, hints, value, here.into(field.name)) for field in fields(noun)}
    blanks = {field.name: _blank(hints[field.name]) for field in fields(noun) if not _has_default(field)}
    return noun(**blanks | {name: part for name, part in found.items() if part is not None})


def _read_field(field: Field[Any], hints: dict[str, Any], table: dict[str, object], here: Place) -> Any:
    if field.name in table:
        return read(hints[field.name], table[field.name], here)
    if not _has_default(field):
        here.wrong("is missing.")
    return None


def _blank(hint: Any) -> object:
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    return BLANK.get(hint, ())


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING
