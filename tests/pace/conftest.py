"""An evening with `joy`: Ana and Ben each set a pace alone, and Maya opens what both accept."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from practice.homework.models import Assignment
from practice.homework.states import Reveals
from practice.pace import models
from practice.pace.choosing import Choice
from tests import writing
from tests.browser import Browser, Page
from tests.cast import Cast, sign_in


@dataclass
class Pacing:
    """Everybody's browser, and the address of the pace for each."""

    app: Flask
    cast: Cast
    assignment_id: int
    addresses: dict[str, str]
    browsers: dict[str, Browser] = field(default_factory=dict)

    def look(self, name: str) -> Page:
        return self.browsers[name].get(self.addresses[name])

    def set(self, name: str, *far: str, fast: str = "gently", status: int = 200) -> Page:
        self.look(name)
        return self.browsers[name].submit("Set", {"far": list(far), "fast": fast}, status)

    def open(self) -> Page:
        """Maya opens what both accept now."""
        self.look("maya")
        self.browsers["maya"].post(f"{self.addresses['maya']}/open")
        return self.browsers["maya"].follow()

    def shown(self, name: str) -> list[str]:
        """What stands under "What you both accept"; empty before it is open."""
        return self.look(name).tree.xpath("//*[@aria-labelledby='both']//li/text()")

    def kept(self, name: str) -> Choice:
        """What somebody has chosen, as it is kept."""
        with self.app.app_context():
            part = self.assignment().part_of(self.cast.person(name))
            assert part
            found = models.chosen(part)
            assert found
            return found.choice

    def assignment(self) -> Assignment:
        """The row; needs an app context."""
        return db.session.get_one(Assignment, self.assignment_id)

    def act(self, verb: str) -> None:
        """Maya withdraws the step, or pauses, closes, reopens the couple."""
        with self.app.app_context():
            given = self.assignment()
            getattr(given if verb == "withdraw" else given.couple, verb)(by=given.couple.coach)
            db.session.commit()


@pytest.fixture
def reveals() -> Reveals:
    """How it opens; a test may say otherwise."""
    return Reveals.COACH


@pytest.fixture
def pacing(app: Flask, cast: Cast, clients: Callable[[], FlaskClient], reveals: Reveals) -> Pacing:
    with app.app_context():
        given = writing.assign(cast.couple("ana"), "joy", reveals=reveals)
        parts = {part.person.name.lower(): f"/pace/{part.public_id}" for part in given.parts}
        pacing = Pacing(app, cast, given.id, {**parts, "maya": f"/assignments/{given.public_id}/pace"})
    for name in ("ana", "ben", "maya"):
        browser = Browser(clients())
        sign_in(browser.client, name)
        pacing.browsers[name] = browser
    return pacing
