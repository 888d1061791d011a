"""Who will read an answer, said in true words for each class of readers and the policy it is written under."""

from practice.couples.confidentiality import Confidentiality, Kind
from practice.couples.models import Couple
from practice.homework.states import Reveals
from practice.people.models import Person
from practice.programme.library import Readers


def label(readers: Readers, *, other: str, coach: str) -> str:
    """The class as a choice: "Maya and Ben"."""
    return {"only_me": "Only me", "coach": coach, "both": f"{coach} and {other}", "safety": f"{coach} alone"}[readers.value]


def sentence(
    readers: Readers, *, writer: str, other: str, coach: str, confidentiality: Confidentiality | None, reveals: Reveals
) -> str:
    """What its writer is told beside an answer, before a word is typed. All but the policy are names."""
    match readers:
        case Readers.ONLY_ME:
            return f"Only you, {writer}. {coach} sees that you answered, not what."
        case Readers.COACH:
            return f"{coach} reads this. {_under(confidentiality, coach)}".strip()
        case Readers.BOTH:
            return f"{coach} reads this once you send it. {other} reads it when you have both sent{_opens(reveals, coach)}"
    return f"Only {coach} reads this. Once sent it is never shown here again, not even to you."


def told(couple: Couple, writer: Person, reveals: Reveals) -> dict[Readers, str]:
    """The sentence of each class for one writer."""
    names = {"writer": writer.name, "other": couple.other(writer).name, "coach": couple.coach.name}
    return {each: sentence(each, **names, confidentiality=couple.agreed, reveals=reveals) for each in Readers}


def _opens(reveals: Reveals, coach: str) -> str:
    return {
        Reveals.ITSELF: f"; it opens by itself then, unless {coach} keeps it for when you meet.",
        Reveals.COACH: f" and {coach} opens it.",
        Reveals.SESSION: f" and {coach} opens it when you meet.",
    }[reveals]


def _under(policy: Confidentiality | None, coach: str) -> str:
    if policy is None:
        return ""
    agreement = f"your agreement ({policy.kind.label}, version {policy.version})"
    return {
        Kind.NO_SECRETS: f"Under {agreement} {coach} may bring it to both of you.",
        Kind.LIMITED_SECRETS: f"Under {agreement} {coach} tells nobody, unless somebody is in danger.",
        Kind.COACH_DECIDES: f"Under {agreement} {coach} may bring it up with both of you, and tells you before doing so.",
    }[policy.kind]
