"""What there is to do in a step: its questions and all its other pieces, in the order of its ways of working."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from practice.homework.states import Reveals
from practice.programme.library import Mechanic, Step

_NEITHER = "You each answer alone, and neither sees anything of the other’s"


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to do, with a plain sentence of what it is; `place` is the page where it is done."""

    title: str
    sentence: str
    place: str
    key: str = ""
    waiting: str = ""  # when it opens, while it does not

    @property
    def is_questions(self) -> bool:
        return self.place == ""


def pieces(step: Step, done: AbstractSet[Mechanic], *, coach: str, reveals: Reveals = Reveals.COACH) -> list[Piece]:
    """Everything the step holds. What is answered and what is sealed are the same questions, so they stand there once."""
    found: list[Piece] = []
    for mechanic in step.mechanics:
        for piece in _of(mechanic, step, done, coach, reveals):
            if not (piece.is_questions and any(each.is_questions for each in found)):
                found.append(piece)
    return found


def _of(mechanic: Mechanic, step: Step, done: AbstractSet[Mechanic], coach: str, reveals: Reveals) -> Iterator[Piece]:
    match mechanic:
        case Mechanic.ANSWER | Mechanic.SEALED if step.groups:
            yield Piece("The questions", _questions(step, coach, reveals), "")
        case Mechanic.DAILY:
            yield from (
                Piece(d.title, "A short entry on the days you like, in a few seconds.", "journal.write", d.key)
                for d in step.dailies
            )
        case Mechanic.LEDGER:
            shared = f"A list that goes on after this step. You both read it, and so does {coach}."
            own = f"A list of your own that goes on after this step. {coach} reads it too."
            yield from (Piece(each.title, shared if each.shared else own, "agreements.ledger", each.key) for each in step.ledgers)
        case Mechanic.COSIGNED:
            told = "One text for you both. Either may change it, and it counts once you have both said yes to the same words."
            yield from (Piece(each.title, told, "agreements.text", each.key) for each in step.texts)
        case Mechanic.READY if step.ready:
            yield Piece(
                "Are you ready?",
                f"You answer for yourself, in private. It begins when you are both ready and {coach} opens it.",
                "turns.ready",
            )
        case Mechanic.TURNS if step.turns:
            waiting = step.ready.waiting if step.ready and Mechanic.READY not in done else ""
            told = "One speaks, the other says back what they heard, until it feels heard. Then you change places."
            yield Piece("Taking turns", told, "turns.show", waiting=waiting)
        case Mechanic.PACE if step.pace:
            yield Piece(
                "Your own pace", "How far and how fast you would like to go. Only what suits you both is ever shown.", "pace.set"
            )


def _questions(step: Step, coach: str, reveals: Reveals) -> str:
    if not step.together:
        return "You answer them for yourself, in one go or in several."
    if Mechanic.SEALED not in step.mechanics:
        return "You each answer alone, in one go or in several."
    return {
        Reveals.ITSELF: f"{_NEITHER} until you have both sent. It opens by itself then.",
        Reveals.COACH: f"{_NEITHER} until you have both sent and {coach} opens it.",
        Reveals.SESSION: f"{_NEITHER} until you have both sent and {coach} opens it when you meet.",
    }[reveals]
