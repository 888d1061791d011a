"""A report in a partner's hands: given by the coach, there after a short while, taken back when need be."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ForeignKey, UniqueConstraint, func, select, true, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock, formats
from practice.db import Addressed, Model, changed, db, insert_once, public_id
from practice.errors import Refused
from practice.people.models import Person
from practice.reporting.models import Report
from practice.trail.models import record

UNDO = timedelta(seconds=30)
# Whoever undoes in the last moment must be sure that nobody has looked: an undo on its way is not overtaken.
_BETWEEN = timedelta(seconds=2)


class Document(Addressed, Model):
    """One report for one partner. It is on their page from `visible_from` until it is taken back."""

    __tablename__ = "documents"
    __table_args__ = (UniqueConstraint("report_id", "person_id"),)
    report_id: Mapped[int] = mapped_column(ForeignKey("reports.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    given_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    given_at: Mapped[datetime]
    visible_from: Mapped[datetime]
    taken_back_at: Mapped[datetime | None]
    fetched_at: Mapped[datetime | None]  # when its reader first took it
    report: Mapped[Report] = relationship(lazy="joined")
    person: Mapped[Person] = relationship(foreign_keys=person_id, lazy="joined")

    @property
    def is_given(self) -> bool:
        """Whether it stands: on its reader's page, or about to be."""
        return self.taken_back_at is None

    @property
    def was_undone(self) -> bool:
        """Whether it was taken back before anybody could see it."""
        return self.taken_back_at is not None and self.taken_back_at < self.visible_from

    @property
    def undo_until(self) -> datetime:
        """Until when the giving can be undone."""
        return self.visible_from - _BETWEEN

    def fetch(self, *, by: Person) -> bytes | None:
        """The paper, and a line that says who took it; None where it was taken back a moment ago. Raises: Refused."""
        # One that is being taken back right now waits here, or is waited for.
        first = {"fetched_at": func.coalesce(Document.fetched_at, clock.now())}
        if not changed(update(Document).where(Document.id == self.id, stands(clock.now())).values(**first)):
            return None
        return self.report.fetch(by=by)


def stands(moment: datetime) -> ColumnElement[bool]:
    """Those that their readers find on their pages."""
    return Document.taken_back_at.is_(None) & (Document.visible_from <= moment)


def readers(report: Report) -> tuple[Person, ...]:
    """Who could be given it: those for whom it was made, as far as they are partners and it does not leave the house."""
    return report.readers if report.is_for_partners else ()


def of(report: Report) -> list[Document]:
    """To whom it was given, the first partner first; also what was taken back again."""
    found = db.session.scalars(select(Document).where(Document.report_id == report.id)).unique()
    return sorted(found, key=lambda document: report.couple.position(document.person))


def give(report: Report, *, by: Person) -> bool:
    """Give it to whom it was made for, after a while in which it can be undone; whether this act was the first.

    Whether what stands in it may still be told is asked before: see giving.py. Raises: Refused.
    """
    if not readers(report):
        raise Refused("This report is for you alone, or for somebody outside: it cannot be given to a partner here.")
    _ = report.paper  # what cannot be opened cannot be given
    now = clock.now()
    values = {"given_by_id": by.id, "given_at": now, "visible_from": now + UNDO + _BETWEEN}
    ids = [_give(report, reader, values) for reader in readers(report)]
    if any(ids):
        names = formats.joined([str(report.couple.position(reader)) for reader in readers(report)])
        record("document.given", actor=by, subject=report, couple=report.couple, to=names)
    return any(ids)


def _give(report: Report, reader: Person, values: dict[str, object]) -> bool:
    new = {"report_id": report.id, "person_id": reader.id, "public_id": public_id(), **values}
    if insert_once(Document, **new):
        return True
    again = update(Document).where(Document.report_id == report.id, Document.person_id == reader.id)
    again = again.where(Document.taken_back_at.is_not(None))
    # A new address: the old one stays as gone as it was.
    fresh = {**values, "public_id": new["public_id"], "taken_back_at": None, "fetched_at": None}
    return bool(changed(again.values(**fresh).execution_options(synchronize_session=False)))


def undo(report: Report, *, by: Person) -> None:
    """Take back what nobody can have seen yet. Raises: Refused once it may have been seen."""
    db.session.scalars(select(Document.id).where(Document.report_id == report.id).with_for_update()).all()
    now = clock.now()  # asked when nobody else can change it any more
    if _take_back(report, Document.visible_from > now + _BETWEEN):
        record("document.undone", actor=by, subject=report, couple=report.couple)
    elif any(document.is_given for document in _fresh(report)):
        raise Refused("It is too late to undo this: it may have been seen. You can still take it back.")


def revoke(report: Report, *, by: Person) -> None:
    """Take it off its readers' pages; what they have downloaded they have."""
    if _take_back(report, true()):
        record("document.revoked", actor=by, subject=report, couple=report.couple)


def _take_back(report: Report, those: ColumnElement[bool]) -> int:
    given = update(Document).where(Document.report_id == report.id, Document.taken_back_at.is_(None), those)
    return changed(given.values(taken_back_at=clock.now()).execution_options(synchronize_session=False))


def _fresh(report: Report) -> list[Document]:
    db.session.expire_all()
    return of(report)
