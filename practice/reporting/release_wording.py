"""The sentences of a release copy: what it holds, what is withheld and why, so that nobody is blamed and no other is told of."""

from practice.reporting.release import Withheld
from practice.reporting.releases import Holding
from practice.reporting.texts import Note

NAMES = {Holding.ATTENDANCE: "attendance", Holding.GOALS: "goals", Holding.TOTALS: "questionnaire totals"}
_LONGEST = 90  # characters of recipient and purpose that fit the foot of a page
_NEVER = "never leaves the practice in a copy"
_OF_BOTH = "leaves only with the consent of both"
_OF_ONE = "each one’s own, and only for a copy about them alone"


def shortened(words: str) -> str:
    """Words on one line, cut where the foot of a page ends; they stand whole on the first page."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def withheld(holds: tuple[Holding, ...], *, alone: str) -> tuple[Withheld, ...]:
    """What is not in it. `alone` is the name of the only one it speaks of; empty where both consented.

    The same list whether or not there is anything to withhold, so that nothing can be read from it.
    """
    told = [Withheld(NAMES[each].capitalize(), "not part of this release") for each in Holding if each not in holds]
    for each in holds:
        told.append(Withheld(f"{NAMES[each].capitalize()}, beyond {_share(each, alone)}", _OF_BOTH if alone else _OF_ONE))
    told.append(Withheld("What was said or written, in appointments, homework and notes", _NEVER))
    told.append(Withheld("Answers to single questions", _NEVER))
    return tuple(told)


def _share(holding: Holding, alone: str) -> str:
    if alone:
        return f"what is {alone}’s own"
    return {
        Holding.ATTENDANCE: "appointments to which both were invited",
        Holding.GOALS: "goals that both know",
        Holding.TOTALS: "totals that both know",
    }[holding]


def notes(holds: tuple[Holding, ...], *, alone: str, cited: tuple[str, ...]) -> tuple[Note, ...]:
    """How to read what is in it; `cited` says where each questionnaire comes from."""
    told = []
    if Holding.ATTENDANCE in holds:
        whose = f"to which {alone} came" if alone else "that were held and to which both were invited"
        told.append(
            Note("Attendance", f"Appointments {whose}. What was cancelled or moved is not counted, whoever asked for it.")
        )
    if Holding.GOALS in holds:
        told.append(
            Note("Ratings", "Each rates their own goals, from 0 to 10. Ratings of different people or goals do not compare.")
        )
    if Holding.TOTALS in holds:
        source = f" {' '.join(cited)}" if cited else ""
        told.append(Note("Totals", f"A total needs an answer to every question; without one there is a gap.{source}"))
    told.append(
        Note("What this copy is not", "It is not an opinion on fault, custody or credibility, and none can be read from it.")
    )
    return tuple(told)
