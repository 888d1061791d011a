"""Which of the shared words of a period may stand in a report for both, and what still holds the others back."""

from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from practice import policy
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.reflections import Answer, Reflection
from practice.programme.library import Readers
from practice.reporting.period import Period


@dataclass(frozen=True)
class Chosen:
    """Counts of reflections on shared steps; only their coach may know them."""

    free: int  # chosen and released: these are printed
    held_back: tuple[tuple[int, str, int], ...]  # chosen, not released: place and name of the writer, how many
    not_chosen: int  # open to both, not chosen
    sealed: int  # chosen, not opened to both
    anything: bool  # whether anything at all was given, sent or opened


def chosen(couple: Couple, period: Period) -> Chosen:
    """What a report on this period would find."""
    sent, meant_for_both = _sent(couple), _meant_for_both(couple)
    shared = [one for one in sent if one.homework.assignment.together and one.id in meant_for_both]
    opened = [list(group) for _, group in groupby((one for one in shared if period.holds(one.revealed_at)), _part)]
    free = [group for group in opened if any(one.chosen_at and one.released_at for one in group)]
    held = [group[0].homework.person for group in opened if group not in free and any(one.chosen_at for one in group)]
    return Chosen(
        free=len(free),
        held_back=tuple((couple.position(who), who.name, held.count(who)) for who in couple.partners if who in held),
        not_chosen=sum(not any(one.chosen_at for one in group) for group in opened),
        sealed=sum(one.chosen_at is not None and not one.is_revealed and period.holds(one.submitted_at) for one in shared),
        anything=_anything(couple, sent, period),
    )


def _sent(couple: Couple) -> list[Reflection]:
    rows = policy.rows(couple.coach, Reflection).join(Reflection.homework).join(Homework.assignment)
    theirs = rows.where(Assignment.couple_id == couple.id).options(joinedload(Reflection.homework))
    theirs = theirs.order_by(Reflection.homework_id, Reflection.attempt)
    return list(db.session.scalars(theirs).unique())


def _meant_for_both(couple: Couple) -> set[int]:
    answers = policy.rows(couple.coach, Answer).with_only_columns(Answer.reflection_id).join(Answer.reflection)
    theirs = answers.join(Reflection.homework).join(Homework.assignment).where(Assignment.couple_id == couple.id)
    return set(db.session.scalars(theirs.where(Answer.readers == Readers.BOTH)))


def _anything(couple: Couple, sent: list[Reflection], period: Period) -> bool:
    given = db.session.scalars(select(Assignment.assigned_at).where(Assignment.couple_id == couple.id))
    moments = [*given, *(one.submitted_at for one in sent), *(one.revealed_at for one in sent)]
    return any(period.holds(moment) for moment in moments)


def _part(one: Reflection) -> int:
    return one.homework_id
