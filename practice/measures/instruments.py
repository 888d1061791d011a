"""The door to questionnaires: those that ship, as facts in TOML files, and those that a practice brings."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path

from practice.measures import scoring
from practice.measures.scales import Band, Instrument, Item, Status, Subscale
from practice.measures.soundness import of_instrument
from practice.programme.reading import Place, Problem, read

__all__ = [
    "Band", "Instrument", "InstrumentError", "Item", "Status", "Subscale",
    "from_json", "from_toml", "shipped", "to_json", "worded",
]  # fmt: skip

PACKS = Path(__file__).with_name("packs")


class InstrumentError(ValueError):
    """A questionnaire that cannot be used: its name, and (key, sentence) for all that is wrong in it."""

    def __init__(self, name: str, problems: Sequence[tuple[str, str]]) -> None:
        super().__init__(name, tuple(problems))
        self.name = name
        self.problems = tuple(problems)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each with the key it is about: "items.3.values: should rise or fall …"."""
        return tuple(f"{key}: {sentence}" if key else sentence for key, sentence in self.problems)

    def __str__(self) -> str:
        return "\n".join([f"{self.name} cannot be used:", *(f"- {sentence}" for sentence in self.sentences)])


@cache
def shipped() -> Mapping[str, Instrument]:
    """Every instrument that ships, by its key, in the order of the files' names."""
    found = [from_toml(path.read_text(encoding="utf-8"), path.stem) for path in sorted(PACKS.glob("*.toml"))]
    return {instrument.key: instrument for instrument in found}


def from_toml(text: str, name: str = "The file") -> Instrument:
    """The instrument in this text; `name` is what to call it as long as it has none. Raises: InstrumentError."""
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:  # a number of too many digits is a ValueError of its own
        raise InstrumentError(name, [("", f"It cannot be read: {error}")]) from error
    return _checked(table, name)


def worded(instrument: Instrument, wording: Sequence[tuple[str, Sequence[str]]]) -> Instrument:
    """The instrument with these words: for each item its text and its options, as they are printed.

    No options at all: those it has stay. Raises: InstrumentError, with the number of the item that does not fit.
    """
    problems = []
    if len(wording) != len(instrument.items):
        problems = [("items", f"{len(instrument.items)} are needed, and {len(wording)} were given.")]
    for number, ((text, options), item) in enumerate(zip(wording, instrument.items, strict=False), start=1):
        if not text.strip():
            problems.append((f"items.{number}.text", "is empty."))
        if options and len(options) != len(item.values):
            problems.append((f"items.{number}.options", f"{len(item.values)} are needed, and {len(options)} were given."))
        if any(not option.strip() for option in options):
            problems.append((f"items.{number}.options", "hold an empty one."))
    if problems:
        raise InstrumentError(instrument.name, problems)
    items = tuple(_worded(item, *words) for item, words in zip(instrument.items, wording, strict=True))
    return replace(instrument, items=items)


def to_json(instrument: Instrument) -> str:
    """The instrument as JSON, to be kept with the version that was asked."""
    return json.dumps(asdict(instrument), ensure_ascii=False, sort_keys=True, default=_plain)


@lru_cache(maxsize=256)  # what was kept never changes, and each page of it asks again
def from_json(text: str) -> Instrument:
    """The instrument as it was kept; InstrumentError where it is none."""
    kept = json.loads(text, parse_float=Decimal)
    problems: list[Problem] = []
    instrument = read(Instrument, _without_none(kept), Place(problems, strict=False))
    if problems or not isinstance(instrument, Instrument):
        raise InstrumentError("What was kept", [(problem.key, problem.sentence) for problem in problems])
    return instrument


def _checked(table: dict[str, object], name: str) -> Instrument:
    problems: list[Problem] = []
    instrument: Instrument = read(Instrument, table, Place(problems))
    wrong = [(problem.key, problem.sentence) for problem in problems]
    if not wrong:
        wrong = list(of_instrument(instrument))
    if wrong:
        told = table.get("name")
        raise InstrumentError(told if isinstance(told, str) and told.strip() else name, wrong)
    if instrument.threshold is None and instrument.sd is not None and instrument.reliability is not None:
        step = scoring.threshold(instrument.sd, instrument.reliability, instrument.multiplier)
        return replace(instrument, threshold=step)
    return instrument


def _worded(item: Item, text: str, options: Sequence[str]) -> Item:
    text = " ".join(text.split())
    if not options:
        return replace(item, text=text)
    return replace(item, text=text, options=tuple(" ".join(option.split()) for option in options), low="", high="")


def _plain(number: object) -> int | float:
    if not isinstance(number, Decimal):
        raise TypeError(f"{type(number).__name__} is not kept")
    return int(number) if number == int(number) else float(number)


def _without_none(value: object) -> object:
    """What is not there takes its default."""
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if isinstance(value, list) else value
