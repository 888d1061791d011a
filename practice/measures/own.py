"""An instrument of a practice's own, from what somebody typed about it. Pure: texts in, an instrument or complaints out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from decimal import Decimal
from typing import Any

import tomli_w

from practice.measures.files import whole
from practice.measures.instruments import Instrument, InstrumentError
from practice.measures.pasting import Block, blocks_of, lines_of, options_for, too_long

_VALUED = re.compile(r"(.*\S)\s*=\s*(-?\d{1,4})\s*", re.ASCII)
_BAND = re.compile(r"(-?\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(-?\d+(?:\.\d+)?)\s*:?\s+(\S.*)", re.ASCII)
_NUMBERS = re.compile(r"\s*\d{1,3}(\s*[-–,]\s*\d{1,3})*\s*", re.ASCII)

Problems = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, each field as it came; numbers are there or not."""

    key: str
    name: str
    title: str
    introduction: str
    items: str
    options: str
    reversed: str
    subscales: str
    bands: str
    safety_items: str
    citation: str
    licence: str
    source: str
    good_range: str
    higher_is_better: bool
    is_published: bool
    cut: Decimal | None
    sd: Decimal | None
    reliability: Decimal | None


def instrument(typed: Typed) -> Instrument:
    """The instrument that was described. Raises: InstrumentError with all that does not fit."""
    texts, blocks = lines_of(typed.items), blocks_of(typed.options)
    texts_typed = [text for text in astuple(typed) if isinstance(text, str)]
    problems: Problems = list(too_long(*texts_typed))
    if problems:
        raise InstrumentError("What was typed", problems)
    turned = _numbers(typed.reversed, "Reversed items", problems)
    safety = _numbers(typed.safety_items, "Items to be told at once", problems)
    items = list(_items(texts, blocks, turned, problems))
    table: dict[str, Any] = {
        **_facts(typed), "items": items, "safety_items": list(safety),
        "subscales": list(_subscales(typed.subscales, problems)), "bands": list(_bands(typed.bands, problems)),
    }  # fmt: skip
    if not texts:
        problems.append(("Items", "are missing: one question a line."))
    if problems:
        raise InstrumentError(typed.name, problems)
    ends = [(min(item["values"]), max(item["values"])) for item in items]
    table |= {"lowest": Decimal(sum(low for low, _ in ends)), "highest": Decimal(sum(high for _, high in ends))}
    return whole(tomli_w.dumps({key: value for key, value in table.items() if value not in ("", None, [])}))


def _facts(typed: Typed) -> dict[str, Any]:
    has_figures = any(figure is not None for figure in (typed.cut, typed.sd, typed.reliability)) or bool(typed.bands.strip())
    firm = "published" if typed.is_published else "provisional"
    return {
        "key": typed.key, "name": typed.name, "title": typed.title or typed.name, "introduction": typed.introduction.strip(),
        "citation": typed.citation, "licence": typed.licence, "source": typed.source, "good_range": typed.good_range,
        "higher_is_better": typed.higher_is_better, "status": firm if has_figures else "no_norms",
        "cut": typed.cut, "sd": typed.sd, "reliability": typed.reliability,
    }  # fmt: skip


def _items(texts: Sequence[str], blocks: list[Block], turned: Sequence[int], problems: Problems) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(texts, start=1):
        options = options_for(number, blocks)
        if len(options) < 2:
            problems.append((f"Item {number}", "needs at least two options, one a line."))
        labels, values = _valued(options)
        yield {"text": text, "options": labels, "values": values[::-1] if number in turned else values}
    problems += [("Reversed items", f"name item {n}, but there are {len(texts)}.") for n in turned if not 1 <= n <= len(texts)]


def _valued(options: Sequence[str]) -> tuple[list[str], list[int]]:
    """Labels and what each is worth: what stands after "=", else counted from 0."""
    found = [_VALUED.fullmatch(option) for option in options]
    if options and all(found):
        return [each[1] for each in found if each], [int(each[2]) for each in found if each]
    return list(options), list(range(len(options)))


def _numbers(told: str, what: str, problems: Problems) -> tuple[int, ...]:
    if told.strip() and not _NUMBERS.fullmatch(told):
        problems.append((what, "should be numbers of items, such as “2, 5-7”."))
        return ()
    blocks = blocks_of(f"{told.strip()}:\nx") if told.strip() else []
    return tuple(dict.fromkeys(blocks[0].numbers)) if blocks else ()


def _subscales(told: str, problems: Problems) -> Iterator[dict[str, Any]]:
    for place, line in enumerate(lines_of(told), start=1):
        title, _, numbers = line.rpartition(":")
        items = _numbers(numbers, f"Part {place}", problems)
        if not title.strip() or not items:
            problems.append((f"Part {place}", "should be a name, a colon and the numbers of its items: “Closeness: 1, 4, 6”."))
        yield {"key": f"part-{place}", "title": title.strip(), "items": list(items)}


def _bands(told: str, problems: Problems) -> Iterator[dict[str, Any]]:
    for place, line in enumerate(lines_of(told), start=1):
        if found := _BAND.fullmatch(line):
            yield {"low": Decimal(found[1]), "high": Decimal(found[2]), "label": found[3].strip()}
        else:
            problems.append((f"Range {place}", "should be its two ends and a name: “0-4 minimal”."))
