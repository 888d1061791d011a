"""Ana's and Ben's way, planned from a Monday in March on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.db import db
from practice.homework.models import Assignment
from practice.way import planning
from practice.way.jobs import give_planned_steps
from practice.way.models import Opens, Planned, Terms, Whom
from tests.browser import Browser
from tests.cast import Cast, sign_in

MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@dataclass
class Days:
    """The plan of Ana and Ben; each verb opens an app context of its own."""

    app: Flask
    cast: Cast

    def lay(
        self, *slugs: str, opens: Opens = Opens.ON_DAY, begins_on: date | None = None, every: int = 7, **terms: Any
    ) -> list[str]:
        """Plan steps; their public ids."""
        with self.app.app_context():
            way = planning.way_of(self.cast.couple("ana"))
            steps = [self.cast.step(slug) for slug in slugs]
            today = clock.today("Europe/London")
            laid = planning.lay(
                way,
                steps,
                Terms(opens, **terms),
                begins_on=begins_on or today,
                every=every,
                today=today,
                by=self.cast.person("maya"),
            )
            db.session.commit()
            return [planned.public_id for planned in laid]

    def tick(self, days: float = 0) -> list[str]:
        """The worker looks, so many days after that Monday; the steps given until then, in the order of giving."""
        with clock.at(MONDAY + timedelta(days=days)):
            give_planned_steps.call_local()
        return self.given()

    def given(self) -> list[str]:
        with self.app.app_context():
            return [given.published.slug for given in db.session.scalars(select(Assignment).order_by(Assignment.id)).unique()]

    def act(self, *verbs: str) -> None:
        """Maya pauses, closes or reopens."""
        with self.app.app_context():
            for verb in verbs:
                getattr(self.cast.couple("ana"), verb)(by=self.cast.person("maya"))
            db.session.commit()

    def send_and_review(self, slug: str) -> None:
        """Both have sent what they were given of this step, and Maya has read it."""
        with self.app.app_context():
            for given in db.session.scalars(select(Assignment)).unique():
                for part in given.parts if given.published.slug == slug else ():
                    part.state, part.submitted_at = part.state.SUBMITTED, clock.now()
                    db.session.flush()
                    part.review(by=self.cast.person("maya"))
            db.session.commit()

    def rows(self) -> list[Planned]:
        """Every planned step; needs an app context."""
        return list(db.session.scalars(select(Planned).order_by(Planned.position, Planned.id)))

    def days(self) -> dict[str, date | None]:
        """On which day each step to come opens."""
        with self.app.app_context():
            return {row.published.slug: row.opens_on for row in self.rows() if row.is_coming}


@pytest.fixture
def way(app: Flask, cast: Cast) -> Days:
    return Days(app, cast)


@pytest.fixture
def monday() -> Any:
    """It is that Monday, as long as the test lasts."""
    with clock.at(MONDAY):
        yield


@pytest.fixture
def maya(client: FlaskClient, cast: Cast) -> Browser:
    sign_in(client, "maya")
    return Browser(client)


@pytest.fixture
def others(clients: Callable[[], FlaskClient], cast: Cast) -> Callable[[str], Browser]:
    def enter(name: str) -> Browser:
        client = clients()
        sign_in(client, name)
        return Browser(client)

    return enter


__all__ = ["MONDAY", "Days", "Whom"]
