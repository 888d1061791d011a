"""What was said about a line besides the line itself: earlier words, how it ended, why the coach opened it."""

import enum
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.keyring import SealedText
from practice.people.models import Person


class RemarkKind(enum.StrEnum):
    """What a remark is."""

    EARLIER = "earlier"  # words that newer ones have replaced: JSON of a Wording
    EVIDENCE = "evidence"  # what was answered when it was done
    OPENING = "opening"  # the coach's reason for opening a larger plan, for the coach alone


class Remark(Addressed, SealedText, Model):
    """One remark. `revision` is that of the line when it was made."""

    __tablename__ = "line_remarks"
    line_id: Mapped[int] = mapped_column(ForeignKey("ledger_lines.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[RemarkKind]
    revision: Mapped[int]
    at: Mapped[datetime]
    person: Mapped[Person] = relationship(lazy="joined")


def remark(line_id: int, kind: RemarkKind, text: str, *, by: Person, revision: int, text_class: str) -> None:
    """Keep a remark, sealed with its writer's key for that class of text."""
    made = Remark(line_id=line_id, person=by, kind=kind, revision=revision, at=clock.now())
    made.write(text, owner=by.key(text_class), within=by.practice.key)
    db.session.add(made)


def remarks_on(line_id: int) -> list[Remark]:
    """All of them, oldest first; who may read the coach's reason is for the page to ask."""
    return list(db.session.scalars(select(Remark).where(Remark.line_id == line_id).order_by(Remark.id)))
