"""Reports asked for, which the worker makes once it runs, and copies for somebody outside with who has consented."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from practice.db import public_id
from practice.reporting import consents
from practice.reporting.asking import ask
from practice.reporting.consents import Consent
from practice.reporting.models import Audience
from practice.reporting.releases import Holding, Release, Terms
from practice.sample.living.stage import Deed, Stage
from practice.sample.living.stories import Copy, Paper


def of_paper(told: Paper, stage: Stage) -> Iterator[Deed]:
    """A progress report on the weeks before it was asked for."""
    yield Deed(stage.calendar.at_work(told.on), lambda: _ask(told, stage))


def of_copy(told: Copy, stage: Stage) -> Iterator[Deed]:
    """Prepared on a morning; each who consents does so on an evening."""
    calendar, made = stage.calendar, list[Release]()
    yield Deed(calendar.at_work(told.on), lambda: made.append(_prepare(told, stage)))
    for who, days in told.consents.items():
        yield Deed(calendar.after_work(days), partial(_consent, made, stage, who))


def _ask(told: Paper, stage: Stage) -> None:
    couple, to_on = stage.both, stage.calendar.day(told.on)
    ask(couple, Audience(told.audience), to_on - timedelta(weeks=told.weeks), to_on, by=couple.coach)


def _prepare(told: Copy, stage: Stage) -> Release:
    couple, to_on = stage.both, stage.calendar.day(told.on)
    days = (to_on - timedelta(weeks=told.weeks), to_on, to_on + timedelta(days=told.open_for))
    terms = Terms(Audience(told.audience), told.recipient, told.purpose, tuple(map(Holding, told.holds)), *days)
    return consents.prepare(couple, terms, by=couple.coach, key=public_id())


def _consent(made: list[Release], stage: Stage, who: str) -> None:
    [release] = made
    own: Consent = next(each for each in release.consents if each.person_id == stage.person(who).id)
    own.give(own.person.name)
