"""Each partner's own yes or no to a release, and what a release copy is told of them."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.confidentiality import heard
from practice.couples.models import Couple
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.people.models import Person
from practice.reporting.models import Audience
from practice.reporting.releases import Answer, Holding, Release, Terms
from practice.trail.models import record


class Consent(Addressed, Model):
    """One partner's answer, theirs and the coach's to know."""

    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("release_id", "person_id"),)
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    answer: Mapped[Answer] = mapped_column(default=Answer.ASKED)
    typed_name: Mapped[str | None] = mapped_column(String(80))
    answered_at: Mapped[datetime | None]
    release: Mapped[Release] = relationship(back_populates="consents", lazy="joined")
    person: Mapped[Person] = relationship(lazy="joined")

    def give(self, typed_name: str) -> None:
        """Consent by typing one's own name. Raises: Refused."""
        self._must_be_open()
        if heard(typed_name) != heard(self.person.name):
            raise Refused(f"Please type your name as it stands here: {self.person.name}.")
        self._say(Answer.GIVEN, typed_name.strip())

    def decline(self) -> None:
        """Say no. Raises: Refused."""
        self._must_be_open()
        self._say(Answer.DECLINED)

    def withdraw(self) -> None:
        """Take one's consent back. Raises: Refused once the copy is made."""
        self._must_be_open()
        if self.answer is Answer.GIVEN:
            self._say(Answer.WITHDRAWN)

    def _must_be_open(self) -> None:
        self.release.hold()
        coach = self.release.couple.coach.name
        if self.release.issued_at:
            raise Refused(f"The copy was made meanwhile, so this can no longer be changed here. Please speak with {coach}.")
        if not self.release.is_open:
            raise Refused("Nobody asks for this any more, so there is nothing to answer.")

    def _say(self, answer: Answer, typed_name: str | None = None) -> None:
        if self.answer is not answer:
            self.answer, self.typed_name, self.answered_at = answer, typed_name, clock.now()
            record(f"consent.{answer}", actor=self.person, subject=self, couple=self.release.couple)


def prepare(couple: Couple, terms: Terms, *, by: Person, key: str) -> Release:
    """Ask for the consents of a release; the same form sent twice asks once. Raises: Refused."""
    if terms.to_on < terms.from_on:
        raise Refused("The last day comes before the first. Please swap them.")
    db.session.scalar(select(Couple.id).where(Couple.id == couple.id).with_for_update())
    known: Release | None = db.session.scalar(select(Release).where(Release.couple_id == couple.id, Release.asked_key == key))
    if known:
        return known
    release = Release(
        couple=couple, audience=terms.audience, from_on=terms.from_on, to_on=terms.to_on, until_on=terms.until_on,
        prepared_by_id=by.id, prepared_at=clock.now(), asked_key=key, **{each: each in terms.holds for each in Holding},
    )  # fmt: skip
    told = json.dumps([terms.recipient.strip(), terms.purpose.strip()])
    release.write(told, owner=f"{couple.practice.key}:reports", within=couple.practice.key)
    asked = couple.partners if terms.audience is Audience.COUPLE else (couple.partners[terms.audience.position - 1],)
    release.consents = [Consent(person=person) for person in asked]
    db.session.add(release)
    db.session.flush()
    record("release.prepared", actor=by, subject=release, couple=couple, audience=terms.audience)
    return release


@dataclass(frozen=True, slots=True)
class Consented:
    """One consent as it stands on the copy."""

    person: Person
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A release as its copy tells it: the terms, and who has consented by now and when."""

    terms: Terms
    prepared_at: datetime
    consented: tuple[Consented, ...]  # the first partner first
    is_complete: bool  # everybody who was asked has consented; the copy leaves only then
    redacted: bool  # asked for by one alone: the other's part is withheld, and the copy lists what and why


def named(about: str) -> Release | None:
    """The release of this public id: what a release copy is `about`."""
    return db.session.scalar(select(Release).where(Release.public_id == about))


def issue(about: str) -> None:
    """Say that the copy of this release is issued. Raises: Refused when there is none, or it may not leave."""
    release = named(about)
    if release is None:
        raise Refused("There is no release of this kind. Please prepare one first.")
    release.issue()
    record("release.issued", actor=None, subject=release, couple=release.couple)


def of(about: str) -> Standing:
    """What the release of this public id says, for its copy. Raises: Refused where there is none."""
    release = named(about)
    if release is None:
        raise Refused("There is no release of this kind. Please prepare one first.")
    given = [each for each in release.consents if each.answer is Answer.GIVEN and each.answered_at]
    given.sort(key=lambda each: release.couple.position(each.person))
    return Standing(
        terms=release.terms,
        prepared_at=release.prepared_at,
        consented=tuple(Consented(each.person, each.answered_at) for each in given if each.answered_at),
        is_complete=release.is_complete,
        redacted=release.audience is not Audience.COUPLE,
    )
