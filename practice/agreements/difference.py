"""What one wording changed in another, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PAIRS = 200_000  # of equal words to compare: far above two long letters, and still about a second


class Kind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row that stayed, went or came."""

    kind: Kind
    text: str


def between(before: str, after: str) -> list[Piece]:
    """The pieces of both, in reading order: what went stands before what came in its place."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle = _pieces(old[start : len(old) - end], new[start : len(new) - end])
    return list(_in_runs([_piece(Kind.SAME, old[:start]), *middle, _piece(Kind.SAME, old[len(old) - end :])]))


def _in_runs(pieces: list[Piece]) -> Iterator[Piece]:
    """The same with changes put together that only a space parts: "six months" went, not "six" and "months"."""
    went = came = space = ""
    for piece in filter(lambda each: each.text, pieces):
        if piece.kind is not Kind.SAME:
            went += space + piece.text * (piece.kind is Kind.REMOVED)
            came += space + piece.text * (piece.kind is Kind.ADDED)
            space = ""
        elif piece.text.isspace() and (went or came):
            space += piece.text
        else:
            yield from _run(went, came, space + piece.text)
            went = came = space = ""
    yield from _run(went, came, space)


def _run(went: str, came: str, same: str) -> list[Piece]:
    found = (Piece(Kind.REMOVED, went), Piece(Kind.ADDED, came), Piece(Kind.SAME, same))
    return [piece for piece in found if piece.text]


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    if _pairs(old, new) > _MOST_PAIRS:
        # Somebody filled pages with the same few words: finding what stayed could keep a page waiting for minutes.
        yield from (_piece(Kind.REMOVED, old), _piece(Kind.ADDED, new))
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield _piece(Kind.SAME, old[i:j])
        else:
            yield from (_piece(Kind.REMOVED, old[i:j]), _piece(Kind.ADDED, new[k:m]))


def _pairs(old: list[str], new: list[str]) -> int:
    """How many pairs of equal words there are; the matcher passes over words that make up over a hundredth, and so do we."""
    in_old, in_new = Counter(old), Counter(new)
    popular = len(new) // 100 + 1 if len(new) >= 200 else len(new)
    return sum(times * in_old[word] for word, times in in_new.items() if times <= popular)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _piece(kind: Kind, words: list[str]) -> Piece:
    return Piece(kind, "".join(words))
