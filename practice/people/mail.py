"""The few letters of the room. A mailbox may be shared, so they name nobody and tell nothing."""

from dataclasses import dataclass
from datetime import datetime

from flask import url_for
from sqlalchemy import select

from practice import post
from practice.db import db
from practice.errors import Refused
from practice.people import links
from practice.people.links import Link, Purpose
from practice.people.models import Person, normal
from practice.web import settings

_MOST_SHOWN = 50
_SUBJECT = "A message is waiting for you"

_JOIN = """Hello,

somebody you know has prepared a page for you. Open it here:

{address}

The link works for three days. You will also need a code of six digits: the person
who invited you gives it to you, in person or by phone. We never send it by mail.

If you were not expecting this, you can leave it alone. Nothing happens by itself.
"""

_RESET = """Hello,

somebody asked for a new password for the page that belongs to this address. If it was
you, choose one here:

{address}

The link works for three days. You will also need a code: ask the person who first
invited you. We never send it by mail.

If it was not you, you can leave this alone. Your password stays as it is.
"""

_ADDRESS = """Hello,

somebody wishes to use this address to sign in. If it was you, open this link on the
device where you are signed in:

{address}

The link works for three days. If it was not you, you can leave this alone.
"""

_CHANGED = """Hello,

the way you sign in was changed just now. If you did this, there is nothing to do.

If it was not you, please tell the person who first invited you.
"""


def invite(person: Person) -> Link:
    """A new invitation and its letter; an earlier one stops working. Raises: Refused when they have joined already."""
    if person.has_joined:
        raise Refused(f"{person.name} has joined already.")
    link, token = links.make(Purpose.JOIN, person)
    _write(person, _JOIN.format(address=_address("people.join", token)))
    return link


def offer_new_password(person: Person) -> Link:
    """A letter with a link for choosing a new password."""
    link, token = links.make(Purpose.RESET, person)
    _write(person, _RESET.format(address=_address("people.reset", token)))
    return link


def confirm_address(person: Person, email: str) -> Link:
    """A letter to a new address, to learn whether its owner wants it."""
    link, token = links.make(Purpose.ADDRESS, person, normal(email))
    _write(person, _ADDRESS.format(address=_address("people.confirm_email", token)), to=normal(email))
    return link


def tell_of_change(person: Person) -> None:
    """Whoever changed a password or a second factor, its owner learns of it."""
    _write(person, _CHANGED)


@dataclass(frozen=True)
class Kept:
    """A letter as the demo shows it: each paragraph is words or a link."""

    to: str
    subject: str
    written_at: datetime
    paragraphs: tuple[tuple[str, bool], ...]


def kept(base_url: str) -> list[Kept]:
    """The latest letters of the outbox, newest first, opened: for the demo only, where nobody is real."""
    letters = db.session.scalars(select(post.Letter).order_by(post.Letter.id.desc()).limit(_MOST_SHOWN))
    return [
        Kept(
            to=letter.to_address,
            subject=letter.subject,
            written_at=letter.written_at,
            paragraphs=tuple((words, words.startswith(base_url)) for words in letter.text.strip().split("\n\n")),
        )
        for letter in letters
    ]


def _write(person: Person, body: str, to: str | None = None) -> None:
    # Greeted without a name: the address line alone shows who it is for.
    post.write(to_name="", to_address=to or person.email, subject=_SUBJECT, body=body, within=person.practice.key)


def _address(endpoint: str, token: str) -> str:
    return settings().base_url + url_for(endpoint, token=token)
