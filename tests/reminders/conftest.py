"""A quiet ground for reminders: whoever should not be reminded has nothing open, and the clock stands where a test puts it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from practice import clock
from practice.db import db
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.post import Letter
from practice.reminders import models
from practice.reminders.jobs import send_digests
from tests import writing
from tests.cast import Cast

MONDAY = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)  # the day on which steps are given in these tests


@dataclass
class Post:
    """Lets time go by, and looks into the outbox."""

    app: Flask
    cast: Cast

    @contextmanager
    def at(self, moment: datetime) -> Iterator[None]:
        with clock.at(moment), self.app.app_context():
            yield

    def give(self, slug: str, *names: str, at: datetime = MONDAY, due_in: int | None = None) -> int:
        """Give a step to Ana and Ben, or an own one to these; the assignment's id."""
        with self.at(at):
            due_on = at.date() + timedelta(days=due_in) if due_in is not None else None
            people = [self.cast.person(name) for name in names]
            return writing.assign(self.cast.couple("ana"), slug, *people, due_on=due_on).id

    def run(self, moment: datetime) -> None:
        """What the worker does at a moment."""
        with clock.at(moment):
            send_digests.call_local()

    def run_days(self, first: datetime, days: int, *, step: timedelta = timedelta(minutes=30)) -> list[datetime]:
        """Let the worker look again and again for so many days; the moments at which it wrote something."""
        wrote, before = [], self._number()
        for number in range(int(timedelta(days=days) / step)):
            self.run(first + number * step)
            if (now := self._number()) > before:
                wrote += [first + number * step] * (now - before)
                before = now
        return wrote

    def _number(self) -> int:
        with self.app.app_context():
            return db.session.scalar(select(func.count(Letter.id)).where(Letter.may_be_stopped)) or 0

    def letters(self, name: str = "") -> list[str]:
        """What was written, to anybody or to one person, oldest first."""
        with self.app.app_context():
            rows = select(Letter).where(Letter.may_be_stopped).order_by(Letter.id)
            return [letter.text for letter in db.session.scalars(rows) if name in letter.to_address]

    def choose(self, name: str, *, is_on: bool = True, minute: int = 18 * 60, zone: str = "") -> None:
        """Somebody's own choice, and their time zone."""
        with self.app.app_context():
            models.choose(self.cast.person(name), is_on=is_on, minute=minute)
            if zone:
                db.session.execute(update(Person).where(Person.email == f"{name}@example.test").values(time_zone=zone))
            db.session.commit()

    def coach(self, act: str, assignment_id: int | None = None) -> None:
        """Maya withdraws a step, or pauses, closes, reopens the couple."""
        with self.app.app_context():
            couple = self.cast.couple("ana")
            row = couple if assignment_id is None else db.session.get_one(Assignment, assignment_id)
            getattr(row, act)(by=couple.coach)
            db.session.commit()


@pytest.fixture
def post(app: Flask, cast: Cast) -> Post:
    """Coaches are left out unless a test lets them in, so that each letter is a partner's."""
    post = Post(app, cast)
    for name in ("maya", "noor", "olu"):
        post.choose(name, is_on=False)
    return post
