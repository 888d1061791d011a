"""Moving a couple to another edition: what changes for them step by step, and the act itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from practice.couples.models import Couple
from practice.db import db
from practice.people.models import Person
from practice.programme.models import Edition, Enrolment, PublishedStep, newest
from practice.programme.steps import Step
from practice.trail.models import record


class Fate(StrEnum):
    """What becomes of a step."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    SAME = "same"

    @property
    def label(self) -> str:
        return {"new": "New", "gone": "Gone", "changed": "Changed", "same": "Same"}[self.value]


@dataclass(frozen=True, slots=True)
class Change:
    """One step, what becomes of it, and in which respects."""

    slug: str
    title: str
    fate: Fate
    told: tuple[str, ...] = ()


def changes(old: Sequence[PublishedStep], new: Sequence[PublishedStep]) -> list[Change]:
    """What the new steps bring, in their order, and then what they leave out."""
    before = {published.slug: published for published in old}
    found = [_change(before.get(each.slug), each) for each in new]
    left = {each.slug for each in new}
    return found + [Change(each.slug, each.title, Fate.GONE) for each in old if each.slug not in left]


def move(couple: Couple, edition: Edition, *, by: Person) -> bool:
    """Let a couple go on with another edition; what was assigned keeps the version it was assigned in.

    Whether anything changed: a second press finds them there already.
    """
    # Of two moves at once one goes first, and only one row says where a couple is.
    db.session.execute(select(Couple.id).where(Couple.id == couple.id).with_for_update())
    query = select(Enrolment).where(Enrolment.couple_id == couple.id).execution_options(populate_existing=True)
    enrolment = db.session.scalar(query)
    before = enrolment.edition if enrolment else newest()
    if enrolment and before.id == edition.id:
        return False
    if enrolment is None:
        db.session.add(Enrolment(couple_id=couple.id, edition=edition))
    else:
        enrolment.edition = edition
    record("couple.moved", actor=by, subject=edition, couple=couple, before=before.public_id)
    return True


def _change(old: PublishedStep | None, new: PublishedStep) -> Change:
    if old is None:
        return Change(new.slug, new.title, Fate.NEW)
    told = tuple(_differences(old.step, new.step))
    return Change(new.slug, new.title, Fate.CHANGED if told else Fate.SAME, told)


def _differences(old: Step, new: Step) -> list[str]:
    """In which respects two versions of a step differ, each as a sentence."""
    words = ("title", "why", "what", "done_when", "smaller", "calm")
    working = (
        "together",
        "readers",
        "mechanics",
        "minutes",
        "most_private",
        "dailies",
        "ledgers",
        "texts",
        "ready",
        "turns",
        "pace",
    )
    told = ["Its words change."] if _differ(old, new, words) else []
    told += ["How it is worked at changes."] if _differ(old, new, working) else []
    told += ["What makes it done changes."] if old.done != new.done else []
    return told + _of_prompts(old, new) + _of_groups(old, new)


def _of_prompts(old: Step, new: Step) -> list[str]:
    before, after = ({prompt.key: prompt for prompt in step.prompts} for step in (old, new))
    told = [f"New question: {prompt.ask}" for key, prompt in after.items() if key not in before]
    told += [f"Question left out: {prompt.ask}" for key, prompt in before.items() if key not in after]
    return told + [f"Question changed: {prompt.ask}" for key, prompt in after.items() if key in before and before[key] != prompt]


def _of_groups(old: Step, new: Step) -> list[str]:
    """Whether questions stand in other groups or in another order, or the groups have other words."""
    before, after = ([(g.key, g.title, g.why, g.after, [p.key for p in g.prompts]) for g in s.groups] for s in (old, new))
    same_questions = {p.key for p in old.prompts} == {p.key for p in new.prompts}
    return ["Its groups of questions change."] if before != after and same_questions else []


def _differ(old: Step, new: Step, fields: tuple[str, ...]) -> bool:
    return any(getattr(old, field) != getattr(new, field) for field in fields)
