"""How large a programme from outside may be, and which characters may stand in it: what is beyond is told, not read."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from practice.programme.reading import Problem

BYTES = 1024 * 1024
PIECES = 20_000  # texts, numbers, tables and lists together; the shipped programme holds some two thousand
ITEMS = 200  # in one list
NUMBER = 10_000
NAME, LINE, TEXT = 60, 200, 20_000  # characters
_NAMES = ("slug", "key", "of", "column", "about", "made_from")
_TEXTS = ("why", "what", "done_when", "summary", "text", "smaller", "calm", "help", "ask", "waiting", "speak", "listen", "ends")

# A key of very many dotted parts keeps Python's reader busy for hours; no programme needs more than three.
_DOTTED = re.compile(r"""(?<![\w\\-])(?:(?:[\w-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){50}""")


def dotted_line(text: str) -> int:
    """The line on which names are strung together by dots without end; 0 where there is none."""
    found = _DOTTED.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0


def is_legible(text: str) -> bool:
    """Whether every character can be kept and shown."""
    return not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r\t" for c in text)


def longest(field: str) -> int:
    """How many characters a text of this name may have."""
    return NAME if field in _NAMES else TEXT if field in _TEXTS else LINE


def excess(table: Mapping[str, object]) -> Iterator[Problem]:
    """What is too much in a table that was read from a file; empty where everything is within bounds."""
    left: list[tuple[str, tuple[str, ...], object]] = [("", (), table)]
    pieces = 0
    while left:
        step, path, value = left.pop()
        pieces += 1
        if pieces > PIECES:
            yield Problem("", "", f"It has more than {PIECES:,} parts. A programme this large could not be worked with.")
            return
        if sentence := _too_much(path[-1] if path else "", value):
            yield Problem(step, ".".join(path), sentence)
        elif isinstance(value, Mapping):
            left += [(step, (*path, str(key)[:LINE]), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            left += [(*_place(step, path, number, inner), inner) for number, inner in enumerate(value, start=1)]


def _place(step: str, path: tuple[str, ...], number: int, value: object) -> tuple[str, tuple[str, ...]]:
    table = value if isinstance(value, Mapping) else {}
    name = table.get("slug") or table.get("key")
    name = name[:LINE] if isinstance(name, str) else str(number)
    return (name, ()) if path == ("steps",) else (step, (*path, name))


def _too_much(field: str, value: object) -> str:
    if isinstance(value, list) and len(value) > ITEMS:
        return f"holds {len(value):,} items; at most {ITEMS} can be read."
    if isinstance(value, int) and not -NUMBER <= value <= NUMBER:
        return f"should be a number up to {NUMBER:,}."
    if isinstance(value, str) and len(value) > longest(field):
        return f"is {len(value):,} characters long; at most {longest(field):,} can be kept."
    if isinstance(value, str) and not is_legible(value):
        return "holds a character that cannot be kept."
    return ""
