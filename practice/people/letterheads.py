"""A practice's own paper: the name, address, colour, footer line and logo that its reports wear.

It is the practice's public face, so it lies open. A logo is kept by what it holds and never changed: whatever was printed
with it can be printed again just so.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Model, changed, db, insert_once
from practice.errors import Refused
from practice.people.models import Person, Practice
from practice.trail.models import record

PINE = "#1E5B53"  # the house's own colour, until a practice chooses its own
ELSEWHERE = (
    "Your paper was changed in the meantime, in another window or by somebody else. "
    "Please look at it once more; saving again keeps what stands here."
)


class Logo(Model):
    """A picture that was checked and written anew; known by the SHA-256 of its bytes."""

    __tablename__ = "logos"
    __table_args__ = (UniqueConstraint("practice_id", "digest"),)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"))
    digest: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(20))  # image/png or image/svg+xml
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    kept_at: Mapped[datetime] = mapped_column(default=clock.now)


class Letterhead(Model):
    """One for each practice, from its first change on. An empty line is left out."""

    __tablename__ = "letterheads"
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(400), default="")  # its lines, as they were typed
    footer: Mapped[str] = mapped_column(String(160), default="")
    accent: Mapped[str] = mapped_column(String(7), default=PINE)
    logo_id: Mapped[int | None] = mapped_column(ForeignKey("logos.id"))
    revision: Mapped[int] = mapped_column(default=0)
    logo: Mapped[Logo | None] = relationship(lazy="joined")

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(line for line in self.address.splitlines() if line)


def letterhead_of(practice: Practice) -> Letterhead:
    """What this practice's paper wears; the plain one, not kept anywhere, until something was changed."""
    kept = db.session.scalar(select(Letterhead).where(Letterhead.practice_id == practice.id))
    return kept or Letterhead(practice_id=practice.id, name=practice.name, address="", footer="", accent=PINE, revision=0)


def logo_of(practice: Practice, digest: str) -> Logo | None:
    """The logo of this practice that a paper names; None where it names none."""
    return db.session.scalar(select(Logo).where(Logo.practice_id == practice.id, Logo.digest == digest)) if digest else None


def change(name: str, address: str, footer: str, accent: str, *, by: Person, revision: int) -> None:
    """Keep the words and the colour. Raises: Refused when another change came first."""
    _change(by, revision, "letterhead.changed", name=name, address=address, footer=footer, accent=accent)


def put_on(digest: str, kind: str, data: bytes, *, by: Person, revision: int) -> None:
    """Print this logo from now on. Raises: Refused when another change came first."""
    insert_once(Logo, practice_id=by.practice_id, digest=digest, kind=kind, data=data, kept_at=clock.now())
    logo = db.session.scalars(select(Logo).where(Logo.practice_id == by.practice_id, Logo.digest == digest)).one()
    _change(by, revision, "letterhead.logo_put_on", logo_id=logo.id)


def take_off(*, by: Person, revision: int) -> None:
    """Print no logo from now on. Raises: Refused when another change came first."""
    _change(by, revision, "letterhead.logo_taken_off", logo_id=None)


def _change(by: Person, revision: int, verb: str, **values: object) -> None:
    plain = {"name": by.practice.name, "address": "", "footer": "", "accent": PINE, "revision": 0}
    insert_once(Letterhead, practice_id=by.practice_id, **plain)
    seen = update(Letterhead).where(Letterhead.practice_id == by.practice_id, Letterhead.revision == revision)
    if not changed(seen.values(revision=revision + 1, **values).execution_options(synchronize_session=False)):
        raise Refused(ELSEWHERE)
    record(verb, actor=by, subject=None)
