"""Planning a couple's way: the order in which their steps could come, and laying, moving and removing what is planned."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import delete, select

from practice.couples.models import Couple
from practice.db import changed, db, insert_once
from practice.errors import Refused
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.trail.models import record
from practice.way.models import Opens, Planned, Terms, Way

MOST = 100  # planned steps of one couple that are still to come


def way_of(couple: Couple) -> Way:
    """The couple's way, for changing it; begun where there is none."""
    insert_once(Way, couple_id=couple.id, revision=0, change_key="")
    return db.session.scalars(select(Way).where(Way.couple_id == couple.id)).one()


def looked_at(couple: Couple) -> Way:
    """The couple's way, for showing it: nothing is begun by looking."""
    return _find(couple) or Way(couple_id=couple.id, revision=0, change_key="")


def _find(couple: Couple) -> Way | None:
    return db.session.scalar(select(Way).where(Way.couple_id == couple.id))


def suggested(steps: Sequence[PublishedStep]) -> list[PublishedStep]:
    """An order for these steps: as in their programme, what they do together spread evenly among what each does alone."""
    kinds = [[step for step in steps if step.together is together] for together in (True, False)]
    placed = [((2 * n + 1) / len(kind), step) for kind in kinds for n, step in enumerate(kind)]
    return [step for _, step in sorted(placed, key=lambda pair: (pair[0], pair[1].position))]


def lay(
    way: Way, steps: Sequence[PublishedStep], terms: Terms, *, begins_on: date, every: int, today: date, by: Person
) -> list[Planned]:
    """Plan these steps behind what is planned already, the first on its day, the others every so many days.

    With terms that open on a day each gets one of its own; otherwise the first opens on that day and the others follow
    by the rule. Raises: Refused when that is too much.
    """
    standing = coming(way.couple)
    if len(standing) + len(steps) > MOST:
        raise Refused(f"At most {MOST} steps can be planned ahead. Please choose fewer.")
    behind = standing[-1].position if standing else 0
    laid = []
    for number, step in enumerate(steps):
        planned = Planned(
            couple=way.couple, couple_id=way.couple_id, published=step, published_step_id=step.id, position=behind + number + 1
        )
        planned.settle(_terms(terms, number, begins_on, every), today)
        db.session.add(planned)
        laid.append(planned)
    record("way.planned", actor=by, subject=way.couple, couple=way.couple, steps=len(laid))
    return laid


def _terms(terms: Terms, number: int, begins_on: date, every: int) -> Terms:
    if terms.opens is Opens.BY_HAND:
        return terms
    if number == 0 or terms.opens is Opens.ON_DAY:
        return replace(terms, opens=Opens.ON_DAY, opens_on=begins_on + timedelta(days=every * number))
    return replace(terms, after_days=every)


def coming(couple: Couple) -> list[Planned]:
    """What is planned and neither given nor skipped, in its order."""
    rows = select(Planned).where(Planned.couple_id == couple.id, Planned.given_at.is_(None), Planned.skipped_at.is_(None))
    return list(db.session.scalars(rows.order_by(Planned.position, Planned.id)))


def behind(couple: Couple) -> list[Planned]:
    """What was given or skipped, newest first."""
    rows = db.session.scalars(select(Planned).where(Planned.couple_id == couple.id))
    return sorted(
        (p for p in rows if not p.is_coming), key=lambda p: (p.given_at or p.skipped_at, p.position, p.id), reverse=True
    )


def move(planned: Planned, *, earlier: bool, by: Person) -> None:
    """Change places with the one before or behind it; at the end of the list nothing happens. Raises: Refused."""
    planned.must_be_coming()
    order = coming(planned.couple)
    here = order.index(planned)
    there = here - 1 if earlier else here + 1
    if not 0 <= there < len(order):
        return
    order[here], order[there] = order[there], order[here]
    for position, each in enumerate(order, start=1):
        each.position = position
    record("planned.moved", actor=by, subject=planned, couple=planned.couple)


def remove(planned: Planned, *, by: Person) -> None:
    """Take it off the plan, as if it had never been there. Raises: Refused once it was given."""
    gone = delete(Planned).where(Planned.id == planned.id, Planned.given_at.is_(None))
    if not changed(gone.execution_options(synchronize_session=False)):
        db.session.refresh(planned)
        planned.must_be_coming()
    db.session.expunge(planned)
    record("planned.removed", actor=by, subject=planned, couple=planned.couple)
