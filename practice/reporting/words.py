"""What a coach is told of a report on the screen: for whom it can be, how far it is, what waits."""

from practice import formats
from practice.couples.models import Couple
from practice.reporting.models import Audience, Report, State

_STAGES = {0: "Gathering what may be in it", 20: "Setting it on pages", 40: "Printing it", 90: "Sealing it"}
_NO_WORKER = "The worker does not seem to run, so the report waits. It is made as soon as the worker is back; nothing is lost."
_STOPPED = "The worker seems to have stopped halfway. The report is taken up again by itself; nothing is lost."


def audiences(couple: Couple) -> list[tuple[Audience, str]]:
    """For whom a report can be built, each with what that means."""
    first, second = couple.partners
    return [
        (Audience.COUPLE, f"{formats.joined([first.name, second.name])}, to read together"),
        (Audience.FIRST, f"{first.name} alone"),
        (Audience.SECOND, f"{second.name} alone"),
        (Audience.COACH, "You alone, as a working copy"),
    ]


def how_far(report: Report) -> str:
    """Where a report stands, in a sentence."""
    if report.state is State.WAITING:
        return _NO_WORKER if report.is_late else "It waits its turn. This takes a few seconds."
    if report.state is State.WORKING:
        stage = next(words for least, words in reversed(_STAGES.items()) if report.progress >= least)
        return _STOPPED if report.is_late else f"{stage}."
    return {
        State.DONE: "It is ready.",
        State.FAILED: report.trouble or "It could not be made.",
        State.CANCELLED: "It was called off, and nothing was made.",
    }[report.state]
