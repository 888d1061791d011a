"""Lines of ledgers that every reader of a report may know, and what has become of them by the last of its days."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from practice import keyring, policy
from practice.agreements.checking import monday, weeks
from practice.agreements.gaps import Gaps
from practice.agreements.ledgers import Card, Sheet, between, cards_of, sheets_of
from practice.agreements.models import CheckIn, Kept, Line, LineState
from practice.db import db
from practice.reporting.audience import Reading
from practice.reporting.period import Period


@dataclass(frozen=True)
class Looks:
    """In how many weeks all concerned have looked at a line, and in how many of these all said that it was kept."""

    weeks: int = 0
    kept: int = 0


@dataclass(frozen=True)
class Cures:
    """Causes named, those that an action answers to, those with a finished one."""

    named: int = 0
    met: int = 0
    cured: int = 0


@dataclass(frozen=True)
class _Then:
    """A line as it stood at the end of the period, as far as causes and actions ask."""

    id: int
    state: str
    about_id: int | None


def sheets(reading: Reading) -> list[Sheet]:
    """Every ledger with its lines, but for words that can no longer be opened."""
    lines, looks = select(Line).where(Line.couple_id == reading.couple.id), select(CheckIn)
    for reader in reading.readers:
        lines = lines.where(Line.id.in_(policy.rows(reader, Line).with_only_columns(Line.id)))
        looks = looks.where(CheckIn.id.in_(policy.rows(reader, CheckIn).with_only_columns(CheckIn.id)))
    opened = [line.id for line in db.session.scalars(lines).unique() if _opens(line)]
    return sheets_of(cards_of(select(Line).where(Line.id.in_(opened)), looks, reading.couple.coach))


def stands(card: Card, period: Period) -> bool:
    """Whether it held or was done within these days: said yes to where that is needed, not let go, not kept waiting."""
    line = card.line
    begun = line.agreed_at if card.ledger.agreed else line.written_at
    over_before = line.ended_at is not None and period.day(line.ended_at) < period.from_on
    let_go = line.state is LineState.LET_GO and period.is_over_by(line.ended_at)
    return period.is_over_by(begun) and not over_before and not let_go and not line.waits


def is_done(card: Card, period: Period) -> bool:
    """Whether it was done by the last day."""
    return card.line.state is LineState.DONE and period.is_over_by(card.line.ended_at)


def looked_at(card: Card, period: Period) -> Looks:
    """The weeks of this time, as those concerned have all looked at them."""
    within = [look for look in card.looks if monday(period.from_on) <= look.week_on <= period.to_on]
    common = weeks(within, card.line.concerned)
    kept = [week for week in common if all(look.kept is Kept.YES for look in within if look.week_on == week)]
    return Looks(len(common), len(kept))


def total(looks: Sequence[Looks]) -> Looks:
    """Several lines together."""
    return Looks(sum(each.weeks for each in looks), sum(each.kept for each in looks))


def cures(found: Sequence[Sheet], period: Period) -> Cures:
    """Of the shared causes, as they stood on the last day."""
    pairs = [pair for pair in between(found) if (pair.causes or pair.actions) and _shared(pair.causes or pair.actions)]
    gaps = [Gaps(_then(pair.causes, period), _then(pair.actions, period)) for pair in pairs]
    named = sum(len(each.standing) for each in gaps)
    without = sum(len(each.without_action) for each in gaps)
    return Cures(named, named - without, sum(len(each.cured) for each in gaps))


def _shared(sheet: Sheet | None) -> bool:
    return sheet is not None and sheet.ledger.shared


def _then(sheet: Sheet | None, period: Period) -> list[_Then]:
    cards = [card for card in (sheet.cards if sheet else []) if period.is_over_by(card.line.written_at)]
    return [_Then(card.id, _state(card, period), card.about_id) for card in cards]


def _state(card: Card, period: Period) -> str:
    ended = period.is_over_by(card.line.ended_at)
    return card.line.state if ended or card.line.state.is_open else LineState.AGREED


def _opens(line: Line) -> bool:
    try:
        return bool(line.text)
    except keyring.Sealed:
        return False  # its writer was erased
