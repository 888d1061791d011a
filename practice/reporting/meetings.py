"""Appointments on paper: which took place, were moved or called off, as far as every reader may know of them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from practice import formats
from practice.appointments import standing
from practice.appointments.standing import Appointment, Attended, Side, State, WithWhom
from practice.people.models import Person
from practice.reporting.audience import Reading
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.script import isolated
from practice.reporting.sections import Dated

_CAME = (Attended.CAME, Attended.LATE)


def known(reading: Reading, period: Period) -> list[Appointment]:
    """Those of these days of which every reader may know."""
    return standing.of(reading.couple, reading.readers, period.from_on, period.to_on)


def told(reading: Reading, found: Sequence[Appointment], today: date) -> tuple[Dated, ...]:
    """What became of each, in order; whatever is still to come stands elsewhere."""
    settled = [one for one in found if one.state is not State.PLANNED or one.on < today]
    return tuple(Dated(formats.day(one.on), _words(reading, one)) for one in settled)


def coming(reading: Reading, found: Sequence[Appointment], today: date) -> list[tuple[date, str]]:
    """Those that are planned, with their time on the clock on which they were agreed."""
    return [
        (one.on, f"{_whom(reading, one)}, at {formats.clock_time(one.starts_at, one.time_zone)}.")
        for one in found
        if one.state is State.PLANNED and one.on >= today
    ]


def finding(found: Sequence[Appointment]) -> str:
    """ "5 meetings took place; 1 was moved, 1 was called off."."""
    number = Counter(one.state for one in found)
    held = number[State.HELD]
    said = f"{formats.count(held, 'meeting', 'meetings')} took place" if held else "No meeting took place in this time"
    others = [(number[State.MOVED], "moved"), (number[State.CANCELLED], "called off")]
    more = ", ".join(f"{times} {'was' if times == 1 else 'were'} {verb}" for times, verb in others if times)
    return f"{said}; {more}." if more else f"{said}."


def for_both(found: Sequence[Appointment]) -> int:
    """How many took place with both."""
    return sum(one.state is State.HELD and one.with_whom is WithWhom.BOTH for one in found)


def figures_of(person: Person, reading: Reading, found: Sequence[Appointment]) -> dict[str, int]:
    """How this partner came, where all readers may know it, and how many took place with them alone."""
    alone = WithWhom.FIRST if reading.couple.position(person) == 1 else WithWhom.SECOND
    held = [one for one in found if one.state is State.HELD]
    came = [how for one in held for who, how in one.attendance if who.id == person.id]
    return {
        "alone": sum(one.with_whom is alone for one in held),
        "came": sum(how in _CAME for how in came),
        "expected": len(came),
    }


def _whom(reading: Reading, one: Appointment) -> str:
    if reading.audience is Audience.COACH:
        first, second = (isolated(person.name) for person in reading.couple.partners)
        return {WithWhom.BOTH: "With both", WithWhom.FIRST: f"With {first} alone", WithWhom.SECOND: f"With {second} alone"}[
            one.with_whom
        ]
    return "With you both" if one.with_whom is WithWhom.BOTH else "With you alone"


def _words(reading: Reading, one: Appointment) -> str:
    whom = _whom(reading, one)
    if one.state is State.HELD:
        return " ".join([f"{whom}, {formats.count(one.minutes, 'minute', 'minutes')}.", *_attended(reading, one)])
    if one.state is State.PLANNED:
        return f"{whom}. What became of it is not noted yet."
    by = _by(reading, one)
    if one.state is State.MOVED and one.moved_to:
        zone = Period(one.on, one.on, one.time_zone)
        return f"{whom}. It was moved to {formats.day(zone.day(one.moved_to))}{by}."
    return f"{whom}. It was {'moved' if one.state is State.MOVED else 'called off'}{by}."


def _attended(reading: Reading, one: Appointment) -> list[str]:
    """To a partner only what was not as meant; to the coach how each came."""
    if reading.audience is Audience.COACH:
        said = [f"{isolated(person.name)} {_COACH[how]}" for person, how in one.attendance]
        return [f"{'; '.join(said)}."] if said else []
    return [f"You {_YOU[how]}." for _, how in one.attendance if how is not Attended.CAME]


_COACH = {
    Attended.CAME: "came", Attended.LATE: "came late", Attended.DID_NOT_COME: "did not come", Attended.EXCUSED: "was excused",
}  # fmt: skip
_YOU = {**_COACH, Attended.EXCUSED: "were excused"}


def _by(reading: Reading, one: Appointment) -> str:
    if one.called_off_by is None:
        return ""
    first, second = (isolated(person.name) for person in reading.couple.partners)
    return f", asked for by {({Side.COACH: 'you', Side.FIRST: first, Side.SECOND: second})[one.called_off_by]}"
