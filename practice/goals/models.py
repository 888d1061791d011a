"""One partner's goals, and the number they give each on a day of theirs."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.couples.models import Couple
from practice.db import Addressed, Model, changed, db
from practice.errors import Refused
from practice.goals.words import Words, from_json
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record

MOST = 3
ENOUGH = "You have three goals, which is as many as can be kept in mind. Let go of one to begin another."
ELSEWHERE = "You changed this goal on another page or device meanwhile. Please look at both, then save what holds."
GONE = "You let go of this goal on another page, so nothing was kept."


class Goal(Addressed, SealedText, Model):
    """A goal of one partner; it has one of three places. Sealed text: its words as JSON."""

    __tablename__ = "goals"
    __table_args__ = (UniqueConstraint("person_id", "place"), UniqueConstraint("person_id", "save_key"))
    couple_id: Mapped[int] = mapped_column(ForeignKey("couples.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    place: Mapped[int]
    begun_at: Mapped[datetime]
    shared_at: Mapped[datetime | None]
    revision: Mapped[int] = mapped_column(default=1)
    save_key: Mapped[str] = mapped_column(String(64))  # the form's own number: a double click counts once
    couple: Mapped[Couple] = relationship()
    person: Mapped[Person] = relationship()

    @property
    def words(self) -> Words:
        return from_json(self.text)

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None

    def change(self, words: Words, *, revision: int) -> None:
        """Other words, from a page that knew this revision; the same words change nothing. Raises: Refused."""
        self.couple.must_be_at_work()
        self._hold()
        if words == self.words:
            return
        if revision != self.revision:
            raise Refused(ELSEWHERE)
        self.revision += 1
        self._say(words)
        record("goal.changed", actor=self.person, subject=self, couple=self.couple)

    def rate(self, value: int, *, on: date) -> None:
        """How near it is, 0 to 10, on one of its writer's days: of a day the last number counts. Raises: Refused."""
        self.couple.must_be_at_work()
        self._hold()
        kept = db.session.scalar(select(GoalRating).where(GoalRating.goal_id == self.id, GoalRating.on == on))
        rating = kept or GoalRating(goal_id=self.id, on=on)
        rating.rated_at = clock.now()
        # Two digits always, so that the length of what is sealed tells nothing.
        rating.write(f"{value:02}", owner=self.person.key("coach"), within=self.person.practice.key)
        db.session.add(rating)
        record("goal.rated", actor=self.person, subject=self, couple=self.couple)

    def share(self) -> None:
        """Let the other partner see it; twice is once. Raises: Refused."""
        self.couple.must_be_at_work()
        if self._shared(clock.now(), Goal.shared_at.is_(None)):
            record("goal.shared", actor=self.person, subject=self, couple=self.couple)

    def unshare(self) -> None:
        """Take that back; always possible."""
        if self._shared(None, Goal.shared_at.is_not(None)):
            record("goal.unshared", actor=self.person, subject=self, couple=self.couple)

    def let_go(self) -> None:
        """Be done with it for good, its numbers too; twice is once."""
        record("goal.let_go", actor=self.person, subject=self, couple=self.couple)
        self._locked()
        db.session.execute(delete(GoalRating).where(GoalRating.goal_id == self.id))
        db.session.execute(delete(Goal).where(Goal.id == self.id))

    def _say(self, words: Words) -> None:
        self.write(words.to_json(), owner=self.person.key("coach"), within=self.person.practice.key)

    def _hold(self) -> None:
        """Let one of two acts at the same moment go first, so that the second sees what the first has done."""
        if not self._locked():
            raise Refused(GONE)
        db.session.refresh(self, ["revision", "sealed"])

    def _locked(self) -> bool:
        return db.session.scalar(select(Goal.id).where(Goal.id == self.id).with_for_update()) is not None

    def _shared(self, at: datetime | None, since: object) -> bool:
        standing = update(Goal).where(Goal.id == self.id, since)  # type: ignore[arg-type]  # a condition of SQLAlchemy
        return bool(changed(standing.values(shared_at=at).execution_options(synchronize_session=False)))


class GoalRating(Addressed, SealedText, Model):
    """How near a goal was on a day. Sealed text: the number, 0 to 10."""

    __tablename__ = "goal_ratings"
    __table_args__ = (UniqueConstraint("goal_id", "on"),)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"))
    on: Mapped[date]
    rated_at: Mapped[datetime]

    @property
    def value(self) -> int:
        return int(self.text)


def begin(person: Person, couple: Couple, words: Words, value: int, *, save_key: str) -> Goal:
    """A new goal with its first number; a double click begins one. Raises: Refused when there are three, or work rests."""
    couple.must_be_at_work()
    for place in range(1, MOST + 1):
        known: Goal | None = db.session.scalar(select(Goal).where(Goal.person_id == person.id, Goal.save_key == save_key))
        if known:
            return known
        if db.session.scalar(select(Goal.id).where(Goal.person_id == person.id, Goal.place == place)) is None and (
            made := _begun(person, couple, place, words, save_key)
        ):
            made.rate(value, on=clock.today(person.time_zone))
            record("goal.begun", actor=person, subject=made, couple=couple)
            return made
    raise Refused(ENOUGH)


def _begun(person: Person, couple: Couple, place: int, words: Words, save_key: str) -> Goal | None:
    """The goal in this place, unless somebody took it at the same moment."""
    goal = Goal(
        couple=couple, couple_id=couple.id, person=person, person_id=person.id, place=place,
        begun_at=clock.now(), revision=1, save_key=save_key,
    )  # fmt: skip
    goal._say(words)
    try:
        with db.session.begin_nested():
            db.session.add(goal)
    except IntegrityError:
        return None
    return goal
