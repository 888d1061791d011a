"""The facts of a progress report: what one audience reads, already put into words."""

from dataclasses import dataclass

from practice.charts.strips import StripStep
from practice.reporting.facts import Sheet
from practice.reporting.figures import Measure
from practice.reporting.sections import Aim, Charted, Dated, Promises
from practice.reporting.texts import Note, Written


@dataclass(frozen=True)
class StepRow:
    """One of the sixteen steps in a table: the strip's figures as words."""

    number: int
    title: str
    kind: str
    state: str


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
    meetings_finding: str
    meetings: tuple[Dated, ...]
    aims_title: str
    aims: tuple[Aim, ...]
    scores: tuple[Charted, ...]
    together: tuple[Written, ...]
    together_title: str
    own: tuple[Written, ...]
    own_title: str
    own_intro: str
    promises: tuple[Promises, ...]
    ahead: tuple[Dated, ...]
    notes: tuple[Note, ...]
