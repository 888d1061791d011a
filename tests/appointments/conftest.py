"""Maya meets Ana and Ben: appointments, each from a Monday in March on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice import clock
from practice.appointments import models
from practice.appointments.models import Appointment
from practice.appointments.states import Attended, Slot, WithWhom
from practice.couples.models import Couple
from practice.db import db, public_id
from tests.browser import Browser
from tests.cast import Cast, sign_in

MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def planned(couple: Couple, days: float = 1, with_whom: WithWhom = WithWhom.BOTH, **slot: Any) -> Appointment:
    """An appointment so many days from now, of fifty minutes in the green room; needs an app context."""
    told = {"starts_at": clock.now() + timedelta(days=days), "time_zone": "Europe/London", "minutes": 50, "place": "Green room"}
    return models.plan(couple, with_whom, Slot(**(told | slot)), save_key=public_id(), by=couple.coach)


def all_came(appointment: Appointment) -> dict[int, Attended]:
    return {person.id: Attended.CAME for person in appointment.people}


@dataclass
class Diary:
    """Maya's diary for Ana and Ben; each verb opens an app context of its own and answers with a public id."""

    app: Flask
    cast: Cast

    def plan(self, days: float = 1, with_whom: str = "both", **slot: Any) -> str:
        with self.app.app_context():
            appointment = planned(self.cast.couple("ana"), days, WithWhom(with_whom), **slot)
            db.session.commit()
            return appointment.public_id

    def do(self, act: Callable[[Appointment], object], of: str) -> None:
        """Something done to one of them."""
        with self.app.app_context():
            act(self.row(of))
            db.session.commit()

    def row(self, of: str) -> Appointment:
        """Needs an app context."""
        return db.session.scalars(db.select(Appointment).where(Appointment.public_id == of)).one()


@pytest.fixture
def monday() -> Any:
    """It is that Monday, as long as the test lasts."""
    with clock.at(MONDAY):
        yield


@pytest.fixture
def diary(app: Flask, cast: Cast) -> Diary:
    return Diary(app, cast)


@pytest.fixture
def others(clients: Callable[[], FlaskClient], cast: Cast) -> Callable[[str], Browser]:
    def enter(name: str) -> Browser:
        client = clients()
        sign_in(client, name)
        return Browser(client)

    return enter


@pytest.fixture
def maya(others: Callable[[str], Browser]) -> Browser:
    return others("maya")
