"""Where each of the steps stands, as far as an audience may know it: for the strip and for the table."""

from practice import formats
from practice.charts.strips import StripState, StripStep
from practice.homework.models import Assignment
from practice.people.models import Person
from practice.programme.models import PublishedStep
from practice.reporting.audience import Reading
from practice.reporting.models import Audience
from practice.reporting.period import Period
from practice.reporting.progress import StepRow
from practice.reporting.script import isolated
from practice.reporting.tallies import opened_at

Standing = dict[str, list[Assignment]]


def by_step(assignments: list[Assignment]) -> Standing:
    """Assignments by the slug of their step."""
    held: Standing = {}
    for each in assignments:
        held.setdefault(each.published.slug, []).append(each)
    return held


def strip(reading: Reading, steps: list[PublishedStep], standing: Standing) -> tuple[StripStep, ...]:
    """The steps of the programme as marks."""
    rows = {True: f"Together, {_number(steps, True)} steps", False: f"On your own, {_number(steps, False)} steps"}
    return tuple(
        StripStep(step.position, step.title, _state(reading, step, standing.get(step.slug, [])), rows[step.together])
        for step in steps
    )


def rows(
    reading: Reading, steps: list[PublishedStep], marks: tuple[StripStep, ...], standing: Standing, period: Period
) -> tuple[StepRow, ...]:
    """The same as words; to the coach, who may know it, an own step is told for each partner."""
    told = []
    for step, mark in zip(steps, marks, strict=True):
        given, words = standing.get(step.slug, []), mark.state.label
        opened = [at for each in given if (at := opened_at(each))]
        if opened:
            words = f"{words}, opened to both on {formats.day(period.day(max(opened)))}"
        elif reading.audience is Audience.COACH and given:
            words = "; ".join(f"{isolated(p.name)}: {_own(p, given).label}" for p in reading.couple.partners)
        told.append(StepRow(step.position, step.title, "together" if step.together else "on your own", words))
    return tuple(told)


def finding(reading: Reading, marks: tuple[StripStep, ...], steps: list[PublishedStep]) -> str:
    """What the strip shows, in a sentence."""
    shared = [mark.state for mark, step in zip(marks, steps, strict=True) if step.together]
    alone = [mark.state for mark, step in zip(marks, steps, strict=True) if not step.together]
    said = f"{shared.count(StripState.DONE)} of the {len(shared)} shared steps {_are(shared)} finished"
    if reading.audience is Audience.COUPLE:
        return f"{said}; the {len(alone)} steps on your own belong to each of you alone."
    whose = "by both" if reading.audience is Audience.COACH else "by you"
    return f"{said}; of the {len(alone)} steps done alone, {alone.count(StripState.DONE)} {_are(alone)} finished {whose}."


def _state(reading: Reading, step: PublishedStep, given: list[Assignment]) -> StripState:
    if not step.together and reading.audience is Audience.COUPLE:
        return StripState.PRIVATE
    if not given:
        return StripState.LATER
    if step.together:
        return _shared(reading, given)
    states = {_own(person, given) for person in reading.told_of}
    return states.pop() if len(states) == 1 else StripState.NOW


def _shared(reading: Reading, given: list[Assignment]) -> StripState:
    """Nobody learns from it whether the other has sent: "waiting" is told only of one's own part, or to the coach."""
    if any(each.is_revealed for each in given):
        return StripState.DONE
    own = reading.told_of
    waiting = bool(own) and all(part.latest for each in given for part in each.parts if part.person in own)
    return StripState.WAITING if waiting else StripState.NOW


def _own(person: Person, given: list[Assignment]) -> StripState:
    parts = [part for each in given if (part := each.part_of(person))]
    if not parts:
        return StripState.LATER
    return StripState.DONE if all(part.latest for part in parts) else StripState.NOW


def _number(steps: list[PublishedStep], together: bool) -> int:
    return sum(step.together is together for step in steps)


def _are(states: list[StripState]) -> str:
    return "is" if states.count(StripState.DONE) == 1 else "are"
