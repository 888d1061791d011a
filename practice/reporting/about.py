"""What a report can be about, beside its days: an appointment, a step, or nothing in particular."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from practice import clock
from practice.couples.models import Couple
from practice.programme.models import edition_of
from practice.reporting.models import Kind

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked besides: in which words, with which choices, and what to say where there are none."""

    ask: str
    choices: Callable[[Couple], Choices]
    nothing: str = ""


def workbooks(couple: Couple) -> Choices:
    """One's own answers, every step as a sheet to fill in by hand, or one of them."""
    steps = [(step.slug, f"To fill in by hand: step {step.position}, {step.title}") for step in edition_of(couple).steps]
    return [("", "What they wrote themselves"), ("all", "To fill in by hand: every step"), *steps]


QUESTIONS: dict[Kind, Question] = {Kind.WORKBOOK: Question("What is in it", workbooks)}


def whole_time(couple: Couple) -> tuple[date, date]:
    """From the day on which the couple began until today, on the coach's calendar."""
    zone = couple.coach.time_zone
    began_on = couple.began_at.astimezone(ZoneInfo(zone)).date()
    return began_on, max(began_on, clock.today(zone))
