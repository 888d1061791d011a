"""How it went, afterwards: in the eyes of whoever did it, and apart from that in the coach's."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from practice import clock
from practice.db import Addressed, Model, db
from practice.errors import Refused
from practice.homework.models import Homework
from practice.keyring import SealedText
from practice.people.models import Person
from practice.trail.models import record

# From 0 to 4, each with the word it is chosen by.
AMOUNT = ("None of it", "A little", "About half", "Most of it", "All of it")
QUALITY = ("Not well", "Not so well", "Fairly well", "Well", "Very well")
DIFFICULTY = ("Easy", "Rather easy", "In between", "Rather hard", "Very hard")
HELPFULNESS = ("Not at all", "A little", "Somewhat", "Quite a lot", "Very much")


class Rating(Addressed, SealedText, Model):
    """One person's word on one part, 0 to 4 each. Sealed text: what got in the way, for the coach; the coach writes none."""

    __tablename__ = "ratings"
    __table_args__ = (UniqueConstraint("homework_id", "person_id"),)
    homework_id: Mapped[int] = mapped_column(ForeignKey("homework.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    amount: Mapped[int | None]
    quality: Mapped[int | None]
    difficulty: Mapped[int | None]
    helpfulness: Mapped[int | None]
    rated_at: Mapped[datetime]
    homework: Mapped[Homework] = relationship()
    person: Mapped[Person] = relationship(lazy="joined")

    @property
    def in_the_way(self) -> str:
        """What got in the way; may be empty."""
        return self.text

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The rating as names and words, without what was left open."""
        told: list[tuple[str, int | None, Sequence[str]]] = [
            ("How much was done", self.amount, AMOUNT),
            ("How well it went", self.quality, QUALITY),
            ("How hard it was", self.difficulty, DIFFICULTY),
            ("How much it helped", self.helpfulness, HELPFULNESS),
        ]
        return [(name, labels[number]) for name, number, labels in told if number is not None]


def of(part: Homework, rater: Person) -> Rating | None:
    """Somebody's rating of a part."""
    kept = select(Rating).where(Rating.homework_id == part.id, Rating.person_id == rater.id)
    return db.session.scalar(kept.execution_options(populate_existing=True))


def look_back(part: Homework, in_the_way: str, **numbers: int | None) -> Rating:
    """Its writer's word on how it went; a later one takes the place of an earlier. Raises: Refused."""
    part.must_stand()
    if not part.reflections:
        raise Refused("This is for afterwards. Send your step first, then say how it went.")
    return _keep(part, part.person, in_the_way, numbers)


def rate(part: Homework, *, amount: int | None, quality: int | None, by: Person) -> Rating:
    """The coach's own word on it, which no partner reads. Raises: Refused until something was sent."""
    if not part.latest:
        raise Refused(f"{part.person.name} has not sent anything yet, so there is nothing to rate.")
    return _keep(part, by, "", {"amount": amount, "quality": quality})


def _keep(part: Homework, rater: Person, words: str, numbers: dict[str, int | None]) -> Rating:
    # Two clicks at once wait for each other here, so that there is one rating.
    db.session.refresh(part, ["state"], with_for_update=True)
    rating = of(part, rater) or Rating(homework=part, homework_id=part.id, person=rater, person_id=rater.id)
    for name in ("amount", "quality", "difficulty", "helpfulness"):
        setattr(rating, name, numbers.get(name))
    rating.rated_at = clock.now()
    rating.write(words.strip(), owner=rater.key("feedback" if rater.is_coach else "coach"), within=rater.practice.key)
    db.session.add(rating)
    record("homework.rated", actor=rater, subject=part, couple=part.assignment.couple)
    return rating
