"""A practice and its people."""

import enum
from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, LargeBinary, String, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock, keyring
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.people import passwords
from practice.trail.models import record


class Role(enum.StrEnum):
    """What somebody is here for."""

    COACH = "coach"
    PARTNER = "partner"

    @property
    def label(self) -> str:
        return {"coach": "Coach", "partner": "Partner"}[self.value]


class Practice(Addressed, Model):
    """A coaching practice: nothing crosses from one to another."""

    __tablename__ = "practices"
    name: Mapped[str] = mapped_column(String(120))
    country: Mapped[str] = mapped_column(String(2), default="GB")
    opened_at: Mapped[datetime] = mapped_column(default=clock.now)

    @property
    def key(self) -> str:
        """Whose key wraps the keys of all who belong here."""
        return f"practice:{self.public_id}"


class Person(Addressed, Model):
    """Somebody who signs in. An owner is a coach who also keeps the practice's people."""

    __tablename__ = "people"
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), index=True)
    role: Mapped[Role]
    is_owner: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    time_zone: Mapped[str] = mapped_column(String(60), default="Europe/London")
    locale: Mapped[str] = mapped_column(String(20), default="en_GB")
    totp_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    totp_last_step: Mapped[int] = mapped_column(default=0)
    joined_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    practice: Mapped[Practice] = relationship(lazy="joined")

    CLASSES: ClassVar[tuple[str, ...]] = ("only_me", "coach", "both", "safety", "draft", "feedback", "note", "record", "process")

    @property
    def is_coach(self) -> bool:
        return self.role is Role.COACH

    @property
    def is_partner(self) -> bool:
        return self.role is Role.PARTNER

    @property
    def has_joined(self) -> bool:
        return self.joined_at is not None

    @property
    def has_second_factor(self) -> bool:
        return self.totp_sealed is not None

    def key(self, text_class: str) -> str:
        """The name of this person's key for one class of text ("person:…:draft")."""
        return f"person:{self.public_id}:{text_class}"

    def introduce(self, name: str, time_zone: str) -> None:
        """Say how one is called and where one's days begin and end."""
        self.name, self.time_zone = name.strip(), time_zone
        record("person.introduced", actor=self, subject=self)

    def move(self, email: str) -> None:
        """Sign in with another address from now on. Raises: Refused when somebody else has it by now."""
        if by_email(email):
            raise Refused("This address cannot be used any more. Please choose another.")
        self.email = normal(email)
        record("person.moved", actor=self, subject=self)

    def join(self, password: str) -> None:
        """Accept an invitation. Raises: Refused when the password will not do."""
        self.set_password(password)
        self.joined_at = clock.now()
        record("person.joined", actor=self, subject=self)

    def set_password(self, password: str) -> None:
        """Choose a password. Raises: Refused with what is wrong with it."""
        context = (self.name, self.email, self.practice.name, *self.email.replace("@", ".").split("."))
        if trouble := passwords.trouble(password, context):
            raise Refused(trouble)
        self.password_hash = passwords.hashed(password)
        record("person.set_password", actor=self, subject=self)

    def knows(self, password: str) -> bool:
        """Whether this is the person's password; a stronger hash replaces an older one on the way."""
        if not passwords.matches(self.password_hash, password):
            return False
        if self.password_hash and passwords.is_outdated(self.password_hash):
            self.password_hash = passwords.hashed(password)
        return True

    def disable(self, *, by: "Person") -> None:
        """Shut somebody out at once; what they wrote stays as it is."""
        if self is by:
            raise Refused("You cannot shut yourself out. Ask another owner to do it.")
        self.disabled_at = clock.now()
        record("person.disabled", actor=by, subject=self)

    def enable(self, *, by: "Person") -> None:
        """Let somebody in again."""
        self.disabled_at = None
        record("person.enabled", actor=by, subject=self)

    def erase(self) -> None:
        """Destroy this person's keys: nothing they wrote can be read any more, in old backups neither."""
        for text_class in self.CLASSES:
            keyring.destroy(self.key(text_class))
        record("person.erased", actor=None, subject=self)


def add_coach(name: str, email: str, *, by: Person) -> Person:
    """A coach in the practice of its owner, who still has to join. Raises: Refused when the address is taken."""
    if by_email(email):
        raise Refused("This address is already in use. Each person needs an address of their own.")
    coach = Person(practice=by.practice, role=Role.COACH, name=name.strip(), email=normal(email), time_zone=by.time_zone)
    db.session.add(coach)
    db.session.flush()
    record("person.added", actor=by, subject=coach)
    return coach


def by_email(email: str) -> Person | None:
    """The person who signs in with this address, whatever the case it was typed in."""
    return db.session.scalar(select(Person).where(Person.email == normal(email)))


def normal(email: str) -> str:
    """One spelling for an address, so that two people can never share it by case alone."""
    return email.strip().casefold()
