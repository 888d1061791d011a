"""Many reports asked for in one act: each is made by itself, and together they have one progress."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, changed
from practice.errors import Refused
from practice.people.models import Person
from practice.reporting.models import Audience, Kind, Report
from practice.trail.models import record


class Batch(Addressed, Model):
    """The reports of several couples, asked for by their coach at once."""

    __tablename__ = "batches"
    __table_args__ = (UniqueConstraint("asked_by_id", "asked_key"),)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    asked_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click asks once
    asked_at: Mapped[datetime]
    called_off_at: Mapped[datetime | None]
    kind: Mapped[Kind]
    audience: Mapped[Audience]
    from_on: Mapped[date]
    to_on: Mapped[date]
    asked_by: Mapped[Person] = relationship()

    def call_off(self, reports: Sequence[Report], *, by: Person) -> None:
        """Call off whatever is not made yet; what is made stays."""
        first = update(Batch).where(Batch.id == self.id, Batch.called_off_at.is_(None))
        if changed(first.values(called_off_at=clock.now()).execution_options(synchronize_session=False)):
            record("batch.called_off", actor=by, subject=self)
        for report in reports:
            if report.state.is_under_way:
                with suppress(Refused):  # it was finished a moment ago, and stays
                    report.cancel(by=by)


def progress(reports: Sequence[Report]) -> int:
    """How far they all are, in hundredths; what is at its end, one way or another, is wholly there."""
    if not reports:
        return 100
    return sum(report.progress if report.state.is_under_way else 100 for report in reports) // len(reports)
