"""Results: the series of totals that all of some readers may know, as charts and paper draw them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from practice.couples.models import Couple
from practice.measures import answers, models, releases
from practice.measures.answers import Total
from practice.measures.instruments import Instrument
from practice.measures.models import Asking, Occasion, State
from practice.measures.points import Point
from practice.people.models import Person

__all__ = ["Point", "Score", "Series", "of"]


@dataclass(frozen=True, slots=True)
class Score:
    """One occasion. `total` is None where it was left out, or where an item has no answer; that stays a gap."""

    on: date
    total: Decimal | None
    answered: int  # how many items have an answer; 0 where it was left out
    point: Point | None  # none: part of a trend, and never judged


@dataclass(frozen=True, slots=True)
class Series:
    """One person's scores in one instrument as it was worded then; the oldest first, never without any."""

    person: Person
    instrument: Instrument
    version: int  # of its wording, from 1
    scores: tuple[Score, ...]


def of(couple: Couple, readers: Iterable[Person]) -> tuple[Series, ...]:
    """The series that every one of the readers may know: first partner's first, by instrument, then by wording.

    A partner knows their own; the other's once both have agreed, for as long as both do; a coach knows those of their couple.
    """
    readers, open_to_both = list(readers), releases.open_of(couple)
    known = [a for a in models.of_couple(couple) if all(_may_know(reader, a, open_to_both) for reader in readers)]
    occasions = [one for asking in known for one in asking.occasions if one.state in (State.ANSWERED, State.MISSED)]
    totals = answers.totals_of(occasions)
    grouped: dict[tuple[int, str, int], list[Occasion]] = {}
    for occasion in occasions:
        asking = occasion.asking
        place = (couple.position(asking.person), asking.version.slug, asking.version.number)
        grouped.setdefault(place, []).append(occasion)
    return tuple(_series(grouped[place], totals) for place in sorted(grouped))


def _may_know(reader: Person, asking: Asking, open_to_both: dict[str, datetime]) -> bool:
    couple = asking.couple
    if reader.id in (couple.first_id, couple.second_id):
        return reader.id == asking.person_id or asking.version.slug in open_to_both
    return reader.id == couple.coach_id


def _series(occasions: Sequence[Occasion], totals: dict[int, Total]) -> Series:
    asking = occasions[0].asking
    scores = [_score(occasion, totals.get(occasion.id)) for occasion in occasions]
    in_order = tuple(sorted(scores, key=lambda score: score.on))
    return Series(asking.person, asking.version.instrument, asking.version.number, in_order)


def _score(occasion: Occasion, total: Total | None) -> Score:
    if total is None or occasion.settled_at is None:
        return Score(occasion.due_on, None, 0, occasion.point)
    on = occasion.settled_at.astimezone(ZoneInfo(occasion.person.time_zone)).date()
    return Score(on, total.points, total.answered, occasion.point)
