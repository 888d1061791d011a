"""The facts of a progress report: what one audience reads, already put into words."""

from dataclasses import dataclass

from practice.charts import StripStep
from practice.reporting.facts import Sheet


@dataclass(frozen=True)
class Who:
    """A partner's name with their place (1 or 2: colour and shape), or 0 for both together."""

    name: str
    position: int
    direction: str = "ltr"


@dataclass(frozen=True)
class Figures:
    """One to three figures in words, of one partner or of both together."""

    who: Who
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Measure:
    """One of the four things that make it last: its name, what was found, the figures behind it."""

    name: str
    finding: str
    figures: tuple[Figures, ...]


@dataclass(frozen=True)
class StepRow:
    """One of the sixteen steps in a table: the strip's figures as words."""

    number: int
    title: str
    kind: str
    state: str


@dataclass(frozen=True)
class Meeting:
    """One appointment and whether it took place."""

    day: str
    words: str


@dataclass(frozen=True)
class Paragraph:
    """A stretch of a writer's text, with the direction of its script."""

    text: str
    direction: str = "ltr"


@dataclass(frozen=True)
class Told:
    """One question and what was answered."""

    question: str
    answer: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Part:
    """What one partner wrote in one step, and when it was sent."""

    who: Who
    when: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Written:
    """One step with the parts that this audience may read."""

    title: str
    when: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Note:
    """A heading and a paragraph at the end of the report."""

    title: str
    text: str


@dataclass(frozen=True)
class ProgressFacts:
    """The whole report, in the order in which it is read; an empty tuple leaves its section out."""

    sheet: Sheet
    couple: str
    period: str
    measures: tuple[Measure, ...]
    strip_finding: str
    strip: tuple[StripStep, ...]
    steps: tuple[StepRow, ...]
    meetings: tuple[Meeting, ...]
    together: tuple[Written, ...]
    together_title: str
    own: tuple[Written, ...]
    own_title: str
    own_intro: str
    notes: tuple[Note, ...]
