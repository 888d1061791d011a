"""Ana and Ben with steps that ask for a few words a day, each at a browser of their own."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.journal.models import Entry
from practice.programme.models import PublishedStep
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.daily import entries_of
from tests.writing import assign


@dataclass
class Diary:
    """`diary.open("gratitude")` is Ana's short form of the day; `diary.kept("gratitude")` what she has kept."""

    app: Flask
    cast: Cast
    new_browser: Callable[[], FlaskClient]
    browsers: dict[str, Browser] = field(default_factory=dict)

    def browser(self, name: str = "ana") -> Browser:
        if name not in self.browsers:
            self.browsers[name] = Browser(self.new_browser())
            sign_in(self.browsers[name].client, name)
            self.browsers[name].get("/account")
        return self.browsers[name]

    def give(self, slug: str, name: str = "ana") -> None:
        with self.app.app_context():
            step = self.cast.step(slug)
            assign(self.cast.couple(name), slug, *([] if step.together else [self.cast.person(name)]))

    def part(self, slug: str, name: str = "ana") -> Homework:
        """The part of that step; needs an app context."""
        person = self.cast.person(name)
        mine = select(Homework).join(Homework.assignment).join(Assignment.published)
        return db.session.scalars(mine.where(Homework.person_id == person.id, PublishedStep.slug == slug)).unique().one()

    def address(self, slug: str, key: str = "", name: str = "ana") -> str:
        with self.app.app_context():
            return f"/journal/{self.part(slug, name).public_id}/{key or slug}"

    def open(self, slug: str, key: str = "", name: str = "ana", query: str = "") -> Page:
        return self.browser(name).get(self.address(slug, key, name) + query)

    def write(
        self, slug: str, fields: dict[str, Any], *, key: str = "", name: str = "ana", query: str = "", status: int = 200
    ) -> Page:
        """Open the form, fill it in, keep it."""
        self.open(slug, key, name, query)
        return self.browser(name).submit("Keep", fields, status=status)

    def kept(self, slug: str, name: str = "ana") -> list[Entry]:
        """Entries of that step, the oldest first; their words are read within an app context."""
        return entries_of(self.part(slug, name))

    def words(self, slug: str, name: str = "ana") -> list[dict[str, str]]:
        with self.app.app_context():
            return [entry.words.lines for entry in self.kept(slug, name)]

    def entry_address(self, slug: str, verb: str, name: str = "ana") -> str:
        with self.app.app_context():
            return f"/entries/{self.kept(slug, name)[-1].public_id}/{verb}"

    def today(self, name: str = "ana") -> date:
        with self.app.app_context():
            return clock.today(self.cast.person(name).time_zone)


@pytest.fixture
def diary(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Diary:
    return Diary(app, cast, clients)
