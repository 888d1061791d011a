"""What the coach's review is tried on: a joint step given to Ana and Ben, and browsers in which somebody is signed in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer
from practice.programme.library import Readers
from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.writing import assign, write

# Questions of this step: one in words, one that goes to the coach, one in a line.
LONGEST, AVOIDED, FIRST = "longest", "avoided", "first_to_change"


@dataclass(frozen=True)
class Given:
    """A step given to both: addresses only, and what can be done with it from outside an app context."""

    app: Flask
    id: str
    ana: str
    ben: str

    def send(self, name: str, words: str, readers: Readers = Readers.BOTH, **answers: Any) -> str:
        """Let Ana or Ben send words to one question; the reflection's public id."""
        with self.app.app_context():
            given = db.session.scalars(select(Assignment).where(Assignment.public_id == self.id)).one()
            writer, is_safety = Cast.person(name), readers is Readers.SAFETY
            sent = write(writer, given, {LONGEST: words, **answers}, {} if is_safety else {LONGEST: readers})
            if is_safety:
                # This step asks nothing about safety, so nobody could choose it here: it is put in by hand.
                kept = next(answer for answer in sent.answers if answer.prompt_key == LONGEST)
                db.session.delete(kept)
                db.session.flush()
                sent.answers.append(Answer.written(writer, LONGEST, words, readers, kept.confidentiality_id))
                db.session.commit()
            return sent.public_id

    def part(self, name: str) -> Homework:
        """A partner's part; needs an app context."""
        wanted = {"ana": self.ana, "ben": self.ben}[name]
        return db.session.scalars(select(Homework).where(Homework.public_id == wanted)).one()


@pytest.fixture
def given(app: Flask, cast: Cast) -> Given:
    """“What I did”, given to Ana and Ben."""
    with app.app_context():
        made = assign(cast.couple("ana"), "causes")
        parts = {part.person.name: part.public_id for part in made.parts}
        return Given(app, made.public_id, parts["Ana"], parts["Ben"])


@pytest.fixture
def enter(clients: Callable[[], FlaskClient], cast: Cast) -> Callable[[str], Browser]:
    """A browser of their own for whoever is named."""

    def entered(name: str) -> Browser:
        client = clients()
        sign_in(client, name)
        return Browser(client)

    return entered


@pytest.fixture
def maya(enter: Callable[[str], Browser]) -> Browser:
    return enter("maya")
