"""The sections that several reports have: dated lines, goals, questionnaires, what was agreed; already put into words."""

from dataclasses import dataclass
from decimal import Decimal

from practice.charts.points import ChartLine
from practice.reporting.figures import Who
from practice.reporting.texts import Paragraph


@dataclass(frozen=True)
class Dated:
    """A sentence with its day in the margin: an appointment, a turn of the way, what comes next."""

    day: str
    words: str


@dataclass(frozen=True)
class Aim:
    """A goal in its writer's own words, and the two numbers they gave it, 0 to 10, each with its day."""

    who: Who
    wants: tuple[Paragraph, ...]
    notices: tuple[Paragraph, ...]
    was: str
    now: str


@dataclass(frozen=True)
class ScoreRow:
    """One occasion in the table of a questionnaire: its day, and what each had in it."""

    day: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Charted:
    """One questionnaire in one wording: the chart with its finding, the table of the same numbers, how to read it.

    Without a single score there are no lines, and the finding alone is printed.
    """

    id: str
    name: str
    finding: str
    label: str
    bounds: tuple[Decimal, Decimal]
    cut: Decimal | None
    threshold: Decimal | None
    higher_is_better: bool
    lines: tuple[ChartLine, ...]
    people: tuple[Who, ...]
    rows: tuple[ScoreRow, ...]
    reading: str
    is_long: bool = False  # its table may go on over the page


@dataclass(frozen=True)
class Promise:
    """One line of a list: whose task it is, its words, and how it stands."""

    who: Who
    words: tuple[Paragraph, ...]
    stands: str


@dataclass(frozen=True)
class Promises:
    """One list of what was agreed or taken on, with what can be said of it as a whole."""

    title: str
    finding: str
    rows: tuple[Promise, ...]
