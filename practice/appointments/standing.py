"""A couple's appointments as some readers may know them: those of which each of the readers may know."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from practice.appointments.models import Appointment as Row
from practice.appointments.states import Attended, Side, State, WithWhom
from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person

__all__ = ["Appointment", "Attended", "Side", "State", "WithWhom", "of"]


@dataclass(frozen=True, slots=True)
class Appointment:
    """One time that was agreed; one that was moved stands under each of its times.

    `attendance` holds how those came whose coming all readers may know: a partner knows their own, the coach both.
    `called_off_by` (of a cancelled or moved one) is for the coach alone and None for everybody else.
    """

    public_id: str
    with_whom: WithWhom
    starts_at: datetime  # UTC
    time_zone: str
    minutes: int
    place: str
    state: State
    moved_to: datetime | None
    called_off_by: Side | None
    attendance: tuple[tuple[Person, Attended], ...]

    @property
    def on(self) -> date:
        """Its day where it was agreed."""
        return self.starts_at.astimezone(ZoneInfo(self.time_zone)).date()


def of(couple: Couple, readers: Collection[Person], from_on: date, to_on: date) -> list[Appointment]:
    """The appointments of these days (of the coach's calendar) that all of these readers may know, the earliest first."""
    zone = ZoneInfo(couple.coach.time_zone)
    begins, ends = (datetime.combine(day, time(), zone).astimezone(UTC) for day in (from_on, to_on + timedelta(days=1)))
    rows = select(Row).where(Row.couple_id == couple.id, Row.starts_at >= begins, Row.starts_at < ends)
    known = [row for row in db.session.scalars(rows.order_by(Row.starts_at, Row.id)) if _may_know(readers, row)]
    later = _later([row.goes_on_id for row in known if row.goes_on_id])
    return [_told(row, readers, later) for row in known]


def _may_know(readers: Collection[Person], row: Row) -> bool:
    """Whoever it is for, and the couple's coach."""
    concerned = {person.id for person in row.people} | {row.couple.coach_id}
    return all(reader.id in concerned for reader in readers)


def _told(row: Row, readers: Collection[Person], later: dict[int, datetime]) -> Appointment:
    coach = row.couple.coach_id
    came = tuple(
        (person, row.came[person.id])
        for person in row.people
        if person.id in row.came and all(reader.id in (person.id, coach) for reader in readers)
    )
    by = row.called_off_by if all(reader.id == coach for reader in readers) else None
    return Appointment(
        row.public_id, row.with_whom, row.starts_at, row.time_zone, row.minutes, row.place, row.state,
        later.get(row.goes_on_id or 0), by, came,
    )  # fmt: skip


def _later(ids: Collection[int]) -> dict[int, datetime]:
    if not ids:
        return {}
    return {row.id: row.starts_at for row in db.session.scalars(select(Row).where(Row.id.in_(ids)))}
