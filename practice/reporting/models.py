"""A report as it is asked for, made, kept sealed and offered."""

import enum
from datetime import date, datetime, timedelta

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock, formats, keyring
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.people.models import Person
from practice.trail.models import record

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
_PATIENCE = timedelta(seconds=20)


class Kind(enum.StrEnum):
    """What a report is of; see kinds.py for how each is made."""

    BRIEF = "brief"
    PROGRESS = "progress"
    SUMMARY = "summary"
    CLOSING = "closing"
    WORKBOOK = "workbook"
    RELEASE = "release"

    @property
    def label(self) -> str:
        """Its name on the screen and its title on paper: neutral, for a file's title is seen by whoever passes."""
        return {
            "brief": "Session brief",
            "progress": "Progress report",
            "summary": "Session summary",
            "closing": "Closing report",
            "workbook": "Workbook",
            "release": "Release copy",
        }[self.value]


class Audience(enum.StrEnum):
    """For whom a report is built; nothing that another may read is in it."""

    COUPLE = "couple"
    FIRST = "first"
    SECOND = "second"
    COACH = "coach"

    @property
    def position(self) -> int:
        """1 or 2 for one partner's own report, else 0."""
        return {Audience.FIRST: 1, Audience.SECOND: 2}.get(self, 0)


class State(enum.StrEnum):
    """How far a report has come."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return {
            "waiting": "Waiting",
            "working": "Being made",
            "done": "Ready",
            "failed": "Not made",
            "cancelled": "Called off",
        }[self.value]

    @property
    def is_under_way(self) -> bool:
        return self in (State.WAITING, State.WORKING)


class Report(Addressed, Model):
    """A report on one couple for one audience. Once made, it is kept sealed and never made again."""

    __tablename__ = "reports"
    __table_args__ = (UniqueConstraint("couple_id", "asked_key"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    kind: Mapped[Kind] = mapped_column(server_default=Kind.PROGRESS)
    about: Mapped[str] = mapped_column(String(80), default="", server_default="")  # public id or slug: see request.py
    audience: Mapped[Audience]
    from_on: Mapped[date]
    to_on: Mapped[date]
    state: Mapped[State] = mapped_column(default=State.WAITING, index=True)
    progress: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True)  # asked for with others at once
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))  # none: asked for at the terminal
    asked_key: Mapped[str | None] = mapped_column(String(64))  # the form's own number: a double click asks once
    asked_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]  # when whoever makes it last said so
    finished_at: Mapped[datetime | None]
    trouble: Mapped[str | None] = mapped_column(String(400))
    facts_digest: Mapped[str | None] = mapped_column(String(64))
    pages: Mapped[int | None]
    size: Mapped[int | None]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)  # a list never carries the papers with it
    sealed_facts: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)  # what the paper says, for an archive copy
    couple: Mapped[Couple] = relationship(lazy="joined")
    asked_by: Mapped[Person | None] = relationship()

    @property
    def for_whom(self) -> str:
        """Its readers, as its coach would name them."""
        first, second = self.couple.partners
        return {
            Audience.COUPLE: formats.joined([first.name, second.name]),
            Audience.FIRST: first.name,
            Audience.SECOND: second.name,
            Audience.COACH: self.couple.coach.name,
        }[self.audience]

    @property
    def readers(self) -> tuple[Person, ...]:
        """Those partners for whom it was made."""
        both = self.couple.partners
        return {Audience.COUPLE: both, Audience.FIRST: both[:1], Audience.SECOND: both[1:], Audience.COACH: ()}[self.audience]

    @property
    def is_for_partners(self) -> bool:
        """Whether it may ever be given to a partner here: a release copy goes to somebody else."""
        return self.kind is not Kind.RELEASE and self.audience is not Audience.COACH

    @property
    def short_digest(self) -> str:
        """The first twelve digits of its facts' fingerprint, as they stand at the foot of each page."""
        return (self.facts_digest or "")[:12]

    @property
    def size_in_words(self) -> str:
        """How much there is to download: 88 KB."""
        return formats.count(-(-(self.size or 0) // 1000), "KB", "KB")

    @property
    def owner(self) -> str:
        """Whose key seals it."""
        return f"{self.couple.practice.key}:reports"

    @property
    def place(self) -> str:
        """What its ciphertext is bound to."""
        return f"reports.sealed:{self.public_id}"

    @property
    def paper(self) -> bytes:
        """The finished file, opened. Raises: Refused while there is none."""
        if self.state is not State.DONE or self.sealed is None:
            raise Refused("This report is not ready, so there is nothing to download yet.")
        try:
            return keyring.open_bytes(self.sealed, owner=self.owner, place=self.place)
        except keyring.Sealed:
            raise Refused("This report can no longer be opened: its key is gone. You can ask for a new one.") from None

    @property
    def facts_place(self) -> str:
        """What the ciphertext of its facts is bound to."""
        return f"reports.sealed_facts:{self.public_id}"

    @property
    def facts(self) -> bytes:
        """The facts that it was printed from, opened, as canonical JSON. Raises: Refused where none are kept."""
        if self.state is not State.DONE or self.sealed_facts is None:
            raise Refused("The facts of this report were not kept with it, so no archive copy can be made.")
        try:
            return keyring.open_bytes(self.sealed_facts, owner=self.owner, place=self.facts_place)
        except keyring.Sealed:
            raise Refused("This report can no longer be opened: its key is gone. You can ask for a new one.") from None

    @property
    def is_late(self) -> bool:
        """Whether it has waited so long that the worker seems not to run."""
        since = self.asked_at if self.state is State.WAITING else self.seen_at
        return self.state.is_under_way and since is not None and clock.now() - since > _PATIENCE

    def fetch(self, *, by: Person | None) -> bytes:
        """The paper, and a line that says who took it. Raises: Refused while there is none."""
        paper = self.paper
        record("report.fetched", actor=by, subject=self, couple=self.couple)
        return paper

    def cancel(self, *, by: Person) -> None:
        """Call it off; whoever is making it lets it go. Raises: Refused."""
        if self._moved(State.CANCELLED, State.WAITING, State.WORKING):
            record("report.cancelled", actor=by, subject=self, couple=self.couple)
        elif self.state is not State.CANCELLED:
            raise Refused("It is too late to call this off: nobody is making it any more.")

    def retry(self, *, by: Person) -> None:
        """Let it be made after all. Raises: Refused."""
        if self._moved(State.WAITING, State.FAILED, State.CANCELLED):
            self.asked_at, self.asked_by, self.begun_at, self.seen_at = clock.now(), by, None, None
            self.progress, self.tries, self.trouble = 0, 0, None
            record("report.asked", actor=by, subject=self, couple=self.couple, again=True)
        elif self.state is State.DONE:
            raise Refused("This report is made already. Ask for a new one if something has changed.")

    def _moved(self, to: State, *since: State) -> bool:
        """Whether this very act brought it there: of two at once, one is first."""
        standing = update(Report).where(Report.id == self.id, Report.state.in_(since))
        first = changed(standing.values(state=to).execution_options(synchronize_session=False))
        db.session.refresh(self, ["state"])
        return bool(first)
