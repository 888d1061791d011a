"""An appointment, what may happen to it, and how each partner came."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, String, UniqueConstraint, delete, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.appointments.states import Attended, Side, Slot, State, WithWhom
from practice.couples.models import Couple, CoupleState
from practice.db import Addressed, Model, changed, db, insert_once
from practice.errors import Refused
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record

__all__ = ["Appointment", "Attendance", "Attended", "Side", "Slot", "Stale", "State", "WithWhom"]


class Stale(Refused):
    """Something else happened to the appointment since the page was opened."""


class Appointment(Addressed, SealedText, Model):
    """A time agreed with both or with one. Sealed text: the place, a room or a number or a link."""

    __tablename__ = "appointments"
    __table_args__ = (UniqueConstraint("couple_id", "save_key"),)
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    with_whom: Mapped[WithWhom]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    time_zone: Mapped[str] = mapped_column(String(60))
    minutes: Mapped[int]
    state: Mapped[State] = mapped_column(default=State.PLANNED, index=True)
    revision: Mapped[int] = mapped_column(default=1)
    planned_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]  # when it was said that it took place, was called off or moved
    called_off_by: Mapped[Side | None]
    goes_on_id: Mapped[int | None] = mapped_column(ForeignKey("appointments.id"), index=True)  # of a time moved from
    save_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click plans once
    couple: Mapped[Couple] = relationship(lazy="joined")
    attendances: Mapped[list["Attendance"]] = relationship(
        back_populates="appointment", cascade="all, delete-orphan", order_by="Attendance.id", lazy="selectin"
    )

    @property
    def place(self) -> str:
        return self.text

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def slot(self) -> Slot:
        return Slot(self.starts_at, self.time_zone, self.minutes, self.place)

    @property
    def people(self) -> list[Person]:
        """Which of the two it is for."""
        first, second = self.couple.partners
        return {WithWhom.BOTH: [first, second], WithWhom.FIRST: [first], WithWhom.SECOND: [second]}[self.with_whom]

    @property
    def is_planned(self) -> bool:
        return self.state is State.PLANNED

    @property
    def awaits_word(self) -> bool:
        """Whether its time is over and nobody has said what became of it."""
        return self.is_planned and self.ends_at <= clock.now()

    def set(self, slot: Slot, by: Person) -> None:
        """Take this time and place."""
        self.starts_at, self.time_zone, self.minutes = slot.starts_at, slot.time_zone, slot.minutes
        self.write(slot.place.strip(), owner=by.key("feedback"), within=by.practice.key)

    def change(self, slot: Slot, *, asked_by: Side, revision: int, by: Person) -> bool:
        """Another time or place; whether the time is another one. The earlier time stays on record, with who asked.

        Raises: Refused; Stale when something happened to it since this revision.
        """
        if slot == self.slot and self.is_planned:
            return False
        was = self.slot
        if not self._settled(revision, State.PLANNED, state=State.PLANNED):
            raise self._stale()
        self.set(slot, by)
        moved = slot.starts_at != was.starts_at
        if moved:
            earlier = Appointment(
                couple=self.couple, with_whom=self.with_whom, state=State.MOVED, planned_at=self.planned_at,
                settled_at=clock.now(), called_off_by=asked_by, goes_on_id=self.id, save_key=f"{revision}:{self.public_id}",
            )  # fmt: skip
            earlier.set(was, by)
            db.session.add(earlier)
        record(f"appointment.{'moved' if moved else 'changed'}", actor=by, subject=self, couple=self.couple)
        return moved

    def cancel(self, *, asked_by: Side, revision: int, by: Person) -> None:
        """Call it off. Twice is once. Raises: Refused, Stale."""
        if self._settled(revision, State.PLANNED, state=State.CANCELLED, called_off_by=asked_by, settled_at=clock.now()):
            record("appointment.cancelled", actor=by, subject=self, couple=self.couple)
        elif self.state is not State.CANCELLED:
            raise self._stale()

    def hold(self, came: Mapping[int, Attended], *, revision: int, by: Person) -> None:
        """It took place; `came` says how each person (by id) did. The same once more changes nothing. Raises: Refused, Stale."""
        if self.starts_at > clock.now():
            raise Refused("Its time has not come yet. If you met earlier, change the time first.")
        if self.state is State.HELD and self.came == came:
            return
        if not any(how in (Attended.CAME, Attended.LATE) for how in came.values()):
            raise Refused("If nobody came, say that it was cancelled.")
        if not self._settled(revision, State.PLANNED, State.HELD, state=State.HELD, settled_at=clock.now()):
            raise self._stale()
        for person in self.people:
            self._mark(person, came[person.id])
        record("appointment.held", actor=by, subject=self, couple=self.couple)

    def reopen(self, *, revision: int, by: Person) -> None:
        """Take back that it took place or was called off. Raises: Stale."""
        values = {"state": State.PLANNED, "called_off_by": None, "settled_at": None}
        if self._settled(revision, State.HELD, State.CANCELLED, **values):
            db.session.execute(delete(Attendance).where(Attendance.appointment_id == self.id))
            db.session.expire(self, ["attendances"])
            record("appointment.reopened", actor=by, subject=self, couple=self.couple)
        elif not self.is_planned:
            raise self._stale()

    @property
    def came(self) -> dict[int, Attended]:
        """How each came, by the id of the person; empty until it was said."""
        return {each.person_id: each.attended for each in self.attendances}

    def _mark(self, person: Person, how: Attended) -> None:
        if not insert_once(Attendance, appointment_id=self.id, person_id=person.id, attended=how):
            here = update(Attendance).where(Attendance.appointment_id == self.id, Attendance.person_id == person.id)
            changed(here.values(attended=how).execution_options(synchronize_session=False))
        db.session.expire(self, ["attendances"])

    def _settled(self, revision: int, *since: State, **values: Any) -> bool:
        """Whether this very act changed it: of two at once, one is first."""
        db.session.flush()
        here = update(Appointment).where(
            Appointment.id == self.id, Appointment.state.in_(since), Appointment.revision == revision
        )
        first = changed(here.values(revision=revision + 1, **values).execution_options(synchronize_session=False))
        db.session.refresh(self)
        return bool(first)

    def _stale(self) -> Stale:
        if self.state is State.MOVED:
            return Stale("This is an earlier time of an appointment that was moved. Please look at the appointment itself.")
        if not self.is_planned:
            return Stale(f"This has been settled meanwhile: {self.state.label.lower()}. Nothing was changed from here.")
        return Stale("This was changed in another window, so nothing was changed from here. This is how it stands now.")


class Attendance(Model):
    """How one partner came; a row of their own, for them and the coach."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("appointment_id", "person_id"),)
    appointment_id: Mapped[int] = mapped_column(ForeignKey("appointments.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    attended: Mapped[Attended]
    appointment: Mapped[Appointment] = relationship(back_populates="attendances")
    person: Mapped[Person] = relationship()


def plan(couple: Couple, with_whom: WithWhom, slot: Slot, *, save_key: str, by: Person) -> Appointment:
    """Agree on a time. The same key twice is a double click, and one appointment. Raises: Refused."""
    if couple.state is CoupleState.CLOSED:
        raise Refused("Their work with you is closed. Reopen it first, then plan.")
    # Two clicks at once line up here.
    db.session.scalar(select(Couple.id).where(Couple.id == couple.id).with_for_update())
    known = select(Appointment).where(Appointment.couple_id == couple.id, Appointment.save_key == save_key[:64])
    if found := db.session.scalars(known).first():
        return found
    appointment = Appointment(
        couple=couple, with_whom=with_whom, state=State.PLANNED, revision=1, planned_at=clock.now(), save_key=save_key[:64]
    )
    appointment.set(slot, by)
    db.session.add(appointment)
    db.session.flush()
    record("appointment.planned", actor=by, subject=appointment, couple=couple)
    return appointment
