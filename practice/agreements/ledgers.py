"""Ledgers as they are read: every line with what was said of it, week by week, as far as its reader may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import Select
from sqlalchemy.orm import joinedload, lazyload

from practice import clock
from practice.agreements.checking import kept_share, monday, weeks
from practice.agreements.gaps import Gaps
from practice.agreements.models import CheckIn, Kept, Line, LineState, Owner
from practice.db import db
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.programme.library import Ledger
from practice.programme.models import PublishedStep


@dataclass(frozen=True, slots=True)
class Card:
    """One line for one reader; `looks` are the check-ins this reader may know, newest first."""

    line: Line
    ledger: Ledger
    told: list[tuple[str, str]]
    heading: str
    looks: list[CheckIn]
    reader: Person
    about: str = ""  # the line it answers to

    @property
    def id(self) -> int:
        return self.line.id

    @property
    def state(self) -> str:
        return self.line.state

    @property
    def about_id(self) -> int | None:
        return self.line.about_id

    @property
    def owners(self) -> list[Person]:
        """Whose task it is."""
        couple = self.line.couple
        return {Owner.FIRST: [couple.first], Owner.SECOND: [couple.second]}.get(self.line.owner, list(couple.partners))

    @property
    def week(self) -> date:
        """The week in which its reader lives."""
        return monday(clock.today(self.reader.time_zone))

    @property
    def mine_now(self) -> CheckIn | None:
        """What its reader has said this week."""
        return next((look for look in self.looks if look.week_on == self.week and look.person_id == self.reader.id), None)

    @property
    def is_asked(self) -> bool:
        """Whether its reader may say how it goes this week."""
        return self.reader.id in self.line.concerned and self.line.is_looked_at(clock.today(self.reader.time_zone))

    @property
    def awaits_reader(self) -> bool:
        return self.line.awaits_yes_of(self.reader)

    @property
    def by_week(self) -> list[tuple[date, list[CheckIn]]]:
        """Newest week first; in each the first partner's word before the second's."""
        ordered = sorted(self.looks, key=lambda look: self.line.couple.position(look.person))
        ordered.sort(key=lambda look: look.week_on, reverse=True)
        return [(week, list(said)) for week, said in groupby(ordered, key=lambda look: look.week_on)]

    @property
    def weeks_looked_at(self) -> int:
        """In how many weeks all concerned have looked; its reader knows of no other."""
        return len(weeks(self.looks, self.line.concerned))

    @property
    def times_kept(self) -> int:
        return sum(look.kept is Kept.YES for look in self.looks)

    @property
    def kept_share(self) -> float | None:
        return kept_share(self.looks)

    @property
    def state_label(self) -> str:
        """How far it has come, in a word."""
        if self.line.waits and self.line.state.is_open:
            return "Not yet"
        labels = {LineState.PROPOSED: "Waits for a yes", LineState.DONE: "Done", LineState.LET_GO: "Let go"}
        return labels.get(self.line.state, "Agreed" if self.ledger.agreed else "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One ledger of one step with its lines; what is not shared has one person's lines."""

    step: str
    title: str
    ledger: Ledger
    whose: Person | None
    cards: list[Card]

    @property
    def standing(self) -> list[Card]:
        return [card for card in self.cards if card.line.state.is_open]

    @property
    def done(self) -> list[Card]:
        return [card for card in self.cards if card.line.state is LineState.DONE]

    @property
    def let_go(self) -> list[Card]:
        return [card for card in self.cards if card.line.state is LineState.LET_GO]


def cards_of(lines: Select[Line], looks: Select[CheckIn], reader: Person) -> list[Card]:
    """Every permitted line with its permitted check-ins, in two questions, oldest line first."""
    step = joinedload(Line.assignment).options(
        lazyload(Assignment.parts), joinedload(Assignment.published).undefer(PublishedStep.body)
    )
    found = db.session.scalars(lines.options(step).order_by(Line.id)).unique().all()
    ids = lines.with_only_columns(Line.id).order_by(None)
    said: dict[int, list[CheckIn]] = {}
    for look in db.session.scalars(looks.where(CheckIn.line_id.in_(ids)).order_by(CheckIn.week_on.desc(), CheckIn.id)):
        said.setdefault(look.line_id, []).append(look)
    headings = {line.id: line.wording.heading(line.noun) for line in found}
    return [
        Card(
            line, line.noun, line.wording.told(line.noun), headings[line.id], said.get(line.id, []), reader,
            headings.get(line.about_id, "") if line.about_id else "",
        )
        for line in found
    ]  # fmt: skip


def sheets_of(cards: Sequence[Card]) -> list[Sheet]:
    """The cards by ledger, and those that are not shared by whose they are; in the order in which they were begun."""
    kept: dict[tuple[str, str, int | None], list[Card]] = {}
    for card in cards:
        whose = None if card.line.shared else card.line.author_id
        kept.setdefault((card.line.step, card.line.ledger, whose), []).append(card)
    return [
        Sheet(step, held[-1].line.assignment.published.title, held[-1].ledger, held[-1].line.author if whose else None, held)
        for (step, _, whose), held in kept.items()
    ]


@dataclass(frozen=True, slots=True)
class Between:
    """Two ledgers of which one answers to the other, and what is open between them."""

    causes: Sheet | None
    actions: Sheet | None
    gaps: Gaps[Card]


def between(sheets: Sequence[Sheet]) -> list[Between]:
    """Every such pair; either may still lack its other half."""
    pairs: list[tuple[Sheet | None, Sheet | None]] = [
        (next((causes for causes in sheets if _answers(actions, causes)), None), actions)
        for actions in sheets
        if actions.ledger.about
    ]
    met = [causes for causes, _ in pairs]
    pairs += [(causes, None) for causes in sheets if causes.ledger.made_from and causes not in met]
    return [Between(one, two, Gaps(one.cards if one else [], two.cards if two else [])) for one, two in pairs]


def _answers(actions: Sheet, causes: Sheet) -> bool:
    return actions.ledger.about == causes.ledger.key and actions.whose is causes.whose
