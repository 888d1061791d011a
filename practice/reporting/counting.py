"""Everything that the four measures count, brought together from the rooms it comes from."""

from collections.abc import Sequence

from practice.agreements.ledgers import Sheet
from practice.appointments.standing import Appointment
from practice.homework.models import Assignment
from practice.measures.results import Series
from practice.people.models import Person
from practice.programme.library import Checks
from practice.reporting import lines, meetings, scores, tallies
from practice.reporting.audience import Reading
from practice.reporting.entries import Noted, days_of
from practice.reporting.period import Period
from practice.reporting.wording import Joint, Own
from practice.reporting.writings import Sent


def counted(
    reading: Reading, given: list[Assignment], sent: list[Sent], sheets: Sequence[Sheet], met: Sequence[Appointment],
    daily: Sequence[Noted], scored: Sequence[Series], period: Period,
) -> tuple[Joint, tuple[Own, ...]]:  # fmt: skip
    """What all readers know alike, and the own figures of those partners whose figures this audience may read."""
    owns = tuple(
        tallies.own(
            reading,
            person,
            given,
            sent,
            period,
            entries=days_of(person, daily),
            **meetings.figures_of(person, reading, met),
            **_experiments(person, sheets, period),
        )
        for person in reading.told_of
    )
    cures = lines.cures(sheets, period)
    checked = [card for sheet in sheets if sheet.ledger.shared and sheet.ledger.checks is Checks.KEPT for card in sheet.cards]
    checked = [card for card in checked if lines.stands(card, period)]
    looks = lines.total([lines.looked_at(card, period) for card in checked])
    more = {"causes": cures.named, "met": cures.met, "cured": cures.cured, "agreements": len(checked)}
    more |= {"looks": looks.weeks, "kept": looks.kept, "meetings": meetings.for_both(met)}
    return tallies.joint(given, period, trends=scores.trends(reading, scored), **more), owns


def _experiments(person: Person, sheets: Sequence[Sheet], period: Period) -> dict[str, int]:
    """Lines of one's own that end with what happened: how many were tried, how many reported."""
    tried = [
        card
        for sheet in sheets
        if sheet.whose is person and sheet.ledger.ends
        for card in sheet.cards
        if lines.stands(card, period)
    ]
    return {"experiments": len(tried), "reported": sum(lines.is_done(card, period) for card in tried)}
