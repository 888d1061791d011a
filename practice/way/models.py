"""A couple's way: the steps planned for them, when each opens and for whom, and what became of it."""

import enum
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.homework.states import Reveals
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.trail.models import record


class Opens(enum.StrEnum):
    """What opens a planned step."""

    NOW = "now"
    ON_DAY = "on_day"
    AFTER_DAYS = "after_days"
    WHEN_REVIEWED = "when_reviewed"
    BY_HAND = "by_hand"

    @property
    def label(self) -> str:
        return {
            "now": "Now",
            "on_day": "On a day",
            "after_days": "Some days after the one before was given",
            "when_reviewed": "When you have reviewed the one before",
            "by_hand": "When you give it yourself",
        }[self.value]

    @property
    def is_dated(self) -> bool:
        """Whether it opens on a day of its own; "now" is the day on which that was said."""
        return self in (Opens.NOW, Opens.ON_DAY)


class Whom(enum.StrEnum):
    """Who gets it: a step done together is always for both."""

    BOTH = "both"
    FIRST = "first"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms a planned step is given; days are days of the couple's coach."""

    opens: Opens
    opens_on: date | None = None
    after_days: int | None = None
    whom: Whom = Whom.BOTH
    due_after_days: int | None = None
    reveals: Reveals = Reveals.COACH
    note: str = ""


class Way(Model):
    """The plan of one couple as a whole: how often it was changed, and how its days were moved after a rest."""

    __tablename__ = "ways"
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), unique=True)
    revision: Mapped[int] = mapped_column(default=0)
    change_key: Mapped[str] = mapped_column(String(64), default="")  # the form that changed it last: a double click counts once
    moved_on: Mapped[date | None]
    moved_days: Mapped[int | None]
    couple: Mapped[Couple] = relationship(lazy="joined")

    def claim(self, revision: int, change_key: str) -> bool:
        """Be the one to change it; False for the same form once more. Raises: Refused when it was changed meanwhile."""
        db.session.flush()
        here = update(Way).where(Way.id == self.id, Way.revision == revision)
        values = {"revision": revision + 1, "change_key": change_key[:64], "moved_on": None, "moved_days": None}
        first = changed(here.values(values).execution_options(synchronize_session=False))
        db.session.refresh(self)
        if not first and not (change_key and self.change_key == change_key[:64]):
            raise Refused("The plan was changed in another window, so nothing was changed from here. This is how it stands now.")
        return bool(first)


class Planned(Addressed, SealedText, Model):
    """A step planned for a couple. Its sealed text is the coach's note, which goes along with the step."""

    __tablename__ = "planned_steps"
    __table_args__ = (UniqueConstraint("first_assignment_id"), UniqueConstraint("second_assignment_id"))
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    published_step_id: Mapped[int] = mapped_column(ForeignKey("published_steps.id"))
    position: Mapped[int]
    whom: Mapped[Whom]
    opens: Mapped[Opens]
    opens_on: Mapped[date | None] = mapped_column(index=True)
    after_days: Mapped[int | None]
    due_after_days: Mapped[int | None]
    reveals: Mapped[Reveals]
    revision: Mapped[int] = mapped_column(default=0)
    ruled_on: Mapped[date]  # the coach's day on which these terms were set
    held_at: Mapped[datetime | None]  # its day came, and something was in the way
    given_at: Mapped[datetime | None]
    skipped_at: Mapped[datetime | None]
    first_assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id"))  # what each of the two was given by it
    second_assignment_id: Mapped[int | None] = mapped_column(ForeignKey("assignments.id"))
    couple: Mapped[Couple] = relationship(lazy="joined")
    published: Mapped[PublishedStep] = relationship(lazy="joined")

    @property
    def note(self) -> str:
        return self.text

    @property
    def is_coming(self) -> bool:
        return self.given_at is None and self.skipped_at is None

    @property
    def people(self) -> list[Person]:
        """Whom it is for."""
        first, second = self.couple.partners
        return {Whom.BOTH: [first, second], Whom.FIRST: [first], Whom.SECOND: [second]}[self.whom]

    @property
    def assignment_ids(self) -> set[int]:
        return {found for found in (self.first_assignment_id, self.second_assignment_id) if found}

    @property
    def terms(self) -> Terms:
        """On which terms it is given now."""
        shown_on = self.opens_on if self.opens is Opens.ON_DAY else None
        return Terms(self.opens, shown_on, self.after_days, self.whom, self.due_after_days, self.reveals, self.note)

    def must_be_coming(self) -> None:
        """Raises: Refused once it was given or skipped."""
        if self.given_at:
            raise Refused(f"“{self.published.title}” has been given meanwhile. You can change it under Homework.")
        if self.skipped_at:
            raise Refused(f"“{self.published.title}” is skipped. Take it up again first.")

    def settle(self, terms: Terms, today: date) -> None:
        """Write these terms down, on this day of the coach's; what its rule does not need is left out."""
        self.opens, self.ruled_on, self.held_at = terms.opens, today, None
        self.opens_on = {Opens.NOW: today, Opens.ON_DAY: terms.opens_on}.get(terms.opens)
        self.after_days = (terms.after_days or 0) if terms.opens is Opens.AFTER_DAYS else None
        self.whom = Whom.BOTH if self.published.together else terms.whom
        self.reveals = terms.reveals if self.published.together else Reveals.COACH
        self.due_after_days = terms.due_after_days
        coach = self.couple.coach
        self.write(terms.note.strip(), owner=coach.key("feedback"), within=coach.practice.key)

    def change(self, terms: Terms, *, revision: int, today: date, by: Person) -> None:
        """Other terms; those that stand already change nothing. Raises: Refused when changed or given meanwhile."""
        self.must_be_coming()
        if terms == self.terms:
            return
        if not self._moved(Planned.revision == revision, revision=revision + 1):
            self.must_be_coming()
            raise Refused("This was changed in another window. Look at it there; what you typed is still here.")
        self.settle(terms, today)
        record("planned.changed", actor=by, subject=self, couple=self.couple)

    def skip(self, *, by: Person) -> None:
        """Leave it out; it stays on the list. Twice is once. Raises: Refused once it was given."""
        if self._moved(skipped_at=clock.now()):
            record("planned.skipped", actor=by, subject=self, couple=self.couple)
        elif self.given_at:
            self.must_be_coming()

    def take_up(self, *, by: Person) -> None:
        """Take up again what was skipped; from now on it opens by hand, until other terms are set."""
        skipped = update(Planned).where(Planned.id == self.id, Planned.skipped_at.is_not(None), Planned.given_at.is_(None))
        values: dict[str, Any] = {
            "skipped_at": None,
            "opens": Opens.BY_HAND,
            "opens_on": None,
            "after_days": None,
            "held_at": None,
        }
        values["revision"] = Planned.revision + 1
        if changed(skipped.values(values).execution_options(synchronize_session=False)):
            record("planned.taken_up", actor=by, subject=self, couple=self.couple)
        db.session.refresh(self)

    def _moved(self, *conditions: Any, **values: object) -> bool:
        """Whether this very act changed what is still to come: of two at once, one is first."""
        db.session.flush()
        coming = update(Planned).where(
            Planned.id == self.id, Planned.given_at.is_(None), Planned.skipped_at.is_(None), *conditions
        )
        first = changed(coming.values(values).execution_options(synchronize_session=False))
        db.session.refresh(self)
        return bool(first)
