"""What is known of a couple's steps, gathered in as many questions however many there are, for their coach."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from practice.agreements.models import CheckIn, Line, LineState
from practice.couples.models import Couple
from practice.db import db
from practice.homework.models import Assignment, Homework
from practice.homework.overview import Mark
from practice.homework.reflections import Answer
from practice.homework.states import State
from practice.journal.models import Entry
from practice.keyring import Sealed
from practice.programme.answers import filled_rows
from practice.programme.models import PublishedStep
from practice.programme.prompts import Readers
from practice.programme.steps import Step
from practice.programme.ways import DoneKind
from practice.way import done
from practice.way.done import Entered, Fact, Noted, Rows, Sent
from practice.way.joint import Joint

_LISTS = (DoneKind.ROWS, DoneKind.COLUMN)


@dataclass(frozen=True, slots=True)
class Standing:
    """One step that was given, and the facts of its "done when"."""

    slug: str
    title: str
    number: int
    facts: tuple[Fact, ...]
    words: str  # "done when", as the partners read it

    @property
    def is_done(self) -> bool:
        return done.is_done(self.facts)


def of_couple(couple: Couple) -> list[Standing]:
    """Every step that was given and stands, in the order of the programme; of what was given twice what was given last."""
    parts = _newest(couple)
    all_parts = [part for of_step in parts.values() for part in of_step]
    if not all_parts:
        return []
    sent, noted = _sent(all_parts), _noted(all_parts)
    lines, joint = _lines(couple), Joint.of({part.assignment_id for part in all_parts if part.assignment.together})
    found = []
    for slug, of_step in parts.items():
        published = of_step[0].assignment.published
        step, people = published.step, sorted(part.person_id for part in of_step)
        about = {ledger.about for ledger in step.ledgers if ledger.about}
        rows = Rows(
            people=people,
            sent={part.person_id: sent[part.id] for part in of_step if part.id in sent},
            is_revealed=of_step[0].assignment.is_revealed,
            noted=[entry for part in of_step for entry in noted[part.id]],
            lines=[line for its, line in lines if its == slug],
            answered_to=[line for _, line in lines if line.ledger in about],
            signed=joint.signed[of_step[0].assignment_id],
            approved=joint.approved[of_step[0].assignment_id],
            heard=joint.heard[of_step[0].assignment_id],
        )
        found.append(Standing(slug, published.title, published.position, done.facts(step, rows), step.done_when))
    return sorted(found, key=lambda each: (each.number, each.slug))


def honest(marks: Sequence[Mark], standings: Sequence[Standing]) -> list[Mark]:
    """The strip of a couple's steps, told by facts where a step says when it is done."""
    done_or_not = {each.slug: "done" if each.is_done else "under_way" for each in standings if each.facts}
    return [replace(mark, state=done_or_not.get(mark.slug, mark.state)) for mark in marks]


def _newest(couple: Couple) -> dict[str, list[Homework]]:
    """By step, the parts that were given last: of a joint step both, of an own one each person's."""
    rows = (
        select(Homework)
        .join(Homework.assignment)
        .where(Assignment.couple_id == couple.id, Assignment.withdrawn_at.is_(None), Homework.state != State.WITHDRAWN)
        .options(joinedload(Homework.assignment).joinedload(Assignment.published).undefer(PublishedStep.body))
    )
    newest: dict[tuple[str, int], Homework] = {}
    for part in db.session.scalars(rows.order_by(Homework.id)).unique():
        newest[part.assignment.published.slug, part.person_id] = part
    found: dict[str, list[Homework]] = defaultdict(list)
    for (slug, _), part in newest.items():
        found[slug].append(part)
    return found


def _sent(parts: Sequence[Homework]) -> dict[int, Sent]:
    """What each part has sent last, by its id. Only lists that the coach may read are opened."""
    latest = {part.latest.id: part for part in parts if part.latest}
    asked = {part.id: _asked(part.assignment.published.step) for part in parts}
    keys = {key for prompts, _ in asked.values() for key in prompts}
    rows = select(Answer).where(Answer.reflection_id.in_(latest), Answer.prompt_key.in_(keys))
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in db.session.scalars(rows):
        answers[latest[answer.reflection_id].id].append(answer)
    return {part.id: _as_sent(part, answers[part.id], asked[part.id][1]) for part in latest.values()}


def _asked(step: Step) -> tuple[set[str], set[str]]:
    """Which answers the facts of a step ask about, and which of these are lists to be counted."""
    lists = {each.of for each in step.done if each.kind in _LISTS}
    return lists | {each.of for each in step.done if each.kind is DoneKind.ANSWERED}, lists


def _as_sent(part: Homework, answers: Iterable[Answer], lists: Collection[str]) -> Sent:
    opened = {answer.prompt_key: _opened(answer) for answer in answers if answer.prompt_key in lists}
    return Sent(
        reviewed=part.state is State.REVIEWED,
        answered=frozenset(answer.prompt_key for answer in answers),
        own=frozenset(key for key, found in opened.items() if found is None),
        lists={key: found for key, found in opened.items() if found is not None},
    )


def _opened(answer: Answer) -> list[dict[str, str]] | None:
    """The lines of a list; None where they are for their writer alone, or gone with their writer's keys."""
    if answer.readers is Readers.ONLY_ME:
        return None
    try:
        return list(filled_rows(answer.value))
    except Sealed:
        return None


def _noted(parts: Sequence[Homework]) -> dict[int, list[Noted]]:
    ids = [part.id for part in parts]
    rows = select(Entry.homework_id, Entry.person_id, Entry.key, Entry.on, Entry.kind).where(Entry.homework_id.in_(ids))
    found: dict[int, list[Noted]] = defaultdict(list)
    for homework_id, person_id, key, on, kind in db.session.execute(rows.distinct()):
        found[homework_id].append(Noted(person_id, key, on, kind))
    return found


def _lines(couple: Couple) -> list[tuple[str, Entered]]:
    """Every line of the couple's ledgers with its step, for lines live on after the step."""
    rows = select(Line.id, Line.step, Line.ledger, Line.author_id, Line.shared, Line.state, Line.about_id)
    looks: dict[int, set[tuple[int, date]]] = defaultdict(set)
    checks = select(CheckIn.line_id, CheckIn.person_id, CheckIn.week_on).join(Line, Line.id == CheckIn.line_id)
    for line_id, person_id, week_on in db.session.execute(checks.where(Line.couple_id == couple.id)):
        looks[line_id].add((person_id, week_on))
    both = frozenset((couple.first_id, couple.second_id))
    return [
        (step, Entered(
            line_id, ledger, author, both if shared else frozenset((author,)), stands=state in (LineState.AGREED, LineState.DONE),
            is_done=state is LineState.DONE, about=about, looks=frozenset(looks[line_id]),
        ))
        for line_id, step, ledger, author, shared, state, about in db.session.execute(rows.where(Line.couple_id == couple.id))
    ]  # fmt: skip
