"""How a practice begins: once, by whoever may use the command on its machine."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import String, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Model, changed, db
from practice.errors import Refused
from practice.people.models import Person, Practice, Role, normal
from practice.trail.models import record

LASTS = timedelta(hours=24)
_TOO_LATE = "This practice has been opened already. Sign in, or ask its owner for an invitation."


class FirstRun(Model):
    """The link to the first page of all; its token is kept as a hash."""

    __tablename__ = "first_runs"
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]


def make() -> str:
    """A token for /first-run/…; an earlier one stops working. The caller commits. Raises: Refused."""
    _must_be_first()
    db.session.execute(delete(FirstRun))
    token = secrets.token_urlsafe(32)
    db.session.add(FirstRun(token_hash=_hash(token), expires_at=clock.now() + LASTS))
    return token


def trouble(token: str) -> str | None:
    """Why a token opens nothing, or None while it does."""
    kept = db.session.scalar(select(FirstRun).where(FirstRun.token_hash == _hash(token)))
    if not _is_first():
        return _TOO_LATE
    if kept is None or clock.now() >= kept.expires_at:
        return "This link has run out, or is not whole. Start `practice serve` again: it tells a new one."
    return None


def spend(token: str) -> None:
    """Use a token up. Raises: Refused when it opens nothing, or somebody else was quicker."""
    if sentence := trouble(token):
        raise Refused(sentence)
    if not changed(delete(FirstRun).where(FirstRun.token_hash == _hash(token))):
        raise Refused(_TOO_LATE)


def open_practice(practice_name: str, coach_name: str, email: str, password: str) -> Person:
    """The practice and its first coach, who owns it. The caller commits. Raises: Refused."""
    _must_be_first()
    if normal(email).count("@") != 1:
        raise Refused("An e-mail address looks like name@example.org.")
    practice = Practice(name=practice_name.strip())
    coach = Person(practice=practice, role=Role.COACH, is_owner=True, name=coach_name.strip(), email=normal(email))
    db.session.add_all([practice, coach])
    db.session.flush()
    record("practice.opened", actor=coach, subject=practice)
    coach.join(password)
    return coach


def _must_be_first() -> None:
    if not _is_first():
        raise Refused(_TOO_LATE)


def _is_first() -> bool:
    return db.session.scalar(select(Practice.id).limit(1)) is None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
