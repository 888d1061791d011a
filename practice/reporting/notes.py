"""The last page of a report: where its steps and questionnaires come from, what is in it, what is not, how it was counted."""

from collections.abc import Sequence

from practice import formats
from practice.measures import verdicts
from practice.measures.instruments import Instrument
from practice.measures.results import Series
from practice.programme.library import Credit
from practice.reporting.audience import Reading
from practice.reporting.models import Audience
from practice.reporting.script import isolated
from practice.reporting.texts import Note


def notes(reading: Reading, credit: Credit, scored: Sequence[Series] = ()) -> tuple[Note, ...]:
    """The notes of a progress report for one audience."""
    return (
        source_of(credit),
        Note("What is in this report", _holds(reading)),
        Note("What is not in it", _leaves_out(reading)),
        Note(
            "How it is counted",
            "A reflection counts on the day it was sent. It was asked for when it was given by the last day of this report "
            "and had not been sent before the first. A shared step counts as finished once it is open to both. "
            "A look is one agreement in one week that all whom it concerns have looked at; it counts as kept when all of them "
            "said so. A day whose entry was kept for its writer alone is not counted. A week runs from Monday to Sunday.",
        ),
        *on_questionnaires(scored),
    )


def closing_notes(reading: Reading, credit: Credit, scored: Sequence[Series] = ()) -> tuple[Note, ...]:
    """The notes of a closing report."""
    return (
        source_of(credit),
        Note("What is in this report", f"{_holds(reading)} Goals and totals stand here where each reader may know them."),
        Note("What is not in it", _leaves_out(reading)),
        *on_questionnaires(scored),
    )


def source_of(credit: Credit) -> Note:
    """Whose thoughts the steps follow."""
    return Note(
        "Where the steps come from",
        f"The steps follow the article “{credit.title}” by {credit.author}, {formats.day(credit.published_on)}. "
        "The words of the steps are ours.",
    )


def on_questionnaires(scored: Sequence[Series]) -> tuple[Note, ...]:
    """Citations, how a change was worked out with which figures, and what a total cannot tell; none without a questionnaire."""
    used = list({series.instrument.key: series.instrument for series in scored}.values())
    if not used:
        return ()
    judged = [one for one in used if one.has_verdict]
    worked_out = Note(
        "How a change is worked out",
        "Only totals at planned points are compared: the first with the latest. A change counts when it is larger than "
        "the error of two measurements makes likely: more than 1.96 times the standard error of the difference "
        "(N. S. Jacobson and P. Truax, 1991, Journal of Consulting and Clinical Psychology 59, 12–19). "
        + " ".join(_threshold(one) for one in judged),
    )
    return (
        Note("Questionnaires", " ".join(f"{one.name}: {one.citation}" for one in used)),
        *([worked_out] if judged else []),
        Note(
            "What they cannot tell",
            "A total is one person's word on one day. It says nothing of why, and nothing of who is right. Two people are "
            "never added up or compared. What was left out stays a gap, and a total needs every answer.",
        ),
    )


def _threshold(one: Instrument) -> str:
    return f"{one.name}: {verdicts.threshold_in_words(one)} {one.source}".strip()


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
        return f"The step in which each plans for the worst, {never}."
    return f"Nothing from your partner's own steps, {never}. What you planned for the worst stays out as well."
