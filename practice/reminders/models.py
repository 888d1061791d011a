"""Whether and when somebody is reminded, which letters were written for it, and how often for each step."""

import hashlib
import secrets
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.db import Model, changed, db, insert_once
from practice.homework.models import Homework
from practice.people.models import Person
from practice.reminders import hours
from practice.trail.models import record

MOST_FOR_A_STEP = 2


class ReminderSetting(Model):
    """One person's choice; whoever has made none is reminded at the usual hour."""

    __tablename__ = "reminder_settings"
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    is_on: Mapped[bool]
    minute: Mapped[int]  # after midnight, on their own clock


class Digest(Model):
    """One letter of one local day: the row is what makes it one. Its link stops reminders, is kept as a hash, and never ends."""

    __tablename__ = "digests"
    __table_args__ = (UniqueConstraint("person_id", "on"),)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    on: Mapped[date]
    written_at: Mapped[datetime]
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)


class StepReminder(Model):
    """How often one partner was reminded of their part of a step."""

    __tablename__ = "step_reminders"
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), unique=True)
    times: Mapped[int]
    last_at: Mapped[datetime]


def usual(person: Person) -> int:
    """The hour of whoever has not chosen one."""
    return hours.FOR_COACHES if person.is_coach else hours.FOR_PARTNERS


def setting_of(person: Person) -> tuple[bool, int]:
    """Whether somebody is reminded, and when."""
    kept = db.session.scalar(select(ReminderSetting).where(ReminderSetting.person_id == person.id))
    return (kept.is_on, kept.minute) if kept else (True, usual(person))


def choose(person: Person, *, is_on: bool, minute: int) -> None:
    """Say whether and when one wishes to be reminded."""
    if not insert_once(ReminderSetting, person_id=person.id, is_on=is_on, minute=minute):
        standing = update(ReminderSetting).where(ReminderSetting.person_id == person.id)
        changed(standing.values(is_on=is_on, minute=minute))
    record("reminders.chosen", actor=person, subject=person, is_on=is_on)


def stop(token: str) -> None:
    """No more reminders for whom the link of a letter belongs to. An unknown link does nothing and says nothing."""
    person = db.session.scalar(
        select(Person).join(Digest, Digest.person_id == Person.id).where(Digest.token_hash == _hash(token))
    )
    if person is None:
        return
    is_on, minute = setting_of(person)
    if is_on:
        choose(person, is_on=False, minute=minute)


def begin(person: Person, on: date) -> str | None:
    """Take somebody's digest of a day; the token of its link, or None where it was taken before, or by another worker."""
    token = secrets.token_urlsafe(32)
    taken = insert_once(Digest, person_id=person.id, on=on, written_at=clock.now(), token_hash=_hash(token))
    return token if taken else None


def count(parts: list[Homework]) -> None:
    """Note that somebody is reminded of these parts."""
    for part in parts:
        if not insert_once(StepReminder, homework_id=part.id, times=1, last_at=clock.now()):
            known = update(StepReminder).where(StepReminder.homework_id == part.id)
            changed(known.values(times=StepReminder.times + 1, last_at=clock.now()))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
