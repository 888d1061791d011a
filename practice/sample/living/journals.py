"""Entries of a day, each written on its evening."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from practice import clock
from practice.db import db, public_id
from practice.journal.dailies import to_tick
from practice.journal.keeping import Place, keep
from practice.journal.models import Entry
from practice.journal.words import Words
from practice.programme.library import Readers
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Journal


def deeds(journal: Journal, stage: Stage) -> Iterator[Deed]:
    """Each entry on its evening; what is shared is shared the next day."""
    for days, *told in journal.entries:
        readers = Readers.ONLY_ME if days in journal.only_me else Readers.COACH
        yield Deed(stage.calendar.after_work(days), _writing(journal, stage, told, readers))
    for days in journal.shared:
        yield Deed(stage.calendar.at_work(days - 1), _sharing(journal, stage, days))


def _writing(journal: Journal, stage: Stage, told: list[Any], readers: Readers) -> Any:
    def write() -> None:
        part = stage.part(journal.step, journal.who)
        daily = part.assignment.published.step.daily(journal.daily)
        left, parts = list(told), dict[str, Any]()
        if daily.ticks:
            labels = to_tick(part, daily)
            parts["ticks"], left = tuple(labels[number - 1] for number in left), []
        if daily.kinds:
            parts["kind"] = left.pop(0)
        if daily.minutes:
            parts["minutes"] = left.pop(0)
        if daily.low:
            parts["number"] = left.pop(0)
        lines = {column.key: text for column, text in zip(daily.lines, left, strict=False) if text}
        place = Place(part, daily, clock.today(part.person.time_zone))
        keep(place, Words(lines=lines, readers=readers, **parts), base="", save_key=public_id())

    return write


def _sharing(journal: Journal, stage: Stage, days: int) -> Any:
    def share() -> None:
        part, on = stage.part(journal.step, journal.who), stage.calendar.day(days)
        kept = select(Entry).where(Entry.homework_id == part.id, Entry.key == journal.daily, Entry.on == on)
        db.session.scalars(kept.order_by(Entry.id.desc())).one().share(by=part.person)

    return share
