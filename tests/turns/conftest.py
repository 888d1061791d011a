"""“Hearing the hurt”, given to Ana and Ben: addresses, browsers, and what may be done to it from outside a page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db, public_id
from practice.homework.models import Assignment
from practice.turns.course import Kind
from practice.turns.turns import Turns
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in
from tests.writing import assign


@dataclass
class Given:
    """Addresses only; `turns()` and the acts open an app context of their own."""

    app: Flask
    id: str
    parts: dict[str, str]
    browsers: dict[str, Browser] = field(default_factory=dict)

    @contextmanager
    def turns(self) -> Iterator[Turns]:
        """Act upon it; committed afterwards."""
        with self.app.app_context():
            yield Turns.to_change(db.session.scalars(select(Assignment).where(Assignment.public_id == self.id)).one())
            db.session.commit()

    def opened(self, *, first: str = "ana") -> None:
        """Both are ready, Maya opens it, and somebody is to speak first."""
        with self.turns() as turns:
            for person in turns.couple.partners:
                turns.say_ready(person)
            db.session.flush()
        with self.turns() as turns:
            turns.open("", by=turns.couple.coach)
        with self.turns() as turns:
            turns.begin(Cast.person(first), by=turns.couple.coach)

    def move(self, name: str, kind: Kind, text: str = "") -> None:
        with self.turns() as turns:
            turns.move(kind, Cast.person(name), text, number=turns.next_number, save_key=public_id())

    def moves(self) -> list[tuple[str, str, str]]:
        """Who made which moves, and in what words."""
        with self.turns() as turns:
            return [(move.person.name, move.kind.value, move.text) for move in turns.moves]

    def ready(self, name: str, status: int = 200) -> Page:
        return self.browsers[name].get(f"/ready/{self.parts[name]}", status)

    def show(self, name: str) -> Page:
        return self.browsers[name].get(f"/turns/{self.parts[name]}")

    def session(self) -> Page:
        return self.browsers["maya"].get(f"/assignments/{self.id}/turns")


@pytest.fixture
def given(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Given:
    with app.app_context():
        made = assign(cast.couple("ana"), "pain")
        given = Given(app, made.public_id, {part.person.name.lower(): part.public_id for part in made.parts})
    for name in ("ana", "ben", "maya"):
        client = clients()
        sign_in(client, name)
        given.browsers[name] = Browser(client)
    return given


@pytest.fixture
def ana(given: Given) -> Browser:
    return given.browsers["ana"]


@pytest.fixture
def ben(given: Given) -> Browser:
    return given.browsers["ben"]


@pytest.fixture
def maya(given: Given) -> Browser:
    return given.browsers["maya"]
