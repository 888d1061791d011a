"""Which open questions are worth a word in somebody's neutral letter, and how often that was done."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import select, update

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import changed, db
from practice.measures.models import Asking, Occasion, State

MOST = 2  # letters for one occasion
AGAIN_AFTER = timedelta(days=3)


def worth_it(people: Collection[int], moments: dict[int, datetime]) -> dict[int, list[Occasion]]:
    """Open occasions of these people (by id) of which to remind in the letter that is due at each one's moment.

    It is new; or it still waits some days after the first letter.
    """
    rows = (
        select(Asking.person_id, Occasion)
        .join(Occasion, Occasion.asking_id == Asking.id)
        .join(Couple, Couple.id == Asking.couple_id)
        .where(Asking.person_id.in_(people), Occasion.state == State.OPEN, Occasion.reminded < MOST)
        .where(Couple.state == CoupleState.ACTIVE)
    )
    found: dict[int, list[Occasion]] = {}
    for person_id, occasion in db.session.execute(rows.execution_options(populate_existing=True)).unique():
        if _is_worth_it(occasion, moments[person_id]):
            found.setdefault(person_id, []).append(occasion)
    return found


def count(occasions: Collection[Occasion]) -> None:
    """Note that somebody is reminded of these."""
    ids = [occasion.id for occasion in occasions]
    changed(update(Occasion).where(Occasion.id.in_(ids)).values(reminded=Occasion.reminded + 1, reminded_at=clock.now()))


def _is_worth_it(occasion: Occasion, moment: datetime) -> bool:
    if occasion.opened_at is None or occasion.opened_at > moment:
        return False
    return occasion.reminded_at is None or moment - occasion.reminded_at >= AGAIN_AFTER - timedelta(hours=1)
