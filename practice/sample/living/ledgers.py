"""Lines of ledgers: made from opened rows or written, said yes to, looked at week by week, ended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from practice import clock
from practice.agreements import jar as jars
from practice.agreements.adding import add
from practice.agreements.causes import make, rows_of
from practice.agreements.checking import monday
from practice.agreements.models import Kept
from practice.agreements.models import Line as Written
from practice.agreements.wording import Owner, Wording
from practice.db import db, public_id
from practice.homework.reflections import Answer
from practice.programme.library import Checks
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Causes, Jar, Line


def of_causes(causes: Causes, stage: Stage) -> Iterator[Deed]:
    """What both have opened to each other becomes lines."""

    def take() -> None:
        given = stage.given("causes")
        ledger = given.published.step.ledger("causes")
        rows = rows_of(given, ledger, select(Answer))
        wanted = {(stage.person(who).id, number - 1) for who, numbers in causes.rows.items() for number in numbers}
        chosen = {row.key for row in rows if (row.part.person_id, row.number) in wanted}
        make(rows, chosen, ledger, by=stage.person(causes.by))
        for row in rows_of(given, ledger, select(Answer)):
            if row.line:
                who = ("first", "second")[stage.both.position(row.part.person) - 1]
                stage.lines[f"{who}.{row.number + 1}"] = row.line

    yield Deed(stage.calendar.after_work(causes.on), take)


def of_line(line: Line, stage: Stage) -> Iterator[Deed]:
    """One line's life."""
    calendar, made = stage.calendar, list[Written]()
    yield Deed(calendar.after_work(line.on), lambda: made.append(_write(line, stage)))
    if line.changed:
        days, who, words = line.changed
        yield Deed(calendar.after_work(days), lambda: _change(made[0], stage, who, words))
    for days in line.yes:
        yield Deed(calendar.after_work(days), lambda: _say_yes(made[0], stage))
    for days, who, said, *note in line.looks:
        yield Deed(calendar.after_work(days), partial(_look, made, stage, who, said, note))
    if line.ended:
        ended_on, ended_by, evidence = line.ended
        yield Deed(calendar.after_work(ended_on), lambda: made[0].end(evidence, by=stage.person(ended_by)))
    if line.let_go:
        yield Deed(calendar.after_work(line.let_go), lambda: made[0].let_go(by=stage.person(line.by)))


def of_jar(jar: Jar, stage: Stage) -> Iterator[Deed]:
    """One drawn by chance, and done."""
    drawn = list[Written]()

    def draw() -> None:
        rows = select(Written).where(Written.couple_id == stage.both.id, Written.step == jar.step, Written.ledger == jar.ledger)
        lines = list(db.session.scalars(rows.order_by(Written.id)))
        found = jars.of(stage.both, jar.step, jar.ledger)
        drawn.append(found.draw(lines, by=stage.person(jar.by), couple=stage.both))

    def do() -> None:
        jars.of(stage.both, jar.step, jar.ledger).did(drawn[0], by=stage.person(jar.by), couple=stage.both)

    yield Deed(stage.calendar.at_work(jar.drawn), draw)
    if jar.did:
        yield Deed(stage.calendar.after_work(jar.did), do)


def _write(line: Line, stage: Stage) -> Written:
    part = stage.part(line.step, line.by)
    ledger, today = part.assignment.published.step.ledger(line.ledger), clock.today(part.person.time_zone)
    words = {column.key: text for column, text in zip(ledger.columns, line.words, strict=True)}
    wording = Wording(
        words, Owner(line.owner), larger=line.larger,
        from_on=today + timedelta(days=line.starts) if line.starts is not None else None,
        due_on=today + timedelta(days=line.due) if line.due is not None else None,
        about_id=stage.lines[line.about].id if line.about else None,
    )  # fmt: skip
    return add(part, ledger, wording, save_key=public_id())


def _change(line: Written, stage: Stage, who: str, words: list[str]) -> None:
    said = {column.key: text for column, text in zip(line.noun.columns, words, strict=True)}
    line.change(replace(line.wording, words=said), by=stage.person(who), revision=line.revision)


def _say_yes(line: Written, stage: Stage) -> None:
    other = next(person for person in stage.both.partners if person.id != line.worded_by_id)
    line.say_yes(by=other, revision=line.revision)


def _look(made: list[Written], stage: Stage, who: str, said: Any, note: list[str]) -> None:
    line = made[0]
    person = stage.person(who)
    week_on = monday(clock.today(person.time_zone))
    asks_hours = line.noun.checks is Checks.HOURS
    kept, hours = (None, float(said)) if asks_hours else (Kept(said), None)
    line.look(by=person, week_on=week_on, kept=kept, hours=hours, note=" ".join(note))
