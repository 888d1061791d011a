"""What was agreed and taken on, list by list, in the words for one audience."""

from collections.abc import Sequence

from practice import formats
from practice.agreements.ledgers import Card, Sheet
from practice.agreements.models import Kept, Owner
from practice.people.models import Person
from practice.programme.library import Checks
from practice.reporting.audience import Reading
from practice.reporting.figures import Who
from practice.reporting.lines import Looks, is_done, looked_at, stands, total
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.script import isolated, paragraphs
from practice.reporting.sections import Promise, Promises


def promises(reading: Reading, sheets: Sequence[Sheet], period: Period) -> tuple[Promises, ...]:
    """Shared lists first, then each one's own as far as this audience may read them; a list without a line is left out."""
    told = [sheet for sheet in sheets if _is_told(sheet)]
    told.sort(key=lambda sheet: (sheet.whose is not None, sheet.whose is reading.couple.second))
    return tuple(each for sheet in told if (each := _list(reading, sheet, period)).rows)


def _is_told(sheet: Sheet) -> bool:
    # Causes stand there with words that two reflections opened; a jar is for drawing from. Neither is a promise.
    return not sheet.ledger.made_from and not sheet.ledger.drawn


def _list(reading: Reading, sheet: Sheet, period: Period) -> Promises:
    cards = [card for card in sheet.cards if stands(card, period)]
    rows = tuple(Promise(whose(reading, card), paragraphs(card.heading), _stands(reading, card, period)) for card in cards)
    by = f", by {isolated(sheet.whose.name)}" if sheet.whose and reading.audience is Audience.COACH else ""
    return Promises(f"{sheet.ledger.title}{by}", _finding(cards, period), rows)


def whose(reading: Reading, card: Card) -> Who:
    """Whose task it is, with their mark."""
    if card.line.shared and card.line.owner is Owner.BOTH:
        return Who("Both", 0)
    return reading.who(card.owners[0] if card.line.shared else card.line.author)


def _finding(cards: Sequence[Card], period: Period) -> str:
    if not cards:
        return ""
    one = cards[0].ledger
    if one.checks is Checks.KEPT:
        looks = total([looked_at(card, period) for card in cards])
        return f"{said_of(looks).capitalize()}." if looks.weeks else "None has been looked at by both in this time."
    if one.ends:
        done = sum(is_done(card, period) for card in cards)
        return f"{done} of {len(cards)} done."
    return ""


def said_of(looks: Looks) -> str:
    """ "kept in 5 of 7 looks"; a look is one line in one week that all concerned have looked at."""
    return f"kept in {looks.kept} of {formats.count(looks.weeks, 'look', 'looks')}"


def _stands(reading: Reading, card: Card, period: Period) -> str:
    line = card.line
    if is_done(card, period) and line.ended_at:
        return f"Done on {formats.day(period.day(line.ended_at))}."
    said = [_begun(card, period)]
    if card.ledger.checks is Checks.KEPT:
        looks = looked_at(card, period)
        if looks.weeks:
            said.append(f"Kept in {looks.kept} of the {_weeks(looks.weeks)} that both looked at.")
        said.extend(_each(card, person, period) for person in reading.couple.partners if reading.audience is Audience.COACH)
    if card.ledger.checks is Checks.HOURS:
        within = [look for look in card.looks if period.from_on <= look.week_on <= period.to_on and look.hours is not None]
        hours = f"{sum(look.hours or 0 for look in within):g}"
        said.append(f"{hours} hours noted in {_weeks(len(within))}." if within else "")
    return " ".join(filter(None, said))


def _begun(card: Card, period: Period) -> str:
    line = card.line
    if line.due_on:
        return f"By {formats.day(line.due_on)}."
    begun = line.agreed_at if card.ledger.agreed else line.written_at
    since = line.from_on or (period.day(begun) if begun else None)
    return f"Since {formats.day(since)}." if since else ""


def _each(card: Card, person: Person, period: Period) -> str:
    """To the coach alone: what one of the two said."""
    said = [look.kept for look in card.looks if look.person_id == person.id and period.from_on <= look.week_on <= period.to_on]
    return f"{isolated(person.name)} says kept in {said.count(Kept.YES)} of {_weeks(len(said))}." if said else ""


def _weeks(number: int) -> str:
    return formats.count(number, "week", "weeks")
