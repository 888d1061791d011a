"""An evening with lists: Ana and Ben have `talk` and `act` together, and Ana `wider-life` for herself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.agreements.adding import add
from practice.agreements.models import Line, Owner
from practice.agreements.wording import Wording
from practice.db import db, public_id
from practice.homework.models import Homework
from tests import writing
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in

STEPS = ("talk", "act", "joy")


@dataclass
class Evening:
    """Addresses of everybody's parts, and browsers of those who are signed in."""

    app: Flask
    cast: Cast
    browsers: dict[str, Browser] = field(default_factory=dict)
    parts: dict[tuple[str, str], str] = field(default_factory=dict)

    def ledger(self, slug: str = "talk", key: str = "agreements", name: str = "ana") -> str:
        return f"/ledger/{self.parts[slug, name]}/{key}"

    def part(self, slug: str, name: str) -> Homework:
        """The row; needs an app context."""
        return db.session.scalars(select(Homework).where(Homework.public_id == self.parts[slug, name])).unique().one()

    def line(self, address: str) -> Line:
        """The row; needs an app context."""
        return db.session.scalars(select(Line).where(Line.public_id == address.rpartition("/")[2])).unique().one()

    def add(self, slug: str = "talk", key: str = "agreements", name: str = "ana", words: str = "", **more: Any) -> str:
        """A line written without its page; its address."""
        with self.app.app_context():
            part = self.part(slug, name)
            noun = part.assignment.published.step.ledger(key)
            told = {column.key: "" for column in noun.columns} | {noun.columns[0].key: words or "Phones sleep in the hall"}
            line = add(part, noun, Wording(told, **{"owner": Owner.BOTH, **more}), save_key=public_id())
            db.session.commit()
            return f"/lines/{line.public_id}"

    def agreed(self, **more: Any) -> str:
        """A line to which both have said yes; its address."""
        address = self.add(**more)
        with self.app.app_context():
            line = self.line(address)
            line.say_yes(by=line.couple.other(line.author), revision=1)
            db.session.commit()
        return address

    def sign_in(self, *names: str) -> None:
        """Come back after a while, when one has been signed out."""
        for name in names:
            sign_in(self.browsers[name].client, name)

    def press(self, name: str, address: str, verb: str, fields: dict[str, Any] | None = None, status: int = 200) -> Page:
        """Open the line's page and press the button that leads to this verb."""
        self.browsers[name].get(address)
        return self.browsers[name].submit(f"{address}/{verb}", fields, status)


@pytest.fixture
def evening(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Evening:
    evening = Evening(app, cast)
    with app.app_context():
        for slug in STEPS:
            for part in writing.assign(cast.couple("ana"), slug).parts:
                evening.parts[slug, part.person.name.lower()] = part.public_id
        for slug in ("wider-life", "personal"):
            own = writing.assign(cast.couple("ana"), slug, cast.person("ana"))
            evening.parts[slug, "ana"] = own.parts[0].public_id
    for name in ("ana", "ben", "maya"):
        client = clients()
        sign_in(client, name)
        evening.browsers[name] = Browser(client)
    return evening


@pytest.fixture
def ana(evening: Evening) -> Browser:
    return evening.browsers["ana"]


@pytest.fixture
def ben(evening: Evening) -> Browser:
    return evening.browsers["ben"]


@pytest.fixture
def maya(evening: Evening) -> Browser:
    return evening.browsers["maya"]
