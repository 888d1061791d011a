"""A glance at many couples at once: two small lines each, of what was measured last; for their coach's desk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import lazyload

from practice import keyring
from practice.charts.points import ChartPoint
from practice.charts.sparks import sparkline
from practice.couples.models import Couple
from practice.db import db
from practice.measures import verdicts
from practice.measures.answers import Total
from practice.measures.instruments import Instrument
from practice.measures.models import Asking, Occasion, State
from practice.measures.versions import InstrumentVersion
from practice.people.models import Person

SPAN = timedelta(days=182)  # what a small line holds of weekly questions and can still be read


@dataclass(frozen=True, slots=True)
class Glance:
    """One partner's newest measure; nobody else's is in it."""

    person: Person
    position: int
    instrument: Instrument
    points: tuple[ChartPoint, ...]

    @property
    def finding(self) -> str:
        """What the line shows, in a sentence."""
        known = [point.value for point in self.points if point.value is not None]
        moved = " to ".join(verdicts.figure(value) for value in dict.fromkeys((known[0], known[-1])))
        return f"{self.person.name}, {self.instrument.name}: {moved}"

    @property
    def line(self) -> Markup:
        return sparkline(
            self.points, id=f"glance-{self.person.public_id}", finding=self.finding, bounds=self.instrument.bounds,
            position=self.position, width=96,
        )  # fmt: skip


def of(couples: Sequence[Couple], today: date) -> dict[int, list[Glance]]:
    """For each couple, by its id, each partner's line of the instrument in which one of the two was scored last."""
    rows = (
        select(Asking.couple_id, Asking.person_id, Occasion.due_on, Occasion.settled_at, InstrumentVersion, Total)
        .join(Occasion, Occasion.asking_id == Asking.id)
        .join(InstrumentVersion, InstrumentVersion.id == Asking.version_id)
        .outerjoin(Total, Total.occasion_id == Occasion.id)
        .options(lazyload(Total.occasion))
        .where(Asking.couple_id.in_([couple.id for couple in couples]), Occasion.due_on > today - SPAN)
        .where(Occasion.state.in_((State.ANSWERED, State.MISSED)))
        .order_by(Occasion.due_on, Occasion.id)
    )
    found = db.session.execute(rows).all()
    keyring.make_ready(total.sealed_for for *_, total in found if total)
    people = {person.id: person for couple in couples for person in couple.partners}
    by_couple: dict[int, dict[str, dict[int, list[ChartPoint]]]] = {}
    instruments: dict[tuple[int, str], Instrument] = {}
    for couple_id, person_id, due_on, settled_at, version, total in found:
        points = total.points if total else None
        on = settled_at.astimezone(ZoneInfo(people[person_id].time_zone)).date() if settled_at and points is not None else due_on
        key = f"{version.slug} {version.number}"  # a new wording begins a new line
        by_couple.setdefault(couple_id, {}).setdefault(key, {}).setdefault(person_id, []).append(ChartPoint(on, points))
        instruments[couple_id, key] = version.instrument
    return {couple.id: _of_couple(couple, by_couple.get(couple.id, {}), instruments) for couple in couples}


def _of_couple(
    couple: Couple, by_key: dict[str, dict[int, list[ChartPoint]]], instruments: dict[tuple[int, str], Instrument]
) -> list[Glance]:
    scored = {key: _newest(point for points in own.values() for point in points) for key, own in by_key.items()}
    known = {key: on for key, on in scored.items() if on}
    if not known:
        return []
    key = max(known, key=lambda each: (known[each], each))
    return [
        Glance(person, couple.position(person), instruments[couple.id, key], tuple(points))
        for person in couple.partners
        if _newest(points := by_key[key].get(person.id, []))
    ]


def _newest(points: Iterable[ChartPoint]) -> date | None:
    return max((point.on for point in points if point.value is not None), default=None)
