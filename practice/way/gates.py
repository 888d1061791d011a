"""Gates: what still has to come first before a step opens further, as facts for the coach and never for a partner."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import undefer

from practice.agreements import larger
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.turns.models import Opening, Readiness


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that comes first, of one of the two."""

    person: Person
    what: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Gate:
    """What comes before one step, or before the larger plans in it."""

    slug: str
    title: str
    sentence: str
    is_open: bool
    comes_first: Sequence[Held]
    given: Assignment | None = None  # where the coach may open it in spite of that, with a reason


def of_couple(couple: Couple, steps: Sequence[PublishedStep], among: Collection[str]) -> list[Gate]:
    """The gates of those steps of the couple's edition that are planned or given (by slug)."""
    rows = select(Homework).join(Homework.assignment).where(Assignment.couple_id == couple.id, Assignment.withdrawn_at.is_(None))
    parts = db.session.scalars(rows.order_by(Homework.id)).unique().all()
    newest = {part.assignment.published.slug: part.assignment for part in parts}
    ready, opened = _ready(newest.values())
    found = []
    for published in _with_bodies([step for step in steps if step.slug in among]):
        step, given = published.step, newest.get(published.slug)
        if step.ready:
            is_open = given is not None and given.id in opened
            said = ready.get(given.id, set()) if given else set()
            held = [Held(person, "ready", person.id in said) for person in couple.partners]
            found.append(Gate(published.slug, published.title, _READY[is_open, given is not None], is_open, held, given))
        if any(ledger.larger for ledger in step.ledgers):
            facts = larger.facts(couple, steps, parts)
            held = [Held(fact.person, fact.title, fact.is_under_way) for fact in facts]
            met = larger.is_met(facts)
            found.append(Gate(published.slug, published.title, _LARGER[met], met, held, given))
    return found


def _with_bodies(steps: Sequence[PublishedStep]) -> Sequence[PublishedStep]:
    rows = select(PublishedStep).where(PublishedStep.id.in_([step.id for step in steps])).options(undefer(PublishedStep.body))
    return db.session.scalars(rows.order_by(PublishedStep.position)).all()


_READY = {
    (True, True): "You have opened it.",
    (False, True): "It opens once both have told you privately that they are ready, and you open it.",
    (False, False): "Each is asked privately whether they are ready once it is given.",
}
_LARGER = {
    True: "What comes before larger plans is under way. Each larger plan still waits for you to open it.",
    False: "Larger plans wait until what comes before them is under way with both. You can open one sooner, with a reason.",
}


def _ready(given: Collection[Assignment]) -> tuple[dict[int, set[int]], set[int]]:
    """Who has said that they are ready, by assignment, and which assignments are open."""
    ids = [assignment.id for assignment in given]
    said = select(Homework.assignment_id, Homework.person_id).join(Readiness, Readiness.homework_id == Homework.id)
    ready: dict[int, set[int]] = {}
    for assignment_id, person_id in db.session.execute(said.where(Homework.assignment_id.in_(ids))):
        ready.setdefault(assignment_id, set()).add(person_id)
    standing = select(Opening.assignment_id).where(Opening.assignment_id.in_(ids), Opening.closed_at.is_(None))
    return ready, set(db.session.scalars(standing))
