"""The facts of a closing report: the whole way of a couple, from what they promised each other to where they stand now."""

from dataclasses import dataclass

from practice.charts.strips import StripStep
from practice.reporting.facts import Sheet
from practice.reporting.figures import Measure, Who
from practice.reporting.sections import Aim, Charted, Dated, Promises
from practice.reporting.texts import Note, Paragraph, Written


@dataclass(frozen=True)
class Signed:
    """A text that both signed, as it stands in the end, and the days on which they signed and renewed it."""

    title: str
    words: tuple[Paragraph, ...]
    signed: str
    earlier: tuple[Paragraph, ...]  # the first wording, where it was another
    earlier_when: str


@dataclass(frozen=True)
class ThenNow:
    """One thing as it was first and last."""

    what: str
    who: Who
    then: str
    now: str


@dataclass(frozen=True)
class ClosingFacts:
    """The whole report, in the order in which it is read; an empty tuple leaves its section out."""

    sheet: Sheet
    couple: str
    period: str
    opening: str
    texts: tuple[Signed, ...]
    then_and_now: tuple[ThenNow, ...]
    strip_finding: str
    strip: tuple[StripStep, ...]
    milestones: tuple[Dated, ...]
    measures: tuple[Measure, ...]
    aims: tuple[Aim, ...]
    scores: tuple[Charted, ...]
    promises: tuple[Promises, ...]
    go_back: tuple[Note, ...]
    words: tuple[Written, ...]
    words_title: str
    hard_intro: str
    hard: tuple[Note, ...]
    thanks: tuple[str, ...]
    thanks_from: str
    notes: tuple[Note, ...]
