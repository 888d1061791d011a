"""Results as they are shown: a chart, what was found in words, the same numbers as a table, and what it all rests on.

Two people are two lines and two verdicts; nothing is ever worked out from both.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from markupsafe import Markup

from practice import formats
from practice.charts.lines import line_chart
from practice.charts.points import ChartLine, ChartMark, ChartPoint
from practice.couples.models import Couple
from practice.homework.models import Assignment
from practice.measures import scoring, verdicts
from practice.measures.instruments import Instrument
from practice.measures.results import Score, Series

WIDE, NARROW = 642, 340  # CSS pixels: a laptop and paper, a phone
_SHORT = 6


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one person, as a sentence or two."""

    name: str
    position: int
    sentence: str

    @property
    def after_name(self) -> str:
        """The same as it goes on after the name and a colon."""
        return f"{self.sentence[:1].lower()}{self.sentence[1:]}"


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the table: which planned point it was, and for each person what is known."""

    on: date
    when: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One instrument of one person or of both."""

    instrument: Instrument
    findings: tuple[Finding, ...]
    lines: tuple[ChartLine, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    marks: tuple[ChartMark, ...] = ()

    @property
    def title(self) -> str:
        """All that was found, as the chart's title."""
        return " ".join(f"{found.name}: {found.after_name}" for found in self.findings)

    @property
    def label(self) -> str:
        low, high = map(verdicts.figure, self.instrument.bounds)
        return f"{self.instrument.name}, {low} to {high} points"

    @property
    def threshold(self) -> str:
        """From where on a change counts, and how firm that is."""
        return verdicts.threshold_in_words(self.instrument)

    @property
    def has_points(self) -> bool:
        """Whether any of its days says more than its date."""
        return any(row.when for row in self.rows)

    @property
    def is_short(self) -> bool:
        """Whether its table can stand open without pushing the next one off the screen."""
        return len(self.rows) <= _SHORT

    @property
    def wide(self) -> Markup:
        return self._chart(WIDE, "wide")

    @property
    def narrow(self) -> Markup:
        return self._chart(NARROW, "narrow")

    def _chart(self, width: int, name: str) -> Markup:
        one = self.instrument
        return line_chart(
            self.lines, id=f"{one.key}-{name}", title=self.title, label=self.label, bounds=one.bounds, cut=one.cut,
            higher_is_better=one.higher_is_better, threshold=one.threshold, marks=self.marks,
            good_range=one.good_range, width=width,
        )  # fmt: skip


def of(series: Sequence[Series], couple: Couple, *, for_coach: bool = False, marks: Iterable[ChartMark] = ()) -> list[Shown]:
    """Each instrument in these series, as somebody may read it who may know all of them. `marks`: days of steps."""
    keys = dict.fromkeys(one.instrument.key for one in series)
    days = tuple(marks)
    return [_shown([one for one in series if one.instrument.key == key], couple, for_coach, days) for key in keys]


def step_days(assignments: Iterable[Assignment], zone: str) -> Iterator[ChartMark]:
    """When each step was given, on the reader's calendar, by its number."""
    for given in assignments:
        yield ChartMark(given.assigned_at.astimezone(ZoneInfo(zone)).date(), str(given.published.position))


def notes(instrument: Instrument) -> tuple[str, ...]:
    """What figures and verdict rest on, in sentences."""
    low, high = map(verdicts.figure, instrument.bounds)
    told = [f"A total lies between {low} and {high}. {verdicts.direction(instrument)}", verdicts.threshold_in_words(instrument)]
    if instrument.cut is not None:
        side = "above" if instrument.higher_is_better else "below"
        named = instrument.good_range or "the better range"
        told.append(f"{named[0].upper()}{named[1:]} lies {side} {verdicts.figure(instrument.cut)}.")
    if instrument.sd is not None and instrument.reliability is not None:
        figures = f"SD {verdicts.figure(instrument.sd)}, reliability {verdicts.figure(instrument.reliability)}"
        told.append(f"Larger than 1.96 standard errors of the difference (Jacobson & Truax, 1991): {figures}.")
    if instrument.has_verdict:
        told.append("Only planned points are compared: start, midway, end, follow-up. What is asked between them is a trend.")
    return tuple(filter(None, [*told, instrument.source, instrument.citation]))


def _shown(series: list[Series], couple: Couple, for_coach: bool, marks: tuple[ChartMark, ...]) -> Shown:
    people = dict.fromkeys(one.person.id for one in series)
    own = [[one for one in series if one.person.id == person] for person in people]
    return Shown(
        instrument=series[-1].instrument,
        findings=tuple(Finding(its[0].person.name, couple.position(its[0].person), _sentence(its, for_coach)) for its in own),
        lines=tuple(ChartLine(one.person.name, couple.position(one.person), _points(one)) for one in series),
        rows=tuple(_rows(own)),
        notes=notes(series[-1].instrument),
        marks=marks,
    )


def _points(one: Series) -> tuple[ChartPoint, ...]:
    return tuple(ChartPoint(score.on, score.total) for score in one.scores)


def _sentence(versions: list[Series], for_coach: bool) -> str:
    """From the earliest to the latest score in the newest wording; judged where both are planned points."""
    newest = versions[-1]
    known = [score for score in newest.scores if score.total is not None]
    planned = [score for score in known if score.point]
    told = [_planned(newest.instrument, planned, for_coach) if planned else _trend(known)]
    if for_coach and known and known[-1].total is not None:
        band = scoring.band(newest.instrument, known[-1].total)
        told.append(f"Now in the band “{band.label}”." if band else "")
    if len(versions) > 1:
        told.append("The wording has changed since the earlier scores, so they are not compared with these.")
    return " ".join(filter(None, told))


def _planned(instrument: Instrument, planned: list[Score], for_coach: bool) -> str:
    first, last = planned[0], planned[-1]
    if first is last:
        more = " A change can be told at the next planned point." if instrument.has_verdict else ""
        return f"{_told(first)}.{more}"
    moved = f"From {_told(first)} to {_told(last)}"
    if not instrument.has_verdict:
        return f"{moved}."
    return f"{moved}: {verdicts.change(instrument, first.total, last.total, for_coach=for_coach)}."


def _trend(known: list[Score]) -> str:
    if not known:
        return "No total yet."
    if len(known) == 1:
        return f"{_told(known[0])}."
    return f"From {_told(known[0])} to {_told(known[-1])}."


def _told(score: Score) -> str:
    """A score with its day: 64 (midway, 3 March 2026)."""
    day = formats.axis_day(score.on)
    when = f"{score.point.label.lower()}, {day}" if score.point else day
    return f"{verdicts.figure(score.total)} ({when})" if score.total is not None else day


def _rows(people: list[list[Series]]) -> Iterator[Row]:
    """A row for each day on which anybody was asked, and for each point of it; the newest first."""
    several = any(len(versions) > 1 for versions in people)
    found: dict[tuple[date, str], list[list[str]]] = {}
    for place, versions in enumerate(people):
        for one in versions:
            for score in one.scores:
                wording = f"wording {one.version}" if several else ""
                when = ", ".join(filter(None, [score.point.label if score.point else "", wording]))
                found.setdefault((score.on, when), [[] for _ in people])[place].append(_cell(score, one.instrument))
    for (on, when), cells in sorted(found.items(), reverse=True):
        yield Row(on, when, tuple(" and ".join(cell) for cell in cells))


def _cell(score: Score, instrument: Instrument) -> str:
    if score.total is not None:
        return verdicts.figure(score.total)
    return f"{score.answered} of {len(instrument.items)} answered, no score" if score.answered else "Left out"
