"""What a coach is told of a report on the screen: for whom it can be, how far it is, what waits."""

from collections.abc import Sequence

from practice import formats
from practice.couples.models import Couple
from practice.reporting.models import Audience, Kind, Report, State

_STAGES = {0: "Gathering what may be in it", 20: "Setting it on pages", 40: "Printing it", 90: "Sealing it"}
_NO_WORKER = "The worker does not seem to run, so the report waits. It is made as soon as the worker is back; nothing is lost."
_STOPPED = "The worker seems to have stopped halfway. The report is taken up again by itself; nothing is lost."


# What each kind is for, and when: in the order in which a coach meets them.
PURPOSES = {
    Kind.BRIEF: "Before an appointment: what happened since you last met, on a page or two. For you alone.",
    Kind.SUMMARY: "After an appointment: what you noted for both, what was agreed, and what is to do until next time.",
    Kind.PROGRESS: "At any time: how it goes, over the days you choose. For both, for one of them, or for you.",
    Kind.WORKBOOK: "At any time, for one of them: what they wrote themselves, or a step as a sheet to fill in by hand.",
    Kind.CLOSING: "At the end: the whole way, from the first day to the last.",
}


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


def how_far_all(reports: Sequence[Report]) -> str:
    """Where many reports stand, in a sentence."""
    done, all_ = sum(report.state is State.DONE for report in reports), len(reports)
    said = f"{done} of {formats.count(all_, 'report is', 'reports are')} made"
    failed = sum(report.state is State.FAILED for report in reports)
    off = sum(report.state is State.CANCELLED for report in reports)
    rest = [f"{failed} could not be made"] * bool(failed) + [f"{off} called off"] * bool(off)
    return f"{', '.join([said, *rest])}."
