"""Guessing limits, kept in the database so that every process and every restart knows them."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import String, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Model, db

PER_ACCOUNT = (10, timedelta(minutes=15))
PER_ADDRESS = (60, timedelta(minutes=15))
PER_CODE = (5, timedelta(minutes=15))
PER_MAILBOX = (3, timedelta(hours=1))


class Bucket(Model):
    """A bucket of guesses that fills again with time. What is guessed at is kept as a hash."""

    __tablename__ = "guess_buckets"
    name_hash: Mapped[str] = mapped_column(String(64), unique=True)
    left: Mapped[float]
    at: Mapped[datetime]


def take(name: str, limit: tuple[int, timedelta]) -> int:
    """Take one guess; 0, or the seconds to wait when the bucket is empty. The caller commits."""
    most, period = limit
    bucket = _bucket(name, most)
    elapsed = (clock.now() - bucket.at) / period
    bucket.left = min(float(most), bucket.left + max(0.0, elapsed) * most)
    bucket.at = clock.now()
    if bucket.left < 1:
        return max(1, round((1 - bucket.left) / most * period.total_seconds()))
    bucket.left -= 1
    return 0


def forget(name: str) -> None:
    """A right answer empties the count of wrong ones."""
    db.session.execute(delete(Bucket).where(Bucket.name_hash == _hash(name)))


def forget_full() -> None:
    """A bucket that nobody has touched for a day is full again and need not be kept."""
    db.session.execute(delete(Bucket).where(Bucket.at < clock.now() - timedelta(days=1)))


def _bucket(name: str, most: int) -> Bucket:
    query = select(Bucket).where(Bucket.name_hash == _hash(name)).with_for_update()
    found: Bucket | None = db.session.scalar(query)
    if found:
        return found
    try:
        with db.session.begin_nested():
            db.session.add(Bucket(name_hash=_hash(name), left=float(most), at=clock.now()))
    except IntegrityError:
        pass  # another process was quicker by a moment: its bucket counts for both
    made: Bucket = db.session.scalars(query).one()
    return made


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
