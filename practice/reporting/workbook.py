"""The facts of a workbook: what one partner has sent, or steps as sheets to fill in by hand."""

from dataclasses import dataclass

from practice.reporting.facts import Sheet
from practice.reporting.texts import Note, Paragraph, Told


@dataclass(frozen=True)
class Space:
    """Room for a pen: lines, boxes, circles, a table; with what is printed in or beside it."""

    kind: str
    labels: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Asked:
    """One question with its help, who will read the answer, and the room for it."""

    ask: Paragraph
    help: Paragraph
    readers: str
    space: Space


@dataclass(frozen=True)
class Page:
    """Questions that belong together, why they are asked, and when they open if they wait for something."""

    title: Paragraph
    why: Paragraph
    opens: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Reader:
    """A word that stands beside a question, and the whole sentence it is short for."""

    label: str
    sentence: str


@dataclass(frozen=True)
class Blank:
    """One step to fill in by hand."""

    title: Paragraph
    where: str
    why: tuple[Paragraph, ...]
    what: tuple[Paragraph, ...]
    readers: tuple[Reader, ...]
    pages: tuple[Page, ...]
    done_when: Paragraph
    smaller: Paragraph
    calm: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Attempt:
    """What was sent at one time."""

    when: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Kept:
    """One day of an entry, or one line of a list: its margin, and its words under their labels."""

    margin: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Held:
    """The entries of one kind, or the lines of one list."""

    title: str
    kept: tuple[Kept, ...]


@dataclass(frozen=True)
class Chapter:
    """One step with all that this partner sent and kept in it."""

    title: Paragraph
    where: str
    attempts: tuple[Attempt, ...]
    held: tuple[Held, ...]


@dataclass(frozen=True)
class Entry:
    """One line of the contents."""

    title: Paragraph
    where: str


@dataclass(frozen=True)
class WorkbookFacts:
    """The whole workbook: chapters of what was sent, or blanks to fill in; the other is empty."""

    sheet: Sheet
    whose: str
    intro: tuple[str, ...]
    contents: tuple[Entry, ...]
    chapters: tuple[Chapter, ...]
    blanks: tuple[Blank, ...]
    notes: tuple[Note, ...]
