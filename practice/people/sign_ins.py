"""Sign-ins: our own table, so that ending one ends it on the server, whatever cookie somebody has copied."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import ClassVar

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.people.models import Person
from practice.trail.models import record

IDLE_COACH, IDLE_PARTNER = timedelta(minutes=15), timedelta(minutes=30)
LONGEST = timedelta(hours=12)
STEP_UP = timedelta(minutes=5)
_SEEN_EVERY = timedelta(seconds=30)  # a page that is read need not be written down each time


class SignIn(Addressed, Model):
    """One device on which somebody is signed in. The handle itself is only in that device's cookie."""

    __tablename__ = "sign_ins"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    handle_hash: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(80))
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    proved_at: Mapped[datetime]  # when a password or factor was last given: step-up counts from here
    ended_at: Mapped[datetime | None]
    person: Mapped[Person] = relationship(lazy="joined")

    # What the door asks of whoever stands there; a sign-in that no longer counts is never found at all.
    is_authenticated: ClassVar[bool] = True
    is_active: ClassVar[bool] = True
    is_anonymous: ClassVar[bool] = False

    @property
    def idle_limit(self) -> timedelta:
        return IDLE_COACH if self.person.is_coach else IDLE_PARTNER

    @property
    def is_live(self) -> bool:
        """Whether it still counts: not ended, not idle, not too old, its person not shut out."""
        moment = clock.now()
        return (
            self.ended_at is None
            and self.person.disabled_at is None
            and moment - self.seen_at < self.idle_limit
            and moment - self.began_at < LONGEST
        )

    @property
    def is_fresh(self) -> bool:
        """Whether the person proved themselves in the last five minutes."""
        return clock.now() - self.proved_at < STEP_UP

    def saw(self) -> bool:
        """Note that the device was just used; whether there is anything to commit."""
        if clock.now() - self.seen_at < _SEEN_EVERY:
            return False
        self.seen_at = clock.now()
        return True

    def renew(self) -> str:
        """A new handle in place of the old one: whoever copied the cookie before is left outside."""
        handle = secrets.token_urlsafe(32)
        self.handle_hash = _hash(handle)
        return handle

    def end(self) -> None:
        """End it on the server: its cookie opens nothing any more."""
        if self.ended_at is None:
            self.ended_at = clock.now()
            record("sign_in.ended", actor=self.person, subject=self)


def begin(person: Person, device: str) -> tuple[SignIn, str]:
    """A new sign-in and its handle (256 bit), which is kept here only as a hash."""
    handle = secrets.token_urlsafe(32)
    moment = clock.now()
    sign_in = SignIn(
        person=person, handle_hash=_hash(handle), device=device[:80], began_at=moment, seen_at=moment, proved_at=moment
    )
    db.session.add(sign_in)
    record("sign_in.began", actor=person, subject=sign_in)
    return sign_in, handle


def by_handle(handle: str) -> SignIn | None:
    """The live sign-in of a cookie's handle."""
    found = db.session.scalar(select(SignIn).where(SignIn.handle_hash == _hash(handle)))
    return found if found and found.is_live else None


def live_of(person: Person) -> list[SignIn]:
    """Where somebody is signed in, latest first."""
    rows = select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None)).order_by(SignIn.seen_at.desc())
    return [sign_in for sign_in in db.session.scalars(rows) if sign_in.is_live]


def end_all(person: Person, *, but: SignIn | None = None) -> None:
    """End every sign-in of a person, perhaps but the one they use now."""
    # All of them, live or not: none comes back to life when somebody who was shut out is let in again.
    for sign_in in db.session.scalars(select(SignIn).where(SignIn.person_id == person.id, SignIn.ended_at.is_(None))):
        if but is None or sign_in.id != but.id:
            sign_in.end()


def _hash(handle: str) -> str:
    return hashlib.sha256(handle.encode()).hexdigest()
