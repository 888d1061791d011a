"""What a report can be about, beside its days: an appointment, a step, or nothing in particular."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from practice import clock, formats
from practice.appointments import standing
from practice.appointments.standing import Appointment, State, WithWhom
from practice.couples.models import Couple
from practice.programme.models import edition_of
from practice.reporting.models import Kind
from practice.reporting.workbook_gathering import ALONE, TOGETHER

Choices = list[tuple[str, str]]
_BACK, _AHEAD = timedelta(days=366), timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked besides: in which words, with which choices, and what to say where there are none."""

    ask: str
    choices: Callable[[Couple], Choices]
    nothing: str = ""


def workbooks(couple: Couple) -> Choices:
    """One's own answers, or sheets to fill in by hand: the steps that both do together, one's own, or one of them."""
    steps = edition_of(couple).steps
    many = [
        (about, f"To fill in by hand: every step that {how}")
        for about, how, together in ((TOGETHER, "both do together", True), (ALONE, "each does alone", False))
        if any(step.together is together for step in steps)
    ]
    each = [(step.slug, f"To fill in by hand: step {step.position}, {step.title}") for step in steps]
    return [("", "What they wrote themselves"), *many, *each]


def to_prepare(couple: Couple) -> Choices:
    """What is planned, the next one first, then what was, the latest first."""
    known = [one for one in _appointments(couple) if one.state in (State.PLANNED, State.HELD)]
    ahead = [one for one in known if one.starts_at >= clock.now()]
    return [_named(one) for one in [*ahead, *reversed(known[: len(known) - len(ahead)])]]


def to_sum_up(couple: Couple) -> Choices:
    """What took place with both, the latest first."""
    held = [one for one in _appointments(couple) if one.state is State.HELD and one.with_whom is WithWhom.BOTH]
    return [_named(one) for one in reversed(held)]


QUESTIONS: dict[Kind, Question] = {
    Kind.BRIEF: Question(
        "For which appointment", to_prepare, "No appointment is planned. Plan one first; then its brief can be made."
    ),
    Kind.SUMMARY: Question(
        "Of which appointment",
        to_sum_up,
        "No appointment with both has taken place yet. Say first that one did; then it can be summed up.",
    ),
    Kind.WORKBOOK: Question("What is in it", workbooks),
}


def days_of(kind: Kind, couple: Couple, about: str) -> tuple[date, date]:
    """The days of a report that asks for none: its appointment's, or the whole time since the couple began."""
    zone = couple.coach.time_zone
    began_on = couple.began_at.astimezone(ZoneInfo(zone)).date()
    if kind in (Kind.BRIEF, Kind.SUMMARY):
        on = next((one.on for one in _appointments(couple) if one.public_id == about), clock.today(zone))
        return on, on
    return began_on, max(began_on, clock.today(zone))


def _appointments(couple: Couple) -> list[Appointment]:
    today = clock.today(couple.coach.time_zone)
    return standing.of(couple, (couple.coach,), today - _BACK, today + _AHEAD)


def _named(one: Appointment) -> tuple[str, str]:
    return one.public_id, formats.moment(one.starts_at, one.time_zone)
