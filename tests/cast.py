"""The cast: Maya coaches Ana & Ben; Noor coaches Kim & Lee in the practice that Olu owns.

Its fields hold ids and addresses, never rows: rows live only within an app context, pages are opened outside one.
"""

from dataclasses import dataclass
from functools import cache

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice import clock
from practice.couples import models as couples
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db
from practice.people import factors, passwords, sign_ins
from practice.people.models import Person, Practice, Role, by_email
from practice.programme.library import SHIPPED, Programme, load
from practice.programme.models import PublishedStep, newest, publish
from tests.browser import Browser, Page

PASSWORD = "seven quiet herons wade"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PARTNERS = ("ana", "ben", "kim", "lee")
COACHES = ("maya", "noor", "olu")


@dataclass(frozen=True)
class Cast:
    """Everybody's public id. `cast.person("ana")` and its like load rows and need an app context."""

    maya: str
    noor: str
    olu: str
    ana: str
    ben: str
    kim: str
    lee: str
    ana_and_ben: str
    kim_and_lee: str

    @staticmethod
    def person(name: str) -> Person:
        """The row of "ana", or of an e-mail address."""
        found = by_email(email(name))
        assert found, f"Nobody is called {name}"
        return found

    @staticmethod
    def couple(of: str) -> Couple:
        """The couple of one of its partners: cast.couple("ana")."""
        return couples.of(Cast.person(of))

    @staticmethod
    def step(slug: str) -> PublishedStep:
        """A step of the published programme."""
        return db.session.scalars(
            select(PublishedStep).where(PublishedStep.edition_id == newest().id, PublishedStep.slug == slug)
        ).one()


@pytest.fixture
def cast(app: Flask) -> Cast:
    """Everybody, who came with the database (see `database_url`) or come now."""
    with app.app_context():
        return everybody() if by_email(email("maya")) else gather()


def gather() -> Cast:
    """Bring everybody into an empty practice; needs an app context."""
    publish(shipped())
    maya = _coach("Maya", Practice(name="Riverside Room"), is_owner=True)
    harbour = Practice(name="Harbour Practice")
    _coach("Olu", harbour, is_owner=True)
    noor = _coach("Noor", harbour)
    _couple(maya, "Ana", "Ben")
    _couple(noor, "Kim", "Lee")
    db.session.commit()
    return everybody()


def everybody() -> Cast:
    """Those who are there."""
    ids = {person.name.lower(): person.public_id for person in db.session.scalars(select(Person))}
    for couple in db.session.scalars(select(Couple)):
        ids["_and_".join(person.name.lower() for person in couple.partners)] = couple.public_id
    return Cast(**ids)


def email(name: str) -> str:
    return name if "@" in name else f"{name.lower()}@example.test"


def sign_in(client: FlaskClient, name: str) -> None:
    """Let somebody be signed in, without the pages that lead there: `come_in` goes through them."""
    with client.application.app_context():
        _, handle = sign_ins.begin(Cast.person(name), "Firefox on Linux")
        db.session.commit()
    with client.session_transaction() as session:
        session.clear()
        session["_user_id"] = handle


def come_in(client: FlaskClient, name: str, password: str = PASSWORD) -> Page:
    """Sign in through the real pages, a coach with a code too; the page one arrives at."""
    browser = Browser(client)
    browser.get("/sign-in")
    page = browser.submit("Sign in", {"email": email(name), "password": password})
    if page.path == "/sign-in/code":
        page = browser.submit("code", {"code": code_for(client.application, name)})
    return page


def code_for(app: Flask, name: str) -> str:
    """A coach's present code. A code counts once in its thirty seconds, so the mark of the last one is put back."""
    with app.app_context():
        Cast.person(name).totp_last_step = 0
        db.session.commit()
        return pyotp.TOTP(TOTP_SECRET).at(int(clock.now().timestamp()))


def _coach(name: str, practice: Practice, *, is_owner: bool = False) -> Person:
    coach = Person(practice=practice, role=Role.COACH, is_owner=is_owner, name=name, email=email(name))
    db.session.add(coach)
    db.session.flush()
    _join(coach)
    give_factor(coach)
    return coach


def give_factor(coach: Person) -> None:
    """An app that shows the cast's codes."""
    factors.enrol(coach, TOTP_SECRET, pyotp.TOTP(TOTP_SECRET).at(int(clock.now().timestamp())))


def _couple(coach: Person, first: str, second: str) -> Couple:
    couple = couples.add(coach, (first, second), (email(first), email(second)), Kind.LIMITED_SECRETS)
    for partner in couple.partners:
        _join(partner)
        couple.sign(couple.confidentialities[0], partner, partner.name)
    return couple


def _join(person: Person) -> None:
    person.password_hash, person.joined_at = _hash(), clock.now()


@cache
def _hash() -> str:
    # One hash for everybody and for the whole run: making it is slow on purpose.
    return passwords.hashed(PASSWORD)


@cache
def shipped() -> Programme:
    return load(SHIPPED)
