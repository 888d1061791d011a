"""Keeping an entry: once for a double click, together for two devices, and never a word lost."""

import enum
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, select, update

from practice import clock
from practice.db import changed, db, insert_once, public_id
from practice.errors import Refused
from practice.homework.models import Homework
from practice.journal.models import Entry, must_be_open
from practice.journal.words import Words
from practice.people.models import Person
from practice.programme.library import Daily
from practice.trail.models import record

EARLIEST = timedelta(days=14)  # so far back a day may still be written down


class Kept(enum.StrEnum):
    """What became of a save."""

    KEPT = "kept"
    JOINED = "joined"  # with what was written on another page or device, or earlier that day
    UNSHARED = "unshared"  # kept, and the other partner no longer reads it


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry belongs: its writer's part of a step, the daily, and the writer's own day."""

    part: Homework
    daily: Daily
    on: date

    @property
    def writer(self) -> Person:
        return self.part.person


def must_be_a_day(on: date, writer: Person) -> None:
    """Raises: Refused for a day that has not come where the writer is, or that is long past."""
    today = clock.today(writer.time_zone)
    if on > today:
        raise Refused("That day has not come yet. Choose today or a day that has been.")
    if on < today - EARLIEST:
        raise Refused(f"That is a while ago. You can write down today and the {EARLIEST.days} days before it.")


def keep(place: Place, words: Words, *, base: str, save_key: str) -> Kept:
    """Keep what was written. `base` is the state the page began from ("ID.REVISION"), or empty. Raises: Refused.

    A state that nobody has changed meanwhile is replaced; where another page or device was quicker, or the day has an
    entry already, the two come together. The same save twice is one. The usual save is a single statement.
    """
    must_be_open(place.part)
    save_key = _name_of(place, words, base, save_key or public_id())
    words = replace(words, saves=(save_key,))
    entry_id, _, revision = base.partition(".")
    if entry_id and _replaced(place, words, entry_id, revision):
        return Kept.KEPT
    if not entry_id and _added(place, words, save_key):
        return Kept.KEPT
    return _kept_slowly(place, words, entry_id, revision, save_key)


def _name_of(place: Place, words: Words, base: str, save_key: str) -> str:
    """A save's own name: the same page sent twice is one, but not when something else stands on it by now."""
    said = (save_key, place.part.public_id, place.daily.key, place.on.isoformat(), base, words.readers.value, words.kind)
    told = "|".join((*said, str(words.minutes), str(words.number), words.to_json()))
    # The page's own random number is in it and kept nowhere, so nobody can guess the words from their name.
    return sha256(told.encode()).hexdigest()


def _added(place: Place, words: Words, save_key: str) -> bool:
    """Whether it is there now as a new entry; not if this very save, or an entry of the day, is there already."""
    address = public_id()
    values = _values(place, words, address)
    one_a_day = None if place.daily.often else True
    owner = {"homework_id": place.part.id, "person_id": place.part.person_id, "key": place.daily.key, "on": place.on}
    return insert_once(Entry, **owner, **values, public_id=address, one_a_day=one_a_day, save_key=save_key)


def _replaced(place: Place, words: Words, entry_id: str, revision: str) -> bool:
    """Whether the state that the page began from was still there, unshared, and is this one now."""
    if not (revision.isascii() and revision.isdigit() and len(revision) < 9) or len(entry_id) > 32:
        return False
    there = (Entry.public_id == entry_id, Entry.revision == int(revision), Entry.shared_at.is_(None), *_of(place))
    values = _values(place, words, entry_id) | {"revision": int(revision) + 1}
    return bool(changed(update(Entry).where(*there).values(values).execution_options(synchronize_session=False)))


def _kept_slowly(place: Place, words: Words, entry_id: str, revision: str, save_key: str) -> Kept:
    """Somebody was quicker, or the other partner reads it: look before writing. Two who come here wait for each other."""
    there = _there(place, Entry.public_id == entry_id[:32] if entry_id else Entry.save_key == save_key)
    if there is None and not place.daily.often:
        there = _there(place, Entry.one_a_day.is_(True))
    if there is None:
        # What the page began from was removed meanwhile; its words come back as a new entry.
        return Kept.KEPT if _added(place, words, save_key) else _kept_slowly(place, words, "", "", save_key)
    before = there.words
    if words.saves[0] in before.saves:
        return Kept.KEPT
    is_current = there.base == f"{entry_id}.{revision}"
    now = replace(words, saves=before.saves + words.saves) if is_current else before.and_also(words)
    was_shared = there.is_shared
    if was_shared:
        record("entry.unshared", actor=place.writer, subject=there, couple=there.couple)
    for name, value in _values(place, now, there.public_id).items():
        setattr(there, name, value)
    there.revision += 1
    return Kept.UNSHARED if was_shared else Kept.KEPT if is_current else Kept.JOINED


def _there(place: Place, condition: ColumnElement[bool]) -> Entry | None:
    held = select(Entry).where(condition, *_of(place)).with_for_update().execution_options(populate_existing=True)
    return db.session.scalar(held)


def _of(place: Place) -> tuple[ColumnElement[bool], ...]:
    return (Entry.homework_id == place.part.id, Entry.key == place.daily.key, Entry.on == place.on)


def _values(place: Place, words: Words, address: str) -> dict[str, Any]:
    """The columns of these words, sealed for the row of this address. Whatever is written anew is not shared."""
    sealed = Entry(public_id=address)
    sealed.write(words.to_json(), owner=place.writer.key(words.readers.value), within=place.writer.practice.key)
    columns = ("kind", "minutes", "number", "readers")
    return {
        **{name: getattr(words, name) for name in columns},
        "sealed": sealed.sealed,
        "sealed_for": sealed.sealed_for,
        "shared_at": None,
        "written_at": clock.now(),
    }
