"""What somebody has marked so far and not sent: read by its writer alone."""

import json
from datetime import datetime

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.keyring import SealedText
from practice.measures.models import Occasion
from practice.origins import Origin

Chosen = dict[int, int]  # by the item's number from 1: which of its printed options, from 0
Tapped = dict[int, int | None]  # likewise, with None where a mark was taken back


class Marks(Addressed, SealedText, Model):
    """The marks of one occasion. Sealed text: JSON of [option or null, revision, page, turn] by the item's number."""

    __tablename__ = "measure_marks"
    occasion_id: Mapped[int] = mapped_column(ForeignKey("occasions.id"), unique=True)
    revision: Mapped[int] = mapped_column(default=0)
    saved_at: Mapped[datetime]
    occasion: Mapped[Occasion] = relationship()

    @property
    def chosen(self) -> Chosen:
        return standing({int(number): mark[0] for number, mark in json.loads(self.text).items()})

    def keep(self, tapped: Tapped, origin: Origin) -> Tapped:
        """Add these marks, and let go of those taken back.

        What another page has marked or taken back meanwhile is not overwritten: it is returned.
        """
        kept = json.loads(self.text)
        theirs: Tapped = {}
        for number, option in tapped.items():
            last = kept.get(str(number))
            if option == (last[0] if last else None):
                continue
            if last and origin.has_not_seen(last[1], last[2]):
                theirs[number] = last[0]
            elif not (last and origin.is_behind(last[2], last[3])):
                kept[str(number)] = [option, self.revision + 1, origin.page, origin.turn]
        self.revision, self.saved_at = self.revision + 1, clock.now()
        self.seal(kept)
        return theirs

    def seal(self, kept: dict[str, list[int | str | None]]) -> None:
        person = self.occasion.person
        self.write(json.dumps(kept), owner=person.key("draft"), within=person.practice.key)


def standing(tapped: Tapped) -> Chosen:
    """What is marked in the end: what was taken back is not answered."""
    return {number: option for number, option in tapped.items() if option is not None}


def of(occasion: Occasion) -> Marks:
    """The marks of an occasion; its asking is held, so there is never a second row."""
    rows = select(Marks).where(Marks.occasion_id == occasion.id).execution_options(populate_existing=True)
    found: Marks | None = db.session.scalar(rows)
    if found:
        return found
    made = Marks(occasion=occasion, occasion_id=occasion.id, revision=0, saved_at=clock.now())
    made.seal({})
    db.session.add(made)
    return made


def so_far(occasion: Occasion) -> tuple[Chosen, int]:
    """What is marked, and the revision; nothing is made for whoever only looks."""
    found = db.session.scalar(select(Marks).where(Marks.occasion_id == occasion.id))
    return (found.chosen, found.revision) if found else ({}, 0)
