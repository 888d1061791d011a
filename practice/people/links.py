"""One-time links: an invitation, a new password, the first run. A link by mail alone opens nothing."""

import enum
import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record

LASTS = timedelta(hours=72)
_MOST_WRONG_CODES = 5


class Purpose(enum.StrEnum):
    """What a link is for; one for joining never resets a password."""

    JOIN = "join"
    RESET = "reset"
    ADDRESS = "address"


class Link(Addressed, SealedText, Model):
    """A link (256 bit, kept as a hash) that needs the six-digit code its coach sees and tells."""

    __tablename__ = "links"
    purpose: Mapped[Purpose]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    wrong_codes: Mapped[int] = mapped_column(default=0)
    person: Mapped[Person] = relationship(lazy="joined")

    @property
    def code(self) -> str:
        """The six digits that the coach tells in person or by phone."""
        return self.text

    @property
    def is_locked(self) -> bool:
        """Whether its code was wrong too often."""
        return self.wrong_codes >= _MOST_WRONG_CODES

    @property
    def trouble(self) -> str | None:
        """Why this link opens nothing any more, in plain words, or None while it works."""
        if self.used_at:
            return "This link has been used already. If that was you, sign in with your password."
        if self.revoked_at:
            return "This link was taken back, or a newer letter is on its way. Your coach can send a new one."
        if self.is_locked:
            return "The code was wrong five times, so this link no longer works. Your coach can send a new one."
        if clock.now() >= self.expires_at:
            return "This link has run out: it works for three days. Your coach can send a new one."
        return None

    def accept(self, code: str) -> bool:
        """Try a code; a wrong one is counted and the caller commits that too. Raises: Refused when the link is spent."""
        if self.trouble:
            raise Refused(self.trouble)
        if hmac.compare_digest(self.code.encode(), code.strip().encode()):
            return True
        self.wrong_codes += 1
        record("link.wrong_code", actor=None, subject=self.person, purpose=self.purpose)
        return False

    def use(self) -> None:
        """Spend it: it works once. Raises: Refused when somebody else was quicker."""
        spent = changed(update(Link).where(Link.id == self.id, Link.used_at.is_(None)).values(used_at=clock.now()))
        if not spent:
            raise Refused("This link has been used already. If that was you, sign in with your password.")

    def revoke(self, *, by: Person) -> None:
        """Take it back."""
        if self.used_at:
            raise Refused("This link has been used, so it can no longer be taken back.")
        self.revoked_at = clock.now()
        record("link.revoked", actor=by, subject=self.person, purpose=self.purpose)


def make(purpose: Purpose, person: Person, told: str | None = None) -> tuple[Link, str]:
    """A new link and its token; earlier ones of the same purpose stop working.

    It keeps a code of six digits, unless it is told something else to keep, such as a new address.
    """
    for earlier in open_of(person, purpose):
        earlier.revoked_at = clock.now()
    token = secrets.token_urlsafe(32)
    link = Link(purpose=purpose, person=person, token_hash=_hash(token), made_at=clock.now(), expires_at=clock.now() + LASTS)
    key = f"{person.practice.key}:links"
    link.write(told or f"{secrets.randbelow(10**6):06}", owner=key, within=person.practice.key)
    db.session.add(link)
    return link, token


def by_token(purpose: Purpose, token: str, *, to_use: bool = False) -> Link | None:
    """The link of a token, spent or not, if it is for this purpose; to use it, one at a time, so that each guess counts."""
    query = select(Link).where(Link.token_hash == _hash(token), Link.purpose == purpose)
    return db.session.scalar(query.with_for_update(of=Link) if to_use else query)


def latest_of(person: Person, purpose: Purpose) -> Link | None:
    """The last link made for somebody, whatever became of it."""
    rows = select(Link).where(Link.person_id == person.id, Link.purpose == purpose).order_by(Link.id.desc())
    return db.session.scalar(rows.limit(1))


def open_of(person: Person, purpose: Purpose) -> list[Link]:
    """Links that still work."""
    rows = select(Link).where(Link.person_id == person.id, Link.purpose == purpose)
    return [link for link in db.session.scalars(rows) if not link.trouble] if person.id else []


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
