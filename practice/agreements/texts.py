"""Co-signed texts: one text of a joint step, every wording it had, and who has approved which."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.keyring import SealedText
from practice.people.models import Person
from practice.programme.library import Cosigned
from practice.trail.models import record

LONGEST = 20_000  # characters

_CHANGED = "The wording was changed while you had this page open. Please read it as it stands now."
_NOTHING_YET = "There is no wording to approve yet."
_IN_FORCE = "You have both approved this wording, so it is signed. To change it, propose another one."


class JointText(Addressed, Model):
    """One text that both approve. `signed_at` is when it was first signed; it is set once."""

    __tablename__ = "joint_texts"
    __table_args__ = (UniqueConstraint("assignment_id", "key"),)
    assignment_id: Mapped[int] = mapped_column(ForeignKey("assignments.id"))
    key: Mapped[str] = mapped_column(String(80))
    signed_at: Mapped[datetime | None]
    assignment: Mapped[Assignment] = relationship()
    versions: Mapped[list["TextVersion"]] = relationship(
        order_by="TextVersion.number", back_populates="joint", cascade="all", lazy="selectin"
    )

    @property
    def cosigned(self) -> Cosigned:
        """What the step says of it."""
        return self.assignment.published.step.cosigned(self.key)

    @property
    def newest(self) -> "TextVersion | None":
        return self.versions[-1] if self.versions else None

    @property
    def in_force(self) -> "TextVersion | None":
        """The newest wording that both have approved: it holds until another one is signed."""
        return next((version for version in reversed(self.versions) if version.is_signed), None)

    @property
    def proposed(self) -> "TextVersion | None":
        """A wording that still needs an approval."""
        return self.newest if self.newest and not self.newest.is_signed else None

    def version(self, number: int) -> "TextVersion | None":
        return next((version for version in self.versions if version.number == number), None)

    def propose(self, wording: str, *, seen: int, save_key: str, by: Person) -> None:
        """Another wording; it has nobody's approval yet. `seen` is the number of the one it was written from.

        Raises: Refused when there is a newer one than that. The same wording again changes nothing.
        """
        self.must_be_open(by)
        newest = self.newest
        if any(version.author_id == by.id and version.save_key == save_key for version in self.versions):
            return
        if seen != (newest.number if newest else 0):
            raise Refused(_CHANGED)
        if newest and newest.text == wording:
            return
        version = TextVersion(number=seen + 1, author=by, author_id=by.id, written_at=clock.now(), save_key=save_key)
        version.write(wording, owner=by.key("both"), within=by.practice.key)
        self.versions.append(version)
        record("text.proposed", actor=by, subject=self, couple=self.assignment.couple, number=version.number)

    def approve(self, number: int, *, by: Person) -> None:
        """Approve the wording of this number; it is signed once both have. Raises: Refused when it is not the newest."""
        self.must_be_open(by)
        version = self._newest_as(number)
        if version.is_approved_by(by):
            return
        version.approvals.append(Approval(person=by, person_id=by.id, approved_at=clock.now()))
        record("text.approved", actor=by, subject=self, couple=self.assignment.couple, number=number)
        if all(version.is_approved_by(partner) for partner in self.assignment.couple.partners):
            self._sign(version, by)

    def take_back(self, number: int, *, by: Person) -> None:
        """Take one's approval back, as long as the other has not given theirs. Raises: Refused."""
        self.must_be_open(by)
        version = self._newest_as(number)
        if version.is_signed:
            raise Refused(_IN_FORCE)
        given = [approval for approval in version.approvals if approval.person_id == by.id]
        for approval in given:
            version.approvals.remove(approval)
            record("text.taken_back", actor=by, subject=self, couple=self.assignment.couple, number=number)

    def renew(self, number: int, turn: int, *, by: Person) -> None:
        """Say that one has looked at the signed wording again; it is renewed once both have. Raises: Refused."""
        self.must_be_open(by)
        version = self.in_force
        if not self.cosigned.renewed or not version:
            raise Refused("There is nothing to look at again yet.")
        if version.number != number:
            raise Refused(_CHANGED)
        # A second press belongs to the turn of the first, even where the other has ended that turn meanwhile.
        if turn == version.turn and not any(each.person_id == by.id for each in version.renewals_in(turn)):
            version.renewals.append(Renewal(turn=turn, person=by, person_id=by.id, renewed_at=clock.now()))
            record("text.renewed", actor=by, subject=self, couple=self.assignment.couple, number=number, turn=turn)

    def must_be_open(self, by: Person) -> None:
        """Raises: Refused with the reason why nothing can be changed now."""
        if sentence := closed_because(self.assignment, by):
            raise Refused(sentence)

    def _newest_as(self, number: int) -> "TextVersion":
        if self.newest is None:
            raise Refused(_NOTHING_YET)
        if self.newest.number != number:
            raise Refused(_CHANGED)
        return self.newest

    def _sign(self, version: "TextVersion", by: Person) -> None:
        db.session.flush()
        unsigned = update(TextVersion).where(TextVersion.id == version.id, TextVersion.signed_at.is_(None))
        if changed(unsigned.values(signed_at=clock.now()).execution_options(synchronize_session=False)):
            self.signed_at = self.signed_at or clock.now()
            record("text.signed", actor=by, subject=self, couple=self.assignment.couple, number=version.number)
        db.session.refresh(version, ["signed_at"])


class TextVersion(Addressed, SealedText, Model):
    """One wording, as somebody proposed it; none is ever changed, so an approval is of these very words."""

    __tablename__ = "text_versions"
    __table_args__ = (UniqueConstraint("text_id", "number"),)
    text_id: Mapped[int] = mapped_column(ForeignKey("joint_texts.id"))
    number: Mapped[int]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    written_at: Mapped[datetime]
    signed_at: Mapped[datetime | None]
    save_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click proposes once
    joint: Mapped[JointText] = relationship(back_populates="versions")
    author: Mapped[Person] = relationship(lazy="joined")
    approvals: Mapped[list["Approval"]] = relationship(cascade="all, delete-orphan", order_by="Approval.id", lazy="selectin")
    renewals: Mapped[list["Renewal"]] = relationship(cascade="all", order_by="Renewal.id", lazy="selectin")

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None

    @property
    def turn(self) -> int:
        """The renewal that is open now: 1 until both have looked at it again, then 2, and so on."""
        last = self.renewals[-1].turn if self.renewals else 1
        return last + (len(self.renewals_in(last)) == len(self.joint.assignment.couple.partners))

    @property
    def renewed_at(self) -> list[datetime]:
        """When it was renewed: the moments at which the second of the two had looked at it again, earliest first."""
        return [self.renewals_in(turn)[-1].renewed_at for turn in range(1, self.turn)]

    def is_approved_by(self, person: Person) -> bool:
        return any(approval.person_id == person.id for approval in self.approvals)

    def renewals_in(self, turn: int) -> list["Renewal"]:
        return [renewal for renewal in self.renewals if renewal.turn == turn]


class Approval(Model):
    """One partner's yes to one wording."""

    __tablename__ = "approvals"
    __table_args__ = (UniqueConstraint("version_id", "person_id"),)
    version_id: Mapped[int] = mapped_column(ForeignKey("text_versions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    approved_at: Mapped[datetime]
    person: Mapped[Person] = relationship()


class Renewal(Model):
    """One partner's word that they have looked at a signed wording again, in one turn of renewing it."""

    __tablename__ = "renewals"
    __table_args__ = (UniqueConstraint("version_id", "turn", "person_id"),)
    version_id: Mapped[int] = mapped_column(ForeignKey("text_versions.id"))
    turn: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    renewed_at: Mapped[datetime]
    person: Mapped[Person] = relationship()


def find(assignment: Assignment, key: str) -> JointText | None:
    """The text of a step, if anything was proposed; as it stands in the database now."""
    rows = select(JointText).where(JointText.assignment_id == assignment.id, JointText.key == key)
    return db.session.scalar(rows.execution_options(populate_existing=True))


def of(assignment: Assignment, key: str, *, by: Person) -> JointText:
    """The text of a step, for writing. Two who write at the same moment wait for each other here. Raises: Refused."""
    db.session.refresh(assignment, ["withdrawn_at"], with_for_update=True)
    return find(assignment, key) or _begun(assignment, key, by)


def closed_because(assignment: Assignment, reader: Person) -> str:
    """Why nothing can be proposed or approved now, as a sentence for its reader; empty while it is open."""
    coach = assignment.couple.coach
    if reader.id == coach.id:
        open_again = "once you go on with them" if not assignment.is_withdrawn else "if you give the step again"
        is_open = assignment.couple.may_write and not assignment.is_withdrawn
        return "" if is_open else f"Nothing new can be proposed here now. It can {open_again}. Every wording stays to read."
    if assignment.is_withdrawn:
        return f"{coach.name} has taken this step back. Every wording stays here to read."
    try:
        assignment.couple.must_be_at_work()
    except Refused as refused:
        return refused.sentence
    return ""


def _begun(assignment: Assignment, key: str, by: Person) -> JointText:
    text = JointText(assignment=assignment, assignment_id=assignment.id, key=key, versions=[])
    text.must_be_open(by)
    db.session.add(text)
    return text
