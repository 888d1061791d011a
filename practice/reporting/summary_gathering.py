"""Rows to facts: the summary of one appointment that both came to, made only of what both may know."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from practice import formats, keyring, policy
from practice.agreements.models import Line, LineState, Owner
from practice.appointments import models as appointments
from practice.appointments import standing
from practice.appointments.standing import Appointment, Attended, State, WithWhom
from practice.appointments.wall import called
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.homework.models import Assignment
from practice.notes.joint import joint_note_of
from practice.people.models import Person
from practice.reporting.audience import Reading
from practice.reporting.figures import Who
from practice.reporting.given import assignments
from practice.reporting.models import EARLIEST, LATEST
from practice.reporting.period import Period
from practice.reporting.request import ReportRequest
from practice.reporting.script import isolated, paragraph, paragraphs
from practice.reporting.sheets import sheet_of
from practice.reporting.summary import Agreed, SummaryFacts, Task
from practice.reporting.tallies import opened_at
from practice.reporting.texts import Paragraph, Told

_BOTH = Who("Both of you", 0)
_NOT_HELD = "This appointment did not take place, so there is nothing to sum up."
_NOT_YET = "Say first that this appointment took place. Then there is something to sum up."
_NONE = "There is no such appointment with both of them. A summary is of one that both were asked to."


def gather(request: ReportRequest) -> SummaryFacts:
    """The facts of a session summary; `about` is the appointment's public id. Raises: Refused."""
    reading, couple = request.reading, request.couple
    meetings = [one for one in _known(reading) if one.with_whom is WithWhom.BOTH]
    met = next((one for one in meetings if one.public_id == request.about), None)
    if met is None:
        raise Refused(_NONE)
    if met.state is not State.HELD:
        raise Refused(_NOT_YET if met.state is State.PLANNED else _NOT_HELD)
    held = [one for one in meetings if one.state is State.HELD and one.starts_at < met.starts_at]
    return SummaryFacts(
        sheet=sheet_of(request),
        whose=f"For {reading.names}, from {isolated(couple.coach.name)}",
        met=when(met),
        place=paragraph(met.place),
        there=_there(reading, met),
        note=tuple(_note(met, couple.coach.time_zone)),
        no_note="There is no note of this appointment.",
        agreements=tuple(_agreements(reading, held[-1].on if held else date.min, met.on)),
        no_agreements="Nothing new was agreed since the appointment before." if held else "Nothing was agreed yet.",
        tasks=tuple(_tasks(reading, request.today)),
        no_tasks="Nothing waits for the two of you together.",
        own_tasks="What is for one of you alone is on your own page, and only there.",
        next_time=_next(meetings, met),
    )


def when(one: Appointment) -> str:
    """ "Thursday 19 November 2026, 18:00 to 19:20 GMT", on the clock on which it was agreed."""
    ends_at = one.starts_at + timedelta(minutes=one.minutes)
    hours = f"{formats.clock_time(one.starts_at, one.time_zone)} to {formats.clock_time(ends_at, one.time_zone)}"
    return f"{one.on:%A} {formats.day(one.on)}, {hours} {called(ends_at, one.time_zone)}"


def _known(reading: Reading) -> list[Appointment]:
    return standing.of(reading.couple, reading.readers, EARLIEST, LATEST)


def _there(reading: Reading, met: Appointment) -> str:
    """Who was in the room: whoever was there saw it, and who was not knows of themselves."""
    couple = reading.couple
    came = [isolated(person.name) for person in couple.partners if came_to(couple, person, met.public_id)]
    return f"{formats.joined([*came, isolated(couple.coach.name)])} were there."


def came_to(couple: Couple, person: Person, public_id: str) -> bool:
    """Whether this partner was at this appointment, by what they and the coach know."""
    of_theirs = standing.of(couple, (person, couple.coach), EARLIEST, LATEST)
    came = [how for one in of_theirs if one.public_id == public_id for _, how in one.attendance]
    return any(how in (Attended.CAME, Attended.LATE) for how in came)


def _note(met: Appointment, zone: str) -> Iterator[Paragraph]:
    """The joint part of the note, and what was added to it later."""
    row = db.session.scalars(select(appointments.Appointment).where(appointments.Appointment.public_id == met.public_id)).one()
    if note := joint_note_of(row):
        yield from paragraphs(note.text)
        for more in note.additions:
            yield from paragraphs(f"Added on {formats.day(more.at.astimezone(ZoneInfo(zone)).date())}: {more.text}")


def _agreements(reading: Reading, after: date, until: date) -> Iterator[Agreed]:
    """What both said yes to after the last appointment, up to the day of this one; let go of meanwhile, it is left out."""
    period = Period(after + timedelta(days=1) if after > date.min else after, until, reading.couple.coach.time_zone)
    query = select(Line).where(
        Line.couple_id == reading.couple.id, Line.shared, Line.state.in_([LineState.AGREED, LineState.DONE])
    )
    for reader in reading.readers:
        query = query.where(Line.id.in_(policy.rows(reader, Line).with_only_columns(Line.id)))
    for line in db.session.scalars(query.order_by(Line.agreed_at, Line.id)).unique():
        # A jar from which moments are drawn by chance is no list of agreements.
        is_agreement = line.noun.agreed and not line.noun.drawn
        if is_agreement and not line.waits and period.holds(line.agreed_at):
            yield from _agreed(reading, line, period)


def _agreed(reading: Reading, line: Line, period: Period) -> Iterator[Agreed]:
    try:
        told = line.wording.told(line.noun)
    except keyring.Sealed:
        return  # whoever worded it was erased: the key is gone, and so are the words
    if told and line.agreed_at:
        first, second = reading.couple.partners
        who = {Owner.FIRST: first, Owner.SECOND: second}.get(line.owner)
        days = {"from": line.from_on, "by": line.due_on}
        since = [f"Agreed on {formats.day(period.day(line.agreed_at))}"]
        since += [f"{word} {formats.day(day)}" for word, day in days.items() if day]
        rest = tuple(Told(label, paragraphs(text)) for label, text in told[1:])
        yield Agreed(reading.who(who) if who else _BOTH, paragraph(told[0][1]), rest, ", ".join(since))


def _tasks(reading: Reading, today: date) -> Iterator[Task]:
    """Steps given to both that are not open to both yet: whether either has sent, nobody reads from it."""
    for given in assignments(reading):
        if given.together and opened_at(given) is None:
            step = given.published
            due = f"until {formats.day(given.due_on)}" if given.due_on and given.due_on >= today else "in your own time"
            yield Task(paragraph(step.title), f"Step {step.position}, together, {due}", _beside(given))


def _beside(given: Assignment) -> tuple[Paragraph, ...]:
    try:
        return paragraphs(given.note)
    except keyring.Sealed:
        return ()


def _next(meetings: list[Appointment], met: Appointment) -> str:
    later = [one for one in meetings if one.state is State.PLANNED and one.starts_at > met.starts_at]
    if not later:
        return "We have not set a day yet."
    place = f", {isolated(later[0].place.strip())}" if later[0].place.strip() else ""
    return f"{when(later[0])}{place}"
