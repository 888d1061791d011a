"""All that one partner sent and kept, step by step, as far as the coach who makes the paper may read it too."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from practice import formats, keyring, policy
from practice.agreements.models import Line, LineState
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.journal.models import Entry
from practice.people.models import Person
from practice.programme.library import Daily
from practice.programme.models import PublishedStep
from practice.reporting import writings
from practice.reporting.audience import Reading
from practice.reporting.period import Period
from practice.reporting.room import Room
from practice.reporting.script import paragraph, paragraphs
from practice.reporting.texts import Told
from practice.reporting.workbook import Attempt, Chapter, Held, Kept
from practice.reporting.writings import Sent

_ENDS = {LineState.DONE: ", done", LineState.LET_GO: ", let go"}


def chapters(reading: Reading, writer: Person, period: Period, room: Room) -> tuple[Chapter, ...]:
    """The steps in which something was written, in their order; what the most private step holds is never among them."""
    sent, days, lines = _sent(reading, writer), _days(reading, writer), _lines(reading, writer)
    steps: dict[str, PublishedStep] = {}
    for row in (*(one.part for one in sent), *(each.homework for each in days)):
        steps[row.assignment.published.slug] = row.assignment.published
    steps |= {line.step: line.assignment.published for line in lines}
    told = []
    for slug, published in sorted(steps.items(), key=lambda found: (found[1].position, found[0])):
        if published.step.most_private:
            continue
        mine = [one for one in sent if one.part.assignment.published.slug == slug]
        attempts = tuple(_attempts(mine, period, room))
        held = (
            *_entries([each for each in days if each.homework.assignment.published.slug == slug], room),
            *_lists([line for line in lines if line.step == slug], period, room),
        )
        how = "together" if published.together else "on your own"
        if attempts or held:
            where = f"Step {published.position}, {how}"
            told.append(Chapter(paragraph(published.title), where, attempts, held))
    return tuple(told)


def _sent(reading: Reading, writer: Person) -> list[Sent]:
    """Every attempt that still counts, oldest first."""
    attempts: dict[int, list[Any]] = {}
    for answer in db.session.scalars(writings.answers(reading).where(Homework.person_id == writer.id)).unique():
        attempts.setdefault(answer.reflection_id, []).append(answer)
    found = [answers[0].reflection for answers in attempts.values()]
    return [
        Sent(reflection, reflection.homework.assignment.published.step, tuple(attempts[reflection.id]))
        for reflection in sorted(found, key=lambda one: (one.submitted_at, one.id))
    ]


def _attempts(sent: list[Sent], period: Period, room: Room) -> Iterator[Attempt]:
    told_before: set[int] = set()
    for one in sent:
        verb = "Sent again on" if one.part.id in told_before else "Sent on"
        told_before.add(one.part.id)
        if told := room.fitting(one.told):
            yield Attempt(f"{verb} {formats.day(period.day(one.reflection.submitted_at))}", told)


def _days(reading: Reading, writer: Person) -> list[Entry]:
    query = select(Entry).where(Entry.person_id == writer.id).join(Entry.homework).join(Homework.assignment)
    query = query.where(Assignment.couple_id == reading.couple.id).options(joinedload(Entry.homework))
    for reader in reading.readers:
        query = query.where(Entry.id.in_(policy.rows(reader, Entry).with_only_columns(Entry.id)))
    return list(db.session.scalars(query.order_by(Entry.on, Entry.id)).unique())


def _entries(days: list[Entry], room: Room) -> Iterator[Held]:
    titles = {each.key: each.daily for each in days if each.daily}
    for key, daily in titles.items():
        kept = tuple(
            Kept(formats.day(each.on), fitting)
            for each in days
            if each.key == key
            for told in _opened(each, daily)
            if (fitting := room.fitting(told)) or not room.more
        )
        if kept:
            yield Held(daily.title, kept)


def _opened(entry: Entry, daily: Daily) -> Iterator[tuple[Told, ...]]:
    try:
        words = entry.words
    except keyring.Sealed:
        return  # its writer was erased: the key is gone, and so are the words
    kinds = {option.key: option.label for option in daily.kinds}
    is_named = len(daily.lines) > 1
    told = [(column.label if is_named else "", words.lines.get(column.key, "")) for column in daily.lines]
    told += [("Ticked", ", ".join(words.ticks)), ("Kind", kinds.get(words.kind, words.kind))]
    told += [("Minutes", str(words.minutes or "")), ("From 0 to 10", "" if words.number is None else str(words.number))]
    yield tuple(Told(label, text) for label, each in told if (text := paragraphs(each)))


def _lines(reading: Reading, writer: Person) -> list[Line]:
    """Lines that stand in this partner's words."""
    query = select(Line).where(Line.couple_id == reading.couple.id, Line.worded_by_id == writer.id)
    for reader in reading.readers:
        query = query.where(Line.id.in_(policy.rows(reader, Line).with_only_columns(Line.id)))
    return list(db.session.scalars(query.order_by(Line.id)).unique())


def _lists(lines: list[Line], period: Period, room: Room) -> Iterator[Held]:
    for key, title in {line.ledger: line.noun.title for line in lines}.items():
        kept = tuple(
            Kept(f"{formats.day(period.day(line.written_at))}{_ENDS.get(line.state, '')}", fitting)
            for line in lines
            if line.ledger == key
            for told in _worded(line)
            if (fitting := room.fitting(told)) or not room.more
        )
        if kept:
            yield Held(title, kept)


def _worded(line: Line) -> Iterator[tuple[Told, ...]]:
    try:
        yield tuple(Told(label, paragraphs(text)) for label, text in line.wording.told(line.noun))
    except keyring.Sealed:
        return
