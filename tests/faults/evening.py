"""A while later: Ana and Ben keep days, agree, sign, set a pace and speak in turns; Maya plans, and writes a programme."""

from typing import Any

from flask import Flask

from practice import clock
from practice.agreements import texts
from practice.agreements.adding import add
from practice.agreements.models import Line
from practice.agreements.wording import Wording
from practice.db import db, public_id
from practice.homework.models import Assignment, Homework
from practice.pace import models as pace
from practice.pace.choosing import Choice
from practice.people.models import Person
from practice.turns.turns import Turns
from practice.way import planning
from practice.way.models import Opens, Terms
from tests import writing
from tests.cast import Cast
from tests.daily import keep
from tests.programme import own

BEGUN = ("renew", "say in turns")  # acts that need something to have gone further


def lived(app: Flask, cast: Cast, act: str) -> dict[str, str]:
    """The public ids of what stands there, by name."""
    with app.app_context():
        ana, maya, couple = cast.person("ana"), cast.person("maya"), cast.couple("ana")
        given = {slug: writing.assign(couple, slug) for slug in ("causes", "work", "commit", "talk", "act", "joy", "pain")}
        alone = writing.assign(couple, "gratitude", ana).parts[0]
        ids = {"gratitude": alone.public_id, "entry": keep(alone, "gratitude", "A robin").public_id}
        _opened(given["causes"])
        writing.write(ana, given["work"])
        proposed = _line(_part(given["talk"], cast.person("ben")), "agreements")
        agreed = _line(_part(given["act"], cast.person("ben")), "actions")
        agreed.say_yes(by=ana, revision=1)
        _signed(given["commit"], further=act in BEGUN)
        _chosen(given["joy"])
        _in_turns(given["pain"], further=act in BEGUN)
        edition, manuscript = own.publish(maya), own.begin(maya, own.small(title="Another"))
        days: Any = {"begins_on": clock.today(), "every": 7, "today": clock.today(), "by": maya}
        [planned] = planning.lay(planning.way_of(couple), [cast.step("support")], Terms(Opens.ON_DAY), **days)
        db.session.commit()
        rows = {"line": proposed, "agreed": agreed, "edition": edition, "manuscript": manuscript, "planned": planned}
        parts = {f"{slug} of ana": _part(assignment, ana).public_id for slug, assignment in given.items()}
        return ids | parts | {name: row.public_id for name, row in {**given, **rows}.items()}


def _part(given: Assignment, person: Person) -> Homework:
    part = given.part_of(person)
    assert part
    return part


def _opened(causes: Assignment) -> None:
    for person in causes.couple.partners:
        writing.write(person, causes)
    causes.reveal(by=causes.couple.coach)


def _line(part: Homework, key: str) -> Line:
    ledger = part.assignment.published.step.ledger(key)
    line = add(part, ledger, Wording({ledger.columns[0].key: "Tea in the garden"}), save_key=public_id())
    db.session.flush()
    return line


def _signed(commit: Assignment, *, further: bool) -> None:
    first, second = commit.couple.partners
    text = texts.of(commit, "commitment", by=first)
    text.propose("We stay.", seen=0, save_key=public_id(), by=first)
    for person in (second, *([first] if further else [])):
        text.approve(1, by=person)


def _chosen(joy: Assignment) -> None:
    for part in joy.parts:
        pace.choose(part, Choice(("hands",), "gently"), revision=0, save_key=public_id())


def _in_turns(pain: Assignment, *, further: bool) -> None:
    if further:
        Turns.to_change(pain).open("They asked for it", by=pain.couple.coach)
        db.session.flush()
        Turns.to_change(pain).begin(pain.couple.first, by=pain.couple.coach)
