"""Pasted text becomes the words of an instrument: items one a line, options in blocks. Pure: text in, words or complaints out.

A block of options stands between empty lines. Its first line may name the items it is for ("2-4, 6:"); a block that
names none is for all the others. A block of two lines, for items with more options, holds the words at both ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from practice.measures.instruments import Instrument, InstrumentError, Item
from practice.programme import limits

MOST_CHARACTERS, MOST_IN_A_LINE = 200_000, 1_000
_FOR = re.compile(
    r"(?:items?\s+)?(\d{1,3}(?:\s*[-–]\s*\d{1,3})?(?:\s*,\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?)*)\s*:", re.IGNORECASE | re.ASCII
)
_OWN_NUMBER = re.compile(r"(\d{1,3})\s*[.):]\s+", re.ASCII)

Problems = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Block:
    """Some options, and the numbers of the items they are for; none: for all that no other block names."""

    numbers: tuple[int, ...]
    labels: tuple[str, ...]


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without their own numbers where each line counts on from the one before."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    numbered = [_OWN_NUMBER.match(line) for line in lines]
    if lines and all(found and int(found[1]) == number for number, found in enumerate(numbered, start=1)):
        return [line[found.end() :] for line, found in zip(lines, numbered, strict=True) if found]
    return lines


def blocks_of(text: str) -> list[Block]:
    """The blocks of options in a text."""
    return [_block(part) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def options_for(number: int, blocks: list[Block]) -> tuple[str, ...]:
    """The options of one item: those that name it, else those for all the others."""
    named = [block for block in blocks if number in block.numbers]
    return next((block.labels for block in named or [block for block in blocks if not block.numbers]), ())


def worded(instrument: Instrument, introduction: str, items: str, options: str) -> Instrument:
    """The instrument with these words. Raises: InstrumentError with all that does not fit."""
    texts, blocks = lines_of(items), blocks_of(options)
    problems = [*too_long(introduction, items, options), *_of_blocks(blocks, len(instrument.items))]
    if len(texts) != len(instrument.items):
        problems.append(("Items", f"{instrument.name} has {len(instrument.items)}, and {len(texts)} were pasted, one a line."))
    if problems:
        raise InstrumentError(instrument.name, problems)
    made = [
        _item(item, text, options_for(number, blocks))
        for number, (item, text) in enumerate(zip(instrument.items, texts, strict=True), start=1)
    ]
    wrong = [(f"Item {number}", one) for number, one in enumerate(made, start=1) if isinstance(one, str)]
    if wrong:
        raise InstrumentError(instrument.name, wrong)
    return replace(instrument, introduction=introduction.strip(), items=tuple(one for one in made if isinstance(one, Item)))


def pasted(instrument: Instrument) -> tuple[str, str, str]:
    """Introduction, items and options as one would paste them: the way back from `worded`."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for number, item in enumerate(instrument.items, start=1):
        groups.setdefault(item.options or (item.low, item.high), []).append(str(number))
    blocks = [
        "\n".join([*([f"{', '.join(numbers)}:"] if len(groups) > 1 else []), *labels]) for labels, numbers in groups.items()
    ]
    return instrument.introduction, "\n".join(item.text for item in instrument.items), "\n\n".join(blocks)


def too_long(*texts: str) -> Iterator[tuple[str, str]]:
    """What is more than a questionnaire needs, or no text at all."""
    if sum(map(len, texts)) > MOST_CHARACTERS:
        yield "Text", f"is longer than {MOST_CHARACTERS:,} characters. A questionnaire takes much less."
    elif any(len(line) > MOST_IN_A_LINE for text in texts for line in text.splitlines()):
        yield "Text", f"has a line of more than {MOST_IN_A_LINE:,} characters. Each question stands on a line of its own."
    if not all(map(limits.is_legible, texts)):
        yield "Text", "holds characters that cannot be shown. Please paste it as plain text."


def _block(text: str) -> Block:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not (found := _FOR.match(lines[0])):
        return Block((), tuple(lines))
    rest = lines[0][found.end() :].strip()
    return Block(tuple(_numbers(found[1])), tuple([rest] if rest else []) + tuple(lines[1:]))


def _numbers(told: str) -> Iterator[int]:
    for part in told.split(","):
        first, _, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        yield from range(int(first), int(last or first) + 1)


def _of_blocks(blocks: list[Block], count: int) -> Iterator[tuple[str, str]]:
    if not blocks:
        yield "Options", "are missing: one a line, in the order in which they are printed."
    if sum(not block.numbers for block in blocks) > 1:
        yield "Options", "hold two blocks that name no items. Please begin each but one with the items it is for, such as “2-4:”."
    named = [number for block in blocks for number in block.numbers]
    yield from (("Options", f"name item {number} twice.") for number in sorted({n for n in named if named.count(n) > 1}))
    yield from (
        ("Options", f"name item {number}, but there are {count}.") for number in sorted(set(named)) if not 1 <= number <= count
    )


def _item(item: Item, text: str, options: tuple[str, ...]) -> Item | str:
    """The item with its words, or what does not fit."""
    if len(options) == len(item.values):
        return replace(item, text=text, options=options, low="", high="")
    if len(options) == 2:
        return replace(item, text=text, options=(), low=options[0], high=options[1])
    return f"has {len(item.values)} options by its key, and {len(options)} were pasted."
