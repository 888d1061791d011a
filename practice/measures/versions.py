"""The versions of an instrument in one practice: its key and its words, locked together when somebody confirmed them."""

import hashlib
from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db, insert_once, public_id
from practice.errors import Refused
from practice.measures.instruments import Instrument, from_json, to_json
from practice.people.models import Person, Practice
from practice.trail.models import record


class InstrumentVersion(Addressed, Model):
    """An instrument as it is asked here. Never changed: another word makes another version, and no line crosses between two."""

    __tablename__ = "instrument_versions"
    __table_args__ = (UniqueConstraint("practice_id", "slug", "number"),)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), index=True)
    slug: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64))
    has_safety: Mapped[bool]  # whether an answer in it may have to be told to the coach at once
    locked_at: Mapped[datetime]
    locked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # nobody where the words came with the product
    practice: Mapped[Practice] = relationship()
    locked_by: Mapped[Person | None] = relationship()

    @property
    def instrument(self) -> Instrument:
        return from_json(self.body)


class InstrumentSwitch(Model):
    """Whether a practice has an instrument on; without a row it is as the instrument itself says."""

    __tablename__ = "instrument_switches"
    __table_args__ = (UniqueConstraint("practice_id", "slug"),)
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"))
    slug: Mapped[str] = mapped_column(String(60))
    is_on: Mapped[bool]
    switched_at: Mapped[datetime]


def newest(practice: Practice, slug: str) -> InstrumentVersion | None:
    """The version that is asked from now on."""
    rows = select(InstrumentVersion).where(InstrumentVersion.practice_id == practice.id, InstrumentVersion.slug == slug)
    return db.session.scalar(rows.order_by(InstrumentVersion.number.desc()).limit(1))


def all_of(practice: Practice) -> dict[str, list[InstrumentVersion]]:
    """Every version of a practice by its instrument's key, the newest first."""
    rows = select(InstrumentVersion).where(InstrumentVersion.practice_id == practice.id)
    found: dict[str, list[InstrumentVersion]] = {}
    for version in db.session.scalars(rows.order_by(InstrumentVersion.slug, InstrumentVersion.number.desc())):
        found.setdefault(version.slug, []).append(version)
    return found


def lock(practice: Practice, instrument: Instrument, *, by: Person | None) -> InstrumentVersion:
    """Keep an instrument with its words as the newest version; the same words again are no new one. Raises: Refused."""
    if instrument.needs_wording:
        raise Refused("Every question needs its words, and every answer too, before it can be locked.")
    # Two who lock at once line up here.
    db.session.scalar(select(Practice.id).where(Practice.id == practice.id).with_for_update())
    standing, body = newest(practice, instrument.key), to_json(instrument)
    digest = hashlib.sha256(body.encode()).hexdigest()
    if standing and standing.digest == digest:
        return standing
    number = standing.number + 1 if standing else 1
    insert_once(
        InstrumentVersion, public_id=public_id(), practice_id=practice.id, slug=instrument.key, number=number, body=body,
        digest=digest, has_safety=bool(instrument.safety_items), locked_at=clock.now(), locked_by_id=by.id if by else None,
    )  # fmt: skip
    made = newest(practice, instrument.key)
    assert made
    record("instrument.locked", actor=by, subject=made, slug=instrument.key, number=made.number)
    return made


def switch(practice: Practice, instrument: Instrument, *, on: bool, by: Person) -> None:
    """Turn an instrument on or off for everybody in the practice; what is asked already goes on."""
    values = {"is_on": on, "switched_at": clock.now()}
    if not insert_once(InstrumentSwitch, practice_id=practice.id, slug=instrument.key, **values):
        rows = select(InstrumentSwitch).where(
            InstrumentSwitch.practice_id == practice.id, InstrumentSwitch.slug == instrument.key
        )
        standing = db.session.scalars(rows).one()
        standing.is_on, standing.switched_at = on, clock.now()
    record("instrument.switched", actor=by, subject=practice, slug=instrument.key, on=on)


def switches(practice: Practice) -> dict[str, bool]:
    """What a practice has turned on or off, by the instrument's key."""
    rows = select(InstrumentSwitch.slug, InstrumentSwitch.is_on).where(InstrumentSwitch.practice_id == practice.id)
    return {row.slug: row.is_on for row in db.session.execute(rows)}
