"""Who will read what is written about a line, said in true sentences before it is written."""

from practice.couples.models import Couple
from practice.homework.models import Reveals
from practice.homework.readers import sentence
from practice.people.models import Person
from practice.programme.library import Readers


def who_reads(couple: Couple, writer: Person, *, shared: bool) -> str:
    """Who reads a line."""
    coach, other = couple.coach.name, couple.other(writer).name
    if shared:
        return f"{coach} and {other} read this as soon as you save it."
    return f"{_with_coach(couple, writer)} {other} does not see it, nor that it is here."


def who_reads_look(couple: Couple, writer: Person, *, shared: bool) -> str:
    """Who reads how a week went."""
    coach, other = couple.coach.name, couple.other(writer).name
    if shared:
        return f"{coach} reads this now. {other} reads it once you have both looked at the same week."
    return f"{_with_coach(couple, writer)} {other} does not see it."


def _with_coach(couple: Couple, writer: Person) -> str:
    names = {"writer": writer.name, "other": couple.other(writer).name, "coach": couple.coach.name}
    return sentence(Readers.COACH, **names, confidentiality=couple.agreed, reveals=Reveals.COACH)
