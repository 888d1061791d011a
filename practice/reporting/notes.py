"""The last page of the progress report: where its steps come from, what is in it, what is not, how it was counted."""

from practice import formats
from practice.programme.library import Credit
from practice.reporting.audience import Reading
from practice.reporting.models import Audience
from practice.reporting.script import isolated
from practice.reporting.texts import Note


def notes(reading: Reading, credit: Credit) -> tuple[Note, ...]:
    """The notes for one audience."""
    return (
        Note(
            "Where the steps come from",
            f"The steps follow the article “{credit.title}” by {credit.author}, {formats.day(credit.published_on)}. "
            "The words of the steps are ours.",
        ),
        Note("What is in this report", _holds(reading)),
        Note("What is not in it", _leaves_out(reading)),
        Note(
            "How it is counted",
            "A reflection counts on the day it was sent. It was asked for when it was given by the last day of this report "
            "and had not been sent before the first. A shared step counts as finished once it is open to both. "
            "A week runs from Monday to Sunday.",
        ),
    )


def _holds(reading: Reading) -> str:
    coach = isolated(reading.couple.coach.name)
    shared = (
        f"shared steps that are open to both of you, and of these only what its writer released for reports and {coach} chose"
    )
    if reading.audience is Audience.COUPLE:
        return f"Words from the {shared}."
    if reading.audience is Audience.COACH:
        return "What both partners sent and let you read. It is your working copy: it holds what one may not know of the other."
    return f"What you sent yourself and let {coach} read. From your partner: words from the {shared}."


def _leaves_out(reading: Reading) -> str:
    never = "no answer about safety, no answer kept for its writer alone, no private note, and no opinion on who is right"
    if reading.audience is Audience.COUPLE:
        return f"Nothing from the steps that each of you does alone, {never}."
    if reading.audience is Audience.COACH:
        return f"The step in which each plans for the worst, {never[0:]}."
    return f"Nothing from your partner's own steps, {never}. What you planned for the worst stays out as well."
