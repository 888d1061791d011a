"""What a reveal would do: who will read how many answers, before the coach decides."""

from dataclasses import dataclass

from practice.homework.models import Assignment
from practice.homework.reflections import Reflection, tally
from practice.programme.library import Readers


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one partner's answers."""

    position: int
    name: str
    other: str
    shared: int
    with_coach: int
    private: int


def latest(assignment: Assignment) -> list[Reflection]:
    """What each last sent, the first partner's before the second's."""
    couple = assignment.couple
    parts = sorted(assignment.parts, key=lambda part: couple.position(part.person))
    return [part.latest for part in parts if part.latest]


def opened(assignment: Assignment) -> list[Reflection]:
    """What each may read of the other, the first partner's before the second's."""
    couple = assignment.couple
    parts = sorted(assignment.parts, key=lambda part: couple.position(part.person))
    return [part.revealed for part in parts if part.revealed]


def effects(assignment: Assignment) -> list[Effect]:
    """What a reveal would do to each of the attempts that are still sealed."""
    couple = assignment.couple
    sealed = [sent for sent in latest(assignment) if not sent.is_revealed]
    counts = tally(sealed)
    found = []
    for sent in sealed:
        person, of = sent.homework.person, counts[sent.id]
        with_coach = of.get(Readers.COACH, 0) + of.get(Readers.SAFETY, 0)
        numbers = (of.get(Readers.BOTH, 0), with_coach, of.get(Readers.ONLY_ME, 0))
        found.append(Effect(couple.position(person), person.name, couple.other(person).name, *numbers))
    return found


def seen(assignment: Assignment) -> str:
    """What the page was about, so that an older page reveals nothing that came after it."""
    return " ".join(sent.public_id for sent in latest(assignment))
