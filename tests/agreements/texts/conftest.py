"""An evening with `commit`: Ana, Ben and Maya each sit before the text that Ana and Ben will sign."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.agreements import texts
from practice.agreements.texts import JointText
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment
from tests import writing
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in

KEY = "commitment"
FIRST = "We stay for six months. We say what we want."
SECOND = "We stay for a year. We say what we want, kindly."


@dataclass
class Signing:
    """Everybody's browser, and the address of the text for each."""

    app: Flask
    cast: Cast
    assignment_id: int
    addresses: dict[str, str]
    browsers: dict[str, Browser] = field(default_factory=dict)

    def look(self, name: str) -> Page:
        return self.browsers[name].get(self.addresses[name])

    def propose(self, name: str, wording: str, status: int = 200) -> Page:
        self.look(name)
        return self.browsers[name].submit("Propose", {"wording": wording}, status)

    def press(self, name: str, button: str, status: int = 200, **fields: Any) -> Page:
        """Look at the page as it is now, and press a button."""
        self.look(name)
        return self.browsers[name].submit(button, fields, status)

    def fields(self, name: str) -> dict[str, str]:
        """What a press of a button would send from the page as it is now."""
        form = self.look(name).form("wording")
        return {key: value.removeprefix("\n") for key, value in form.form_values()}

    def text(self) -> JointText:
        """The row; needs an app context."""
        found = texts.find(self.assignment(), KEY)
        assert found
        return found

    def assignment(self) -> Assignment:
        return db.session.get_one(Assignment, self.assignment_id)

    def couple(self, act: str) -> None:
        """Maya pauses, closes or reopens the couple."""
        with self.app.app_context():
            couple = db.session.scalars(select(Couple).where(Couple.public_id == self.cast.ana_and_ben)).unique().one()
            getattr(couple, act)(by=couple.coach)
            db.session.commit()


@pytest.fixture
def signing(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Signing:
    with app.app_context():
        given = writing.assign(cast.couple("ana"), "commit")
        parts = {part.person.name.lower(): part.public_id for part in given.parts}
        signing = Signing(
            app, cast, given.id,
            {name: f"/texts/{public_id}/{KEY}" for name, public_id in parts.items()}
            | {"maya": f"/assignments/{given.public_id}/texts/{KEY}"},
        )  # fmt: skip
    for name in ("ana", "ben", "maya"):
        browser = Browser(clients())
        sign_in(browser.client, name)
        signing.browsers[name] = browser
    return signing
