"""Agreements and actions since last time, for the coach's brief."""

from collections.abc import Iterator, Sequence

from practice import formats
from practice.agreements.ledgers import Card, Sheet
from practice.agreements.models import CheckIn, Kept
from practice.programme.library import Checks
from practice.reporting.audience import Reading
from practice.reporting.brief import Looked
from practice.reporting.lines import is_done, stands
from practice.reporting.period import Period
from practice.reporting.promises import whose
from practice.reporting.script import isolated, paragraphs


def agreements(reading: Reading, sheets: Sequence[Sheet], period: Period) -> tuple[Looked, ...]:
    """What each said of each agreement, those that were not kept first."""
    cards = sorted(_checked(sheets, period), key=lambda card: _kept_all(card, period))
    return tuple(Looked(whose(reading, card), paragraphs(card.heading), _said(reading, card, period)) for card in cards)


def broken(sheets: Sequence[Sheet], period: Period) -> int:
    """How many agreements somebody did not call kept at least once since last time."""
    return sum(bool(_since(card, period)) and not _kept_all(card, period) for card in _checked(sheets, period))


def actions(reading: Reading, sheets: Sequence[Sheet], period: Period) -> tuple[Looked, ...]:
    """What was taken on for a day until now and is not done, the earliest first."""
    cards = [card for sheet in sheets for card in sheet.cards if card.line.due_on and card.line.due_on <= period.to_on]
    due = sorted(
        (card for card in cards if stands(card, period) and not is_done(card, period)), key=lambda card: str(card.line.due_on)
    )
    return tuple(
        Looked(whose(reading, card), paragraphs(card.heading), f"Due {formats.short_day(card.line.due_on)}.")
        for card in due
        if card.line.due_on
    )


def _checked(sheets: Sequence[Sheet], period: Period) -> Iterator[Card]:
    for sheet in sheets:
        if sheet.ledger.shared and sheet.ledger.checks is Checks.KEPT:
            yield from (card for card in sheet.cards if stands(card, period))


def _since(card: Card, period: Period) -> list[CheckIn]:
    return [look for look in card.looks if period.from_on <= period.day(look.written_at) <= period.to_on]


def _kept_all(card: Card, period: Period) -> bool:
    return all(look.kept is Kept.YES for look in _since(card, period))


def _said(reading: Reading, card: Card, period: Period) -> str:
    said = []
    for person in reading.couple.partners:
        words = [look.kept.label.lower() for look in reversed(_since(card, period)) if look.person_id == person.id and look.kept]
        said.append(f"{isolated(person.name)}: {', '.join(words)}" if words else f"{isolated(person.name)}: not looked at")
    return f"{'; '.join(said)}."
