"""A couple and its state."""

import enum
from datetime import datetime

from sqlalchemy import ColumnElement, ForeignKey, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.confidentiality import Confidentiality, Kind
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.people.models import Person, Practice, Role, by_email, normal
from practice.trail.models import record

# Both may be in the room when a coach reads this, so it tells of nothing but an order of things.
WAITS = "Their steps together wait at present. You have set this, and can change it, from their page."
_ONE_ADDRESS = "Each partner needs an e-mail address of their own, so that each has a private door."


class CoupleState(enum.StrEnum):
    """Where a couple stands with its coach."""

    INVITED = "invited"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return {"invited": "Invited", "active": "Active", "paused": "Paused", "closed": "Closed"}[self.value]


class Couple(Addressed, Model):
    """Two people in one room, each with a door of their own. First and second say nothing but colour and shape."""

    __tablename__ = "couples"
    practice_id: Mapped[int] = mapped_column(ForeignKey("practices.id"), index=True)
    coach_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    first_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    second_id: Mapped[int] = mapped_column(ForeignKey("people.id"), unique=True)
    state: Mapped[CoupleState] = mapped_column(default=CoupleState.INVITED, index=True)
    state_before: Mapped[CoupleState | None]
    began_at: Mapped[datetime] = mapped_column(default=clock.now)
    joint_held_at: Mapped[datetime | None]  # since when nothing that both do together begins or opens; neither is told
    practice: Mapped[Practice] = relationship()
    coach: Mapped[Person] = relationship(foreign_keys=coach_id, lazy="joined")
    first: Mapped[Person] = relationship(foreign_keys=first_id, lazy="joined")
    second: Mapped[Person] = relationship(foreign_keys=second_id, lazy="joined")
    confidentialities: Mapped[list[Confidentiality]] = relationship(
        order_by=Confidentiality.version, back_populates="couple", cascade="all"
    )

    @property
    def name(self) -> str:
        return f"{self.first.name} & {self.second.name}"

    @property
    def partners(self) -> tuple[Person, Person]:
        return (self.first, self.second)

    def other(self, person: Person) -> Person:
        """The other partner."""
        return self.second if person.id == self.first_id else self.first

    def position(self, person: Person) -> int:
        """1 (plum ●) or 2 (slate ◆): the same on every page and on paper."""
        return 1 if person.id == self.first_id else 2

    @property
    def agreed(self) -> Confidentiality | None:
        """The confidentiality policy in force: the newest that both have signed."""
        return next((c for c in reversed(self.confidentialities) if c.is_signed), None)

    @property
    def proposed(self) -> Confidentiality | None:
        """A newer policy that still needs a signature."""
        newest = self.confidentialities[-1] if self.confidentialities else None
        return newest if newest and not newest.is_signed else None

    @property
    def may_write(self) -> bool:
        """Whether homework may be sent now."""
        return self.state is CoupleState.ACTIVE

    def must_be_at_work(self) -> None:
        """Raises: Refused while nothing may be written: before both have joined, in a pause, after the end."""
        if self.state is CoupleState.CLOSED:
            raise Refused(f"Your work with {self.coach.name} has come to its end. What you wrote stays here to read.")
        if not self.may_write:
            raise Refused(f"Your work with {self.coach.name} rests at the moment. Nothing is lost; you can do this later.")

    def propose(self, kind: Kind, *, by: Person) -> Confidentiality:
        """Ask both to agree to a policy; it begins when both have signed, and never reaches back. Raises: Refused."""
        if self.confidentialities and self.confidentialities[-1].kind is kind:
            raise Refused("That is the policy you have proposed last. Choose another, or leave it as it is.")
        policy = Confidentiality(couple=self, version=len(self.confidentialities) + 1, kind=kind, proposed_at=clock.now())
        db.session.add(policy)
        record("confidentiality.proposed", actor=by, subject=policy, couple=self, kind=kind)
        return policy

    def sign(self, policy: Confidentiality, person: Person, typed_name: str) -> None:
        """Sign a policy by typing one's name. Raises: Refused."""
        if policy is not self.confidentialities[-1]:
            raise Refused("There is a newer version of this by now. Please read and sign that one.")
        policy.sign(person, typed_name)
        record("confidentiality.signed", actor=person, subject=policy, couple=self, version=policy.version)
        self.welcome()

    def welcome(self) -> None:
        """Become active once both have joined and signed."""
        if self.state is CoupleState.INVITED and self.agreed and all(p.has_joined for p in self.partners):
            self.state = CoupleState.ACTIVE
            record("couple.activated", actor=None, subject=self, couple=self)

    def edit(self, names: tuple[str, str], emails: tuple[str, str], *, by: Person) -> list[Person]:
        """Correct names, and addresses of those who have not joined yet; who needs a new invitation. Raises: Refused."""
        if normal(emails[0]) == normal(emails[1]):
            raise Refused(_ONE_ADDRESS)
        for person, name in zip(self.partners, names, strict=True):
            person.name = name.strip()
        moved = [(p, normal(e)) for p, e in zip(self.partners, emails, strict=True) if normal(e) != p.email]
        for person, email in moved:
            if person.has_joined:
                raise Refused(f"{person.name} has joined, so only {person.name} can change that address.")
            _must_be_free(email)
            person.email = email
        record("couple.edited", actor=by, subject=self, couple=self)
        return [person for person, _ in moved]

    def hand_over(self, coach: Person, *, by: Person) -> None:
        """Give the couple to another coach of the practice, who can read from now on what its coach may. Raises: Refused."""
        if coach.practice_id != self.practice_id or not coach.is_coach or not coach.has_joined or coach.disabled_at:
            raise Refused("A couple can only be handed to a coach who works in this practice.")
        if coach.id == self.coach_id:
            raise Refused(f"{coach.name} is their coach already.")
        before, self.coach = self.coach, coach
        # A receipt for the two who wrote: receipts.py tells them who can read since when.
        record("couple.handed_over", actor=by, subject=coach, couple=self, before=before.public_id)

    def pause(self, *, by: Person) -> None:
        """Rest for a while: nothing is asked, nothing is lost."""
        self._change(CoupleState.PAUSED, by, "This couple is closed. Reopen it first.", unless=CoupleState.CLOSED)

    def close(self, *, by: Person) -> None:
        """End the work together; what was written stays."""
        self._change(CoupleState.CLOSED, by)

    def reopen(self, *, by: Person) -> None:
        """Go on from where they stood."""
        if self.state not in (CoupleState.PAUSED, CoupleState.CLOSED):
            raise Refused("This couple is open already.")
        self.state, self.state_before = self.state_before or CoupleState.INVITED, None
        record("couple.reopened", actor=by, subject=self, couple=self)
        self.welcome()

    @property
    def is_held(self) -> bool:
        """Whether nothing that the two do together begins or opens."""
        return self.joint_held_at is not None

    def hold_joint_steps(self, *, by: Person) -> None:
        """Let nothing new begin or open that the two do together; what is open stays as it is. Twice is once."""
        if self._held(clock.now(), Couple.joint_held_at.is_(None)):
            record("couple.joint_steps_held", actor=by, subject=self, couple=self)

    def release_joint_steps(self, *, by: Person) -> None:
        """Let it come again as planned. Twice is once."""
        if self._held(None, Couple.joint_held_at.is_not(None)):
            record("couple.joint_steps_released", actor=by, subject=self, couple=self)

    def holds_now(self) -> bool:
        """Whether it is held at this very moment: whoever holds or releases it meanwhile was first, or waits."""
        db.session.refresh(self, ["joint_held_at"], with_for_update={"key_share": True})
        return self.is_held

    def must_not_hold(self) -> None:
        """Raises: Refused, for the coach, while it is held."""
        if self.holds_now():
            raise Refused(WAITS)

    def _held(self, at: datetime | None, since: ColumnElement[bool]) -> bool:
        standing = update(Couple).where(Couple.id == self.id, since).values(joint_held_at=at)
        first = changed(standing.execution_options(synchronize_session=False))
        db.session.refresh(self, ["joint_held_at"])
        return bool(first)

    def _change(self, to: CoupleState, by: Person, sentence: str = "", unless: CoupleState | None = None) -> None:
        if self.state is unless:
            raise Refused(sentence)
        if self.state is to:
            raise Refused(f"This couple is {to.label.lower()} already.")
        if self.state in (CoupleState.INVITED, CoupleState.ACTIVE):
            self.state_before = self.state
        self.state = to
        record(f"couple.{to.value}", actor=by, subject=self, couple=self)


def add(coach: Person, names: tuple[str, str], emails: tuple[str, str], kind: Kind, time_zone: str | None = None) -> Couple:
    """A new couple with its two partners, who still have to join; in the coach's time zone unless told. Raises: Refused."""
    if normal(emails[0]) == normal(emails[1]):
        raise Refused(_ONE_ADDRESS)
    for email in emails:
        _must_be_free(email)
    first, second = (
        Person(
            practice=coach.practice,
            role=Role.PARTNER,
            name=name.strip(),
            email=normal(email),
            time_zone=time_zone or coach.time_zone,
        )
        for name, email in zip(names, emails, strict=True)
    )
    couple = Couple(practice=coach.practice, coach=coach, first=first, second=second)
    try:
        with db.session.begin_nested():
            db.session.add_all([first, second, couple])
    except IntegrityError:
        # Somebody else was quicker between the question above and this moment: a double click, most often.
        raise Refused("These addresses came into use just now. Look at your list: the couple may be there already.") from None
    record("couple.added", actor=coach, subject=couple, couple=couple)
    couple.propose(kind, by=coach)
    return couple


def _must_be_free(email: str) -> None:
    if by_email(email):
        raise Refused(f"{email} is already in use. Each person needs an address of their own.")


def of(partner: Person) -> Couple:
    """The couple a partner belongs to."""
    return db.session.scalars(select(Couple).where((Couple.first_id == partner.id) | (Couple.second_id == partner.id))).one()
