"""The jar: one line at a time is drawn by chance, and stays drawn until the couple puts it back or has done it."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, String, UniqueConstraint, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from practice import clock
from practice.agreements.models import Line
from practice.couples.models import Couple
from practice.db import Model, changed, db
from practice.errors import Refused
from practice.people.models import Person
from practice.trail.models import record


class Jar(Model):
    """What a couple has drawn from one ledger, and what it drew last."""

    __tablename__ = "jars"
    __table_args__ = (UniqueConstraint("couple_id", "step", "ledger"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"))
    step: Mapped[str] = mapped_column(String(80))
    ledger: Mapped[str] = mapped_column(String(80))
    line_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_lines.id"))
    last_id: Mapped[int | None] = mapped_column(ForeignKey("ledger_lines.id"))
    drawn_at: Mapped[datetime | None]

    def drawn(self, lines: Sequence[Line]) -> Line | None:
        """What is drawn, if it still counts."""
        return next((line for line in lines if line.id == self.line_id and line.counts), None)

    def draw(self, lines: Sequence[Line], *, by: Person, couple: Couple) -> Line:
        """Draw one of those that count; if one is drawn already, it is that one. Raises: Refused."""
        couple.must_be_at_work()
        if already := self.drawn(lines):
            return already
        full = [line for line in lines if line.counts]
        if not full:
            raise Refused("Nothing is in the jar yet. It fills with what you have both said yes to.")
        # Not the same one twice running, where there is another.
        found = secrets.choice([line for line in full if line.id != self.last_id] or full)
        free = Jar.line_id.is_(None) if self.line_id is None else or_(Jar.line_id.is_(None), Jar.line_id == self.line_id)
        if self._set(free, line_id=found.id, last_id=found.id, drawn_at=clock.now()):
            record("jar.drawn", actor=by, subject=found, couple=couple)
            return found
        return self.drawn(lines) or found

    def put_back(self, line: Line, *, couple: Couple) -> None:
        """This one goes back; whatever was drawn since stays drawn. Raises: Refused."""
        couple.must_be_at_work()
        self._set(Jar.line_id == line.id, line_id=None)

    def did(self, line: Line, *, by: Person, couple: Couple) -> None:
        """They did it: it goes back for another day. Raises: Refused."""
        couple.must_be_at_work()
        if self._set(Jar.line_id == line.id, line_id=None):
            record("jar.did", actor=by, subject=line, couple=couple)

    def _set(self, condition: ColumnElement[bool], **news: Any) -> bool:
        standing = update(Jar).where(Jar.id == self.id, condition)
        first = changed(standing.values(**news).execution_options(synchronize_session=False))
        db.session.refresh(self)
        return bool(first)


def find(couple: Couple, step: str, ledger: str) -> Jar | None:
    """The jar, if anything was ever drawn from it."""
    return db.session.scalar(select(Jar).where(Jar.couple_id == couple.id, Jar.step == step, Jar.ledger == ledger))


def of(couple: Couple, step: str, ledger: str) -> Jar:
    """The jar, for drawing; of two who reach for it first at once, both get the same."""
    if found := find(couple, step, ledger):
        return found
    try:
        with db.session.begin_nested():
            db.session.add(Jar(couple_id=couple.id, step=step, ledger=ledger))
    except IntegrityError:
        pass
    found = find(couple, step, ledger)
    assert found
    return found
