"""A part's own plan, how it went afterwards, and "not yet"."""

from collections.abc import Iterator

from practice.db import public_id
from practice.homework import not_yet, plans, ratings
from practice.homework.plans import Intention
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import NotYet, Plan


def of_plan(plan: Plan, stage: Stage) -> Iterator[Deed]:
    """Planned, and looked back on by its writer and by the coach."""
    calendar = stage.calendar
    yield Deed(calendar.after_work(plan.on), lambda: plans.make(stage.part(plan.step, plan.who), Intention(**plan.plan)))
    if plan.after:
        days, amount, quality, difficulty, helpfulness, words = plan.after
        numbers = {"amount": amount, "quality": quality, "difficulty": difficulty, "helpfulness": helpfulness}
        yield Deed(calendar.after_work(days), lambda: ratings.look_back(stage.part(plan.step, plan.who), words, **numbers))
    if plan.coach:
        yield Deed(calendar.at_work(plan.coach[0]), lambda: _rate(plan, stage))


def _rate(plan: Plan, stage: Stage) -> None:
    _, amount, quality = plan.coach
    ratings.rate(stage.part(plan.step, plan.who), amount=amount, quality=quality, by=stage.both.coach)


def of_not_yet(told: NotYet, stage: Stage) -> Iterator[Deed]:
    """Said on an evening, with a reason."""

    def say() -> None:
        not_yet.say(stage.part(told.step, told.who), not_yet.Reason(told.reason), told.words, save_key=public_id())

    yield Deed(stage.calendar.after_work(told.on), say)
