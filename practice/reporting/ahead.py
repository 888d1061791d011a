"""What comes next, as far as an audience may know it: what is under way, and on which day what is expected."""

from collections.abc import Iterator, Sequence
from datetime import date

from practice import formats
from practice.agreements.ledgers import Sheet
from practice.homework.models import Assignment
from practice.reporting.audience import Reading
from practice.reporting.lines import is_done, stands
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.script import isolated
from practice.reporting.sections import Dated
from practice.way import outlook

_MOST = 12  # a plan longer than this is read by nobody


def ahead(
    reading: Reading, assignments: Sequence[Assignment], sheets: Sequence[Sheet], today: date, *meetings: tuple[date, str]
) -> tuple[Dated, ...]:
    """What is under way first, then day by day; `meetings` are those to come, with their words."""
    dated = sorted([*meetings, *_due(sheets, today), *_planned(reading, today)], key=lambda each: each[0])
    coming = [Dated(formats.day(on), words) for on, words in dated if on >= today]
    return (*[Dated("Under way", words) for words in _open(reading, assignments)], *coming)[:_MOST]


def _open(reading: Reading, assignments: Sequence[Assignment]) -> Iterator[str]:
    """Shared steps that are not open to both yet; of a step done alone only one's own part, or to the coach both."""
    for each in assignments:
        due = f", meant for {formats.day(each.due_on)}" if each.due_on else ""
        if each.together and not each.is_revealed:
            yield f"“{each.published.title}”, together{due}."
        waited_for = [part.person for part in each.parts if part.state.is_open and part.person in reading.told_of]
        if not each.together and waited_for:
            names = formats.joined([isolated(person.name) for person in waited_for])
            whose = f"for {names}" if reading.audience is Audience.COACH else "on your own"
            yield f"“{each.published.title}”, {whose}{due}."


def _due(sheets: Sequence[Sheet], today: date) -> Iterator[tuple[date, str]]:
    """What was taken on for a day to come."""
    period = Period(today, today)
    for sheet in sheets:
        for card in sheet.cards:
            if card.line.due_on and stands(card, period) and not is_done(card, period):
                yield card.line.due_on, f"{sheet.ledger.title}: {card.heading}"


def _planned(reading: Reading, today: date) -> Iterator[tuple[date, str]]:
    """The coach reads which step opens when; a partner knows at most the next day of their own."""
    couple = reading.couple
    if reading.audience is Audience.COACH:
        for row in outlook.rows(couple, today):
            if row.expected and not row.trouble:
                names = formats.joined([isolated(person.name) for person in row.planned.people])
                yield row.expected, f"“{row.title}” opens for {names}."
    elif reading.audience is not Audience.COUPLE and (on := outlook.next_day(couple, reading.partners[0], today)):
        yield on, "The next step opens for you."
