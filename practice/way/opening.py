"""Giving what is planned: by the coach's hand, or when its rule says so, each step once however many workers look."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select, update

from practice import clock
from practice.couples.models import Couple, CoupleState
from practice.db import changed, db
from practice.errors import Refused
from practice.homework.assigning import assign
from practice.homework.models import Assignment, Homework
from practice.homework.states import State
from practice.people.models import Person
from practice.programme.models import PublishedStep, edition_of
from practice.trail.models import record
from practice.way import planning
from practice.way.models import Opens, Planned, Way
from practice.way.schedule import Last, Schedule, moved

GONE = "This step is not part of the programme they work with now."


def give(planned: Planned, *, by: Person | None) -> list[Assignment]:
    """Give a planned step as homework, now. Raises: Refused; then the caller takes back what was begun."""
    planned.must_be_coming()
    db.session.flush()
    step = _as_it_is_now(planned)
    if step.together:
        # The couple before the plan's row, as the worker takes them: two that wait for each other both fail.
        planned.couple.must_not_hold()
    open_still = update(Planned).where(Planned.id == planned.id, Planned.given_at.is_(None), Planned.skipped_at.is_(None))
    values = {"given_at": clock.now(), "published_step_id": step.id}
    if not changed(open_still.values(values).execution_options(synchronize_session=False)):
        db.session.refresh(planned)
        planned.must_be_coming()
    days = planned.due_after_days
    today = clock.today(planned.couple.coach.time_zone)
    made = assign(
        planned.couple, step, planned.people, due_on=None if days is None else today + timedelta(days=days), note=planned.note,
        reveals=planned.reveals, by=planned.couple.coach,
    )  # fmt: skip
    db.session.flush()
    db.session.refresh(planned)
    of = {person.id: assignment.id for assignment in made for person in (part.person for part in assignment.parts)}
    planned.first_assignment_id, planned.second_assignment_id = of.get(planned.couple.first_id), of.get(planned.couple.second_id)
    record("planned.given", actor=by, subject=planned, couple=planned.couple, step=step.slug)
    return made


def _as_it_is_now(planned: Planned) -> PublishedStep:
    """The step in the edition the couple works with now: what is planned follows when they are moved to another."""
    step: PublishedStep | None = db.session.scalar(
        select(PublishedStep).where(
            PublishedStep.edition_id == edition_of(planned.couple).id, PublishedStep.slug == planned.published.slug
        )
    )
    if step is None:
        raise Refused(f"“{planned.published.title}” cannot be given. {GONE}")
    return step


def last_given(couple: Couple) -> Last | None:
    """The planned step that was given last, as those that follow it need to know it."""
    given = select(Planned).where(Planned.couple_id == couple.id, Planned.given_at.is_not(None))
    last = db.session.scalar(given.order_by(Planned.given_at.desc(), Planned.position.desc(), Planned.id.desc()).limit(1))
    if last is None or last.given_at is None:
        return None
    states = set(db.session.scalars(select(Homework.state).where(Homework.assignment_id.in_(last.assignment_ids))))
    given_on = last.given_at.astimezone(ZoneInfo(couple.coach.time_zone)).date()
    return Last(given_on, states == {State.REVIEWED}, last.published.title if State.WITHDRAWN in states else "")


def expecting() -> list[int]:
    """Ids of couples for whom something may open now; which of it does is decided under a lock."""
    # Nowhere on earth is the day further on than this.
    furthest = clock.today() + timedelta(days=1)
    return list(
        db.session.scalars(
            select(Planned.couple_id)
            .join(Couple, Couple.id == Planned.couple_id)
            .where(Couple.state == CoupleState.ACTIVE, Planned.given_at.is_(None), Planned.skipped_at.is_(None))
            .where(or_(Planned.opens_on <= furthest, Planned.opens.in_([Opens.AFTER_DAYS, Opens.WHEN_REVIEWED])))
            .distinct()
        )
    )


def give_what_is_due(couple_id: int) -> list[Planned]:
    """Give a couple what opens by now. What cannot be given waits, and the coach is shown why."""
    # Whoever changes the plan, and any other worker, waits here or comes first.
    way = db.session.scalars(select(Way).where(Way.couple_id == couple_id).with_for_update(of=Way)).one()
    couple = way.couple
    # A pause comes before this or waits for it; whoever only adds a row of the couple's waits for nothing.
    db.session.refresh(couple, ["state"], with_for_update={"key_share": True})
    if not couple.may_write or couple.coach.disabled_at:
        return []
    today = clock.today(couple.coach.time_zone)
    coming = planning.coming(couple)
    _go_on_from(way, coming)
    return [planned for planned in Schedule(coming, last_given(couple)).due(today) if _given(planned)]


def _given(planned: Planned) -> bool:
    try:
        with db.session.begin_nested():
            give(planned, by=None)
    except Refused:
        db.session.refresh(planned)
        planned.held_at = planned.held_at or clock.now()
        return False
    return True


def _go_on_from(way: Way, coming: list[Planned]) -> None:
    """After a rest the days that were missed begin with today, instead of all coming at once."""
    today = clock.today(way.couple.coach.time_zone)
    later = [(planned, planned.opens_on, day) for planned, day in moved(coming, today)]
    for planned, _, day in later:
        planned.opens_on = day
        planned.revision += 1
    if later:
        way.moved_on, way.moved_days = today, max((day - (was or day)).days for _, was, day in later)
        record("way.moved", actor=None, subject=way.couple, couple=way.couple, days=way.moved_days)
