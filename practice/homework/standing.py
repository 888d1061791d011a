"""How far couples have come with their steps: one line a couple, counted in one query however many there are."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, case, func, select

from practice import clock
from practice.db import db
from practice.homework.models import Assignment, Homework, State
from practice.programme.models import PublishedStep

STUCK_AFTER = timedelta(days=7)
_SENT = (State.SUBMITTED, State.REVIEWED)
_OPEN = tuple(state for state in State if state.is_open)


@dataclass(frozen=True, slots=True)
class Standing:
    """One couple's way so far."""

    done: int = 0  # steps that everybody they were given to has sent
    open: int = 0  # parts that somebody may still write
    waiting: int = 0  # parts sent and not yet reviewed
    given_at: datetime | None = None
    acted_at: datetime | None = None  # when either last opened or sent something

    @property
    def is_stuck(self) -> bool:
        """Whether something is open and nobody has opened or sent anything for a week."""
        return self.was_stuck(clock.now())

    def was_stuck(self, moment: datetime) -> bool:
        """The same at another moment, as far as what has happened until now tells."""
        last = max((at for at in (self.given_at, self.acted_at) if at), default=None)
        return self.open > 0 and last is not None and moment - last >= STUCK_AFTER

    @property
    def is_idle(self) -> bool:
        """Whether nothing is open and nothing waits to be read: they could go on."""
        return self.open == 0 and self.waiting == 0

    def acted_on(self, zone: str) -> date | None:
        """The day of the last activity on somebody's calendar."""
        return self.acted_at.astimezone(ZoneInfo(zone)).date() if self.acted_at else None


def of_couples(permitted: Select[Homework], among: Collection[int]) -> dict[int, Standing]:
    """Where each of these couples (by id) stands, as far as the permitted parts tell; every one has a line."""
    steps = (
        select(
            Assignment.couple_id,
            func.min(case((Homework.state.in_(_SENT), 1), else_=0)).label("done"),
            func.sum(case((Homework.state.in_(_OPEN), 1), else_=0)).label("open"),
            func.sum(case((Homework.state == State.SUBMITTED, 1), else_=0)).label("waiting"),
            func.max(Assignment.assigned_at).label("given_at"),
            func.max(Homework.opened_at).label("opened_at"),
            func.max(Homework.submitted_at).label("sent_at"),
        )
        .select_from(Homework)
        .join(Homework.assignment)
        .join(PublishedStep, PublishedStep.id == Assignment.published_step_id)
        .where(Homework.id.in_(permitted.with_only_columns(Homework.id)), Homework.state != State.WITHDRAWN)
        .where(Assignment.couple_id.in_(among))
        .group_by(Assignment.couple_id, PublishedStep.slug)
        .subquery()
    )
    c = steps.c
    counts = (func.sum(c.done), func.sum(c.open), func.sum(c.waiting))
    moments = (func.max(c.given_at), func.max(c.opened_at), func.max(c.sent_at))
    found = dict.fromkeys(among, Standing())
    for couple_id, done, still_open, waiting, given_at, *acts in db.session.execute(
        select(c.couple_id, *counts, *moments).group_by(c.couple_id)
    ):
        found[couple_id] = Standing(done, still_open, waiting, given_at, max((at for at in acts if at), default=None))
    return found
