"""Ledgers as they are read: a partner's own page of all of them, and the coach's of a couple."""

from dataclasses import dataclass, field

from flask import render_template
from sqlalchemy.orm import joinedload, lazyload

from practice import policy
from practice.agreements import text_standing
from practice.agreements.adding import owner_of
from practice.agreements.causes import made_from_rows
from practice.agreements.check_forms import CheckForm
from practice.agreements.ledgers import Card, Sheet, between, cards_of, sheets_of
from practice.agreements.line_forms import ActForm
from practice.agreements.models import CheckIn, Line, Owner
from practice.agreements.telling import who_reads_look
from practice.couples import models as couples
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.programme.library import Ledger
from practice.programme.models import PublishedStep
from practice.web import me, on, partner_only


@dataclass(frozen=True, slots=True)
class Door:
    """A ledger to which its reader may add: their part of its step, and the ledger."""

    part: Homework
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Pressing:
    """A card with the form of its button."""

    card: Card
    form: ActForm | CheckForm
    who_reads: str = field(default="")


@partner_only
def ours() -> str:
    """Everything the two share, and one's own; what is to look at this week comes first."""
    couple = couples.of(me())
    cards = cards_for(couple)
    sheets, doors = sheets_of(cards), _doors()
    return render_template(
        "agreements/ours.html", couple=couple, sheets=sheets, pairs=between(sheets),
        to_look=[_to_look(card) for card in cards if card.is_asked and not card.mine_now] if couple.may_write else [],
        to_answer=[_to_answer(card) for card in cards if card.awaits_reader] if couple.may_write else [],
        doors=doors, empty_doors=[door for key, door in doors.items() if key not in {key_of(sheet) for sheet in sheets}],
        key_of=key_of, texts=text_standing.of_couple(couple),
    )  # fmt: skip


@on(Couple, "read")
def couple(couple: Couple) -> str:
    """The same for both, with every check-in, for their coach."""
    sheets = sheets_of(cards_for(couple))
    return render_template(
        "agreements/couple.html", couple=couple, sheets=sheets, pairs=between(sheets), opened=_opened(couple),
        texts=text_standing.of_couple(couple),
    )  # fmt: skip


def cards_for(couple: Couple) -> list[Card]:
    """Every line of a couple that whoever is signed in may see."""
    lines = policy.rows(me(), Line).where(Line.couple_id == couple.id)
    return cards_of(lines, policy.rows(me(), CheckIn), me())


def key_of(sheet: Sheet) -> tuple[str, str]:
    """The step and the ledger of a sheet."""
    return sheet.step, sheet.ledger.key


def known_to(couple: Couple, ledger: Ledger, *, shared: bool, besides: int | None = None) -> list[Card]:
    """The lines to which one of this ledger may answer: never a private one from one that both read."""
    if not ledger.about:
        return []
    lines = policy.rows(me(), Line).where(Line.couple_id == couple.id, Line.ledger == ledger.about, Line.shared.is_(shared))
    cards = cards_of(lines, policy.rows(me(), CheckIn), me())
    return [card for card in cards if card.line.state.is_open or card.id == besides]


def choices_of(known: list[Card]) -> list[tuple[str, str]]:
    """Cards to choose from, by their first words."""
    return [(card.line.public_id, card.heading[:120]) for card in known]


def owners_of(couple: Couple) -> list[tuple[str, str]]:
    """Whose task it may be, in words for whoever writes."""
    other = couple.other(me())
    mine, theirs = owner_of(couple, me()).value, owner_of(couple, other).value
    return [(mine, f"{me().name} (you)"), (theirs, other.name), (Owner.BOTH.value, "Both of you")]


def _to_look(card: Card) -> Pressing:
    told = who_reads_look(card.line.couple, me(), shared=card.line.shared)
    return Pressing(card, check_form(card), told)


def _to_answer(card: Card) -> Pressing:
    return Pressing(card, ActForm(formdata=None, data={"answering_as": me().public_id, "revision": card.line.revision}))


def check_form(card: Card) -> CheckForm:
    """The form about this week, with what its reader has said already."""
    said = card.mine_now
    words = {"kept": said.kept, "hours": said.hours, "note": said.text} if said else {}
    return CheckForm(card.line, card.week, fresh=True, answering_as=me().public_id, **words)


def _opened(couple: Couple) -> list[tuple[Assignment, Ledger]]:
    """Steps from whose revealed rows lines may be made, and the ledger for them."""
    given = policy.rows(me(), Assignment, "make_causes").where(
        Assignment.couple_id == couple.id, Assignment.withdrawn_at.is_(None)
    )
    whole = given.options(joinedload(Assignment.published).undefer(PublishedStep.body)).order_by(Assignment.id)
    return [(each, ledger) for each in db.session.scalars(whole) if each.is_revealed and (ledger := made_from_rows(each))]


def _doors() -> dict[tuple[str, str], Door]:
    """By step and ledger: the newest part of one's own in which lines may be added."""
    step = joinedload(Homework.assignment).options(
        lazyload(Assignment.parts), joinedload(Assignment.published).undefer(PublishedStep.body)
    )
    parts = policy.rows(me(), Homework, "write").options(step, lazyload(Homework.reflections)).order_by(Homework.id)
    return {
        (part.assignment.published.slug, ledger.key): Door(part, ledger)
        for part in db.session.scalars(parts).unique()
        if not part.assignment.is_withdrawn
        for ledger in part.assignment.published.step.ledgers
    }
