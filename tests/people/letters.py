"""What tests read in the outbox."""

import re

from flask import Flask
from sqlalchemy import select

from practice.db import db
from practice.people.invitations import Standing, standing
from practice.post import Letter
from tests.cast import Cast, email


def last_to(app: Flask, name: str) -> str | None:
    """The body of the last letter to somebody."""
    with app.app_context():
        found = db.session.scalars(select(Letter).where(Letter.to_address == email(name)).order_by(Letter.id.desc())).first()
        return found.text if found else None


def link_to(app: Flask, name: str) -> str:
    """The path of the link in somebody's last letter."""
    body = last_to(app, name) or ""
    found = re.search(r"http://localhost(/\S+)", body)
    assert found, body
    return found[1]


def standing_of(app: Flask, name: str) -> Standing:
    with app.app_context():
        return standing(Cast.person(name))
