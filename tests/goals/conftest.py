"""Ana, Ben and Maya at their goals."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from practice.goals import standing
from practice.goals.models import Goal
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in


@dataclass
class Wishing:
    """Everybody's browser."""

    app: Flask
    cast: Cast
    new: Callable[[], FlaskClient]
    browsers: dict[str, Browser] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Browser:
        if name not in self.browsers:
            self.browsers[name] = Browser(self.new())
            sign_in(self.browsers[name].client, name)
        return self.browsers[name]

    def begin(self, name: str, wants: str, value: int = 3, notices: str = "", status: int = 200) -> Page:
        self[name].get("/goals/new")
        return self[name].submit("Keep", {"wants": wants, "notices": notices, "value": str(value)}, status)

    def known(self, *readers: str) -> list[tuple[str, int, int]]:
        """What all of these may know of the goals of Ana and Ben: words, first and latest number."""
        with self.app.app_context():
            found = standing.of(self.cast.couple("ana"), [self.cast.person(name) for name in readers])
            return [(goal.wants, goal.first.value, goal.latest.value) for goal in found]

    def address(self, wants: str) -> str:
        with self.app.app_context():
            return next(f"/goals/{goal.public_id}" for goal in db.session.scalars(db.select(Goal)) if goal.words.wants == wants)


@pytest.fixture
def wishing(app: Flask, cast: Cast, clients: Callable[[], FlaskClient]) -> Wishing:
    return Wishing(app, cast, clients)
