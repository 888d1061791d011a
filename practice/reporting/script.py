"""Which way a script runs, and how a writer's text is cut into paragraphs for paper."""

import re
import unicodedata

from practice.reporting.texts import Paragraph

# Unicode's first strong isolate and its end: a name keeps its own direction inside our sentence.
_ISOLATE, _END = "\u2068", "\u2069"


def direction(text: str) -> str:
    """ "rtl" when the first letter with a direction runs from right to left, else "ltr"."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def isolated(name: str) -> str:
    """A name that runs the other way, fenced so that it cannot turn the sentence around it."""
    return f"{_ISOLATE}{name}{_END}" if direction(name) == "rtl" else name


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """A text in paragraphs, parted where the writer left an empty line."""
    pieces = re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n").replace("\r", "\n"))
    return tuple(Paragraph(piece.strip("\n"), direction(piece)) for piece in pieces if piece.strip())


def paragraph(text: str) -> Paragraph:
    """A text that is one paragraph, with the direction of its script; it may be empty."""
    return Paragraph(text.strip(), direction(text))
