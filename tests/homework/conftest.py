"""An evening: Ana is signed in and has `causes` together with Ben, and `fears` for herself."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from practice.db import db
from practice.homework import drafts
from practice.homework.models import Homework
from tests import writing
from tests.browser import Browser
from tests.cast import Cast, sign_in

FULL = {
    "my_part": [{"did": f"I went quiet {n}", "effect": "You were alone", "instead": "I say so"} for n in range(3)],
    "owning": 6,
    "first_to_change": "The phone in the hall",
}


@dataclass
class Evening:
    """Addresses of everybody's parts, and browsers of those who are signed in."""

    app: Flask
    cast: Cast
    browsers: dict[str, Browser] = field(default_factory=dict)
    steps: dict[tuple[str, str], str] = field(default_factory=dict)

    def address(self, slug: str = "causes", name: str = "ana") -> str:
        return f"/steps/{self.steps[slug, name]}"

    def part(self, slug: str = "causes", name: str = "ana") -> Homework:
        """The row; needs an app context."""
        return db.session.scalars(select(Homework).where(Homework.public_id == self.steps[slug, name])).unique().one()

    def kept(self, slug: str = "causes", name: str = "ana") -> dict[str, Any]:
        """The answers that stand in a draft."""
        with self.app.app_context():
            return drafts.content_of(self.part(slug, name))[0]["answers"]

    def give(self, slug: str, *names: str) -> None:
        """Give one more step to these, or to both."""
        with self.app.app_context():
            made = writing.assign(self.cast.couple("ana"), slug, *map(self.cast.person, names))
            for part in made.parts:
                self.steps[slug, part.person.name.lower()] = part.public_id

    def send(self, slug: str = "causes", name: str = "ana", **answers: Any) -> None:
        """Write and send without pages; what must be answered and is not given is filled in."""
        with self.app.app_context():
            part = self.part(slug, name)
            writing.write(part.person, part.assignment, answers)

    def act(self, verb: Callable[[Homework], object], slug: str = "causes", name: str = "ana") -> None:
        """Let something happen to a part."""
        with self.app.app_context():
            verb(self.part(slug, name))
            db.session.commit()

    def enter(self, name: str) -> Browser:
        """Somebody else's browser."""
        if name not in self.browsers:
            self.browsers[name] = Browser(self.app.test_client())
            sign_in(self.browsers[name].client, name)
        return self.browsers[name]

    def save(self, answers: dict[str, Any], name: str = "ana", client: FlaskClient | None = None, **other: Any) -> TestResponse:
        """What the page's script sends."""
        browser = self.browsers[name]
        page = browser.get(f"{self.address(name=name)}/contributions")
        body = {"revision": int(page.value("revision")), "save_key": page.value("save_key"), "readers": {}}
        body |= {"answering_as": page.value("answering_as"), "answers": answers, **other}
        token = {"X-CSRFToken": page.value("csrf_token")}
        return (client or browser.client).post(f"{self.address(name=name)}/draft", json=body, headers=token)


@pytest.fixture
def evening(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Evening:
    evening = Evening(app, cast)
    with app.app_context():
        causes = writing.assign(cast.couple("ana"), "causes")
        fears = writing.assign(cast.couple("ana"), "fears", cast.person("ana"))
        for name in ("ana", "ben"):
            part = causes.part_of(cast.person(name))
            assert part
            evening.steps["causes", name] = part.public_id
        evening.steps["fears", "ana"] = fears.parts[0].public_id
    for name in ("ana", "ben"):
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


def bare(page: bytes) -> bytes:
    """A page without what differs each time it is made: tokens and save keys."""
    return re.sub(rb'name="(csrf_token|save_key|sent_key)"([^>]*)value="[^"]*"|nonce="[^"]*"', b"", page)
