"""The facts of a progress report: what one audience reads, already put into words."""

from dataclasses import dataclass

from practice.charts.strips import StripStep
from practice.reporting.facts import Sheet
from practice.reporting.figures import Measure
from practice.reporting.texts import Note, Written


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
