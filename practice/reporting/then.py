"""The whole way at a glance: things as they were first and last, and its turns day by day."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten

from practice import formats
from practice.agreements.ledgers import Sheet
from practice.appointments.standing import Appointment, State
from practice.goals import standing as goals
from practice.homework.models import Assignment
from practice.measures import verdicts
from practice.measures.results import Series
from practice.reporting.audience import Reading
from practice.reporting.closing import ThenNow
from practice.reporting.entries import Noted
from practice.reporting.lines import is_done
from practice.reporting.period import Period
from practice.reporting.sections import Dated
from practice.reporting.tallies import opened_at


def then_and_now(
    reading: Reading, daily: Sequence[Noted], titles: dict[str, str], scores: Sequence[Series], period: Period
) -> tuple[ThenNow, ...]:
    """Numbers that were given more than once: goals, questionnaires, entries from 0 to 10; each partner's by itself."""
    return (*_goals(reading, period), *_scores(reading, scores), *_numbers(reading, daily, titles))


def milestones(
    reading: Reading, given: Sequence[Assignment], meetings: Sequence[Appointment], sheets: Sequence[Sheet],
    signed: Sequence[tuple[date, str]], period: Period,
) -> tuple[Dated, ...]:  # fmt: skip
    """The turns of the way in order, as every reader knows them."""
    turns = [(period.day(reading.couple.began_at), "You began.")]
    turns += signed
    turns += [
        (period.day(at), f"“{each.published.title}” lay open to you both.")
        for each in given
        if (at := opened_at(each)) and period.is_over_by(at)
    ]
    held = [one.on for one in meetings if one.state is State.HELD]
    turns += [(day, words) for day, words in zip(held[:1], ["You met for the first time."], strict=False)]
    turns += [(held[-1], "You met for the last time so far.")] if len(held) > 1 else []
    turns += list(_done(sheets, period))
    return tuple(Dated(formats.day(on), words) for on, words in sorted(turns, key=lambda turn: turn[0]))


def _done(sheets: Sequence[Sheet], period: Period) -> Iterator[tuple[date, str]]:
    for sheet in sheets:
        for card in sheet.cards:
            if sheet.ledger.shared and is_done(card, period) and card.line.ended_at:
                yield period.day(card.line.ended_at), f"Done: {shorten(card.heading, 120, placeholder='…')}"


def _goals(reading: Reading, period: Period) -> Iterator[ThenNow]:
    for goal in goals.of(reading.couple, reading.readers):
        rated = [one for one in goal.ratings if one.on <= period.to_on]
        if len(rated) > 1:
            first, last = (f"{one.value} of 10, {formats.day(one.on)}" for one in (rated[0], rated[-1]))
            yield ThenNow(shorten(goal.wants, 70, placeholder="…"), reading.who(goal.person), first, last)


def _scores(reading: Reading, found: Sequence[Series]) -> Iterator[ThenNow]:
    for one in found:
        totals = [(verdicts.figure(score.total), score.on) for score in one.scores if score.total is not None]
        if len(totals) > 1:
            first, last = (f"{figure}, {formats.day(on)}" for figure, on in (totals[0], totals[-1]))
            yield ThenNow(one.instrument.name, reading.who(one.person), first, last)


def _numbers(reading: Reading, daily: Sequence[Noted], titles: dict[str, str]) -> Iterator[ThenNow]:
    for person in reading.couple.partners:
        for key in dict.fromkeys(one.key for one in daily if one.number is not None and one.person_id == person.id):
            mine = [one for one in daily if one.key == key and one.person_id == person.id and one.number is not None]
            if len(mine) > 1:
                first, last = (f"{one.number} of 10, {formats.day(one.on)}" for one in (mine[0], mine[-1]))
                yield ThenNow(titles.get(key, key), reading.who(person), first, last)
