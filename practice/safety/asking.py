"""Asking: both at the same moment, or one alone by the coach's act; nobody learns whether the other was asked or answered."""

from datetime import timedelta

from sqlalchemy import Select, func, select

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import db, insert_once
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.safety.models import SafetyRhythm, SafetyScreen, Unit
from practice.safety.rhythm import USUAL, Rhythm, Since, is_due
from practice.trail.models import record

_SECOND_CLICK = timedelta(minutes=1)
_THREE = (Couple.first, Couple.second, Couple.coach)


def open_for(person: Person) -> SafetyScreen | None:
    """What somebody is asked at present: the newest, if there are several."""
    return db.session.scalar(_open(person).order_by(SafetyScreen.id.desc()).limit(1))


def ask_both(couple: Couple, *, by: Person | None) -> None:
    """Ask both now, each anew, whether or not they answered the last time. Raises: Refused while they rest.

    When one is asked must never hang on what the other did: not even on whether the other has answered yet. Only a second
    click soon after the first changes nothing.
    """
    _go_first(couple)
    newest = select(SafetyScreen.round, SafetyScreen.asked_at).where(
        SafetyScreen.couple_id == couple.id, SafetyScreen.round.is_not(None)
    )
    last = db.session.execute(newest.order_by(SafetyScreen.round.desc()).limit(1)).first()
    if last and clock.now() - last.asked_at < _SECOND_CLICK:
        return
    for person in couple.partners:
        _ask(couple, person, last.round + 1 if last else 1, by)


def ask_alone(couple: Couple, person: Person, *, by: Person) -> None:
    """Ask one of the two; whoever is asked already is not asked again. Raises: Refused while they rest."""
    _go_first(couple)
    if open_for(person) is None:
        _ask(couple, person, None, by)


def rhythm_of(couple: Couple) -> Rhythm:
    """How often a couple is asked."""
    kept = db.session.scalar(select(SafetyRhythm).where(SafetyRhythm.couple_id == couple.id))
    return _rhythm(kept)


def set_rhythm(couple: Couple, rhythm: Rhythm, *, by: Person) -> None:
    """Ask them in another rhythm from now on."""
    values = {"at_first": rhythm.at_first, "unit": rhythm.unit, "every": rhythm.every}
    if not insert_once(SafetyRhythm, couple_id=couple.id, **values):
        kept = db.session.scalars(select(SafetyRhythm).where(SafetyRhythm.couple_id == couple.id)).one()
        kept.at_first, kept.unit, kept.every = rhythm.at_first, rhythm.unit, rhythm.every
    record("safety.rhythm_set", actor=by, subject=couple, couple=couple, unit=rhythm.unit, every=rhythm.every)


def due() -> list[int]:
    """Ids of couples at work who are to be asked by now: one query, however many there are.

    While one of the two is shut out, or the coach who alone would read it, nobody is asked.
    """
    asked_at = (
        select(func.max(SafetyScreen.asked_at))
        .where(SafetyScreen.couple_id == Couple.id, SafetyScreen.round.is_not(None))
        .scalar_subquery()
    )
    steps = select(func.count(Assignment.id)).where(
        Assignment.couple_id == Couple.id, Assignment.together, Assignment.withdrawn_at.is_(None),
        (Assignment.assigned_at > asked_at) | asked_at.is_(None),
    )  # fmt: skip
    rows = (
        select(Couple.id, Couple.began_at, asked_at, steps.scalar_subquery(), SafetyRhythm)
        .outerjoin(SafetyRhythm, SafetyRhythm.couple_id == Couple.id)
        .where(Couple.state == CoupleState.ACTIVE, *(who.has(Person.disabled_at.is_(None)) for who in _THREE))
    )
    now = clock.now()
    return [
        couple_id
        for couple_id, began_at, asked, given, kept in db.session.execute(rows)
        if is_due(_rhythm(kept), Since(began_at, asked, given), now)
    ]


def ask_if_due(couple_id: int) -> None:
    """Ask a couple unless another worker, or their coach, was quicker."""
    couple = db.session.get_one(Couple, couple_id)
    _lock(couple)
    if couple_id in due():
        ask_both(couple, by=None)


def _go_first(couple: Couple) -> None:
    _lock(couple)
    if not couple.may_write:
        raise Refused("They can be asked once both have joined and signed, and while their work does not rest.")


def _lock(couple: Couple) -> None:
    """Of two who ask at the same moment one is first, and the second sees what was done."""
    db.session.refresh(couple, ["state"], with_for_update={"key_share": True})


def _ask(couple: Couple, person: Person, number: int | None, by: Person | None) -> None:
    screen = SafetyScreen(couple_id=couple.id, person_id=person.id, round=number, asked_at=clock.now())
    db.session.add(screen)
    record("safety.asked", actor=by, subject=screen, couple=couple)
    db.session.flush()


def _open(person: Person) -> Select[SafetyScreen]:
    return select(SafetyScreen).where(SafetyScreen.person_id == person.id, SafetyScreen.answered_at.is_(None))


def _rhythm(kept: SafetyRhythm | None) -> Rhythm:
    return Rhythm(kept.at_first, Unit(kept.unit), kept.every) if kept else USUAL
