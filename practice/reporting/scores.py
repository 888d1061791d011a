"""Questionnaires on paper: a chart with its finding, the table of the same numbers, and how both are to be read."""

from collections.abc import Sequence
from datetime import date

from practice import formats
from practice.charts.points import ChartLine, ChartPoint
from practice.measures import results, verdicts
from practice.measures.instruments import Instrument
from practice.measures.results import Score, Series
from practice.measures.scoring import NotComparable
from practice.people.models import Person
from practice.reporting.audience import Reading
from practice.reporting.brief import Sparked
from practice.reporting.figures import Figures, Who
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.script import isolated
from practice.reporting.sections import Charted, ScoreRow

_LAST = 8  # occasions that a small line shows
_SHORT = 14  # rows that stay together on a page


def known(reading: Reading, period: Period) -> list[Series]:
    """Every series that all readers may know, as far as it had come by the last day."""
    found = results.of(reading.couple, reading.readers)
    cut = [
        Series(one.person, one.instrument, one.version, tuple(score for score in one.scores if score.on <= period.to_on))
        for one in found
    ]
    return [one for one in cut if one.scores]


def charts(reading: Reading, found: Sequence[Series]) -> tuple[Charted, ...]:
    """One chart a questionnaire and wording: both partners on the same axis, never added up, never set against each other."""
    grouped: dict[tuple[str, int], list[Series]] = {}
    for one in found:
        grouped.setdefault((one.instrument.key, one.version), []).append(one)
    several = {key for key, _ in grouped if sum(key == other for other, _ in grouped) > 1}
    return tuple(
        _chart(reading, group, number, wording=f", wording {version}" if key in several else "")
        for number, ((key, version), group) in enumerate(sorted(grouped.items()), 1)
    )


def trends(reading: Reading, found: Sequence[Series], most: int = 2) -> tuple[Figures, ...]:
    """First and last total of each partner's first questionnaires, as figures."""
    held: dict[Who, list[str]] = {}
    for one in found:
        totals = [score.total for score in one.scores if score.total is not None]
        if len(totals) > 1:
            line = f"{one.instrument.name}: {verdicts.figure(totals[0])} to {verdicts.figure(totals[-1])}"
            held.setdefault(reading.who(one.person), []).append(line)
    return tuple(Figures(who, tuple(lines[:most])) for who, lines in held.items())


def said_of(one: Series, *, for_coach: bool) -> str:
    """What became of one person's scores; a verdict between planned points only, else first and last."""
    totals = [score for score in one.scores if score.total is not None]
    planned = [score for score in totals if score.point]
    if not totals:
        return "no complete score yet"
    if len(planned) > 1 and (words := _change(one.instrument, planned, for_coach=for_coach)):
        return f"{_from_to(planned)}, {words}"
    if len(totals) == 1:
        return f"{_figure(totals[0])} on {formats.day(totals[0].on)}, one score so far"
    return _from_to(totals)


def _change(instrument: Instrument, planned: Sequence[Score], *, for_coach: bool) -> str:
    try:
        return verdicts.change(instrument, planned[0].total, planned[-1].total, for_coach=for_coach)
    except NotComparable:
        return ""


def _from_to(scores: Sequence[Score]) -> str:
    return f"from {_figure(scores[0])} to {_figure(scores[-1])}"


def _chart(reading: Reading, group: Sequence[Series], number: int, *, wording: str) -> Charted:
    one, for_coach = group[0].instrument, reading.audience is Audience.COACH
    is_own = len(group) == 1 and reading.partners == (group[0].person,)
    said = [(isolated(series.person.name), said_of(series, for_coach=for_coach)) for series in group]
    finding = (
        f"{said[0][1][0].upper()}{said[0][1][1:]}." if is_own else f"{'; '.join(f'{name}: {words}' for name, words in said)}."
    )
    lines = tuple(_line(reading, series) for series in group)
    is_drawn = any(point.value is not None for line in lines for point in line.points)
    return Charted(
        id=f"scores-{number}",
        name=f"{one.title}{wording}",
        finding=finding,
        label=f"{one.name}, {verdicts.figure(one.lowest)} to {verdicts.figure(one.highest)}",
        bounds=one.bounds,
        cut=one.cut,
        threshold=one.threshold,
        higher_is_better=one.higher_is_better,
        lines=lines if is_drawn else (),
        people=tuple(reading.who(series.person) for series in group),
        rows=(rows := _rows(group)),
        reading=_reading(one),
        is_long=len(rows) > _SHORT,
    )


def _line(reading: Reading, series: Series) -> ChartLine:
    points = tuple(ChartPoint(score.on, score.total) for score in series.scores)
    return ChartLine(series.person.name, reading.couple.position(series.person), points)


def _rows(group: Sequence[Series]) -> tuple[ScoreRow, ...]:
    days = sorted({score.on for series in group for score in series.scores})
    return tuple(ScoreRow(formats.day(day), tuple(_cell(series, day) for series in group)) for day in days)


def _cell(series: Series, day: date) -> str:
    """The total, what is missing of it, or nothing where this person was not asked that day."""
    on_day = [score for score in series.scores if score.on == day]
    if not on_day:
        return "–"
    score = on_day[-1]
    if score.total is None:
        items = len(series.instrument.items)
        return f"{score.answered} of {items} answered, no score" if score.answered else "left out"
    return f"{_figure(score)}, {score.point.label.lower()}" if score.point else _figure(score)


def _figure(score: Score) -> str:
    return verdicts.figure(score.total) if score.total is not None else "–"


def _reading(one: Instrument) -> str:
    cut = f" The pale band is {one.good_range}." if one.cut is not None and one.good_range else ""
    return f"{verdicts.direction(one)}{cut} {verdicts.threshold_in_words(one)}"


def sparks(reading: Reading, person: Person, found: Sequence[Series]) -> tuple[Sparked, ...]:
    """One small line a questionnaire of this partner's, over its last occasions."""
    mine = [one for one in found if one.person is person]
    place = reading.couple.position(person)
    return tuple(
        Sparked(
            id=f"spark-{place}-{number}",
            name=one.instrument.name,
            finding=said_of(one, for_coach=True),
            points=tuple(ChartPoint(score.on, score.total) for score in one.scores[-_LAST:]),
            bounds=one.instrument.bounds,
        )
        for number, one in enumerate(mine, 1)
    )
