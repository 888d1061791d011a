"""Rows to facts: what a coach wants to know before one appointment."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from practice import formats, policy
from practice.appointments import agenda, standing
from practice.appointments.models import Appointment
from practice.appointments.standing import State, WithWhom
from practice.couples.confidentiality import Kind
from practice.couples.models import Couple
from practice.db import db
from practice.errors import Refused
from practice.reporting import lines
from practice.reporting.brief import BriefFacts, Column
from practice.reporting.brief_homework import alone, joint, reveals, tasks
from practice.reporting.brief_lines import actions, agreements, broken
from practice.reporting.brief_reading import to_speak_of
from practice.reporting.brief_topics import topics
from practice.reporting.given import assignments
from practice.reporting.period import Period
from practice.reporting.request import ReportRequest
from practice.reporting.room import Room
from practice.reporting.scores import known, sparks
from practice.reporting.script import isolated
from practice.reporting.sheets import sheet_of

_FURTHEST = timedelta(days=366)
_INTRO = "What is marked was told to you alone, or is still sealed: please do not let it slip."


def gather(request: ReportRequest) -> BriefFacts:
    """The facts of a session brief. Raises: Refused when there is no such appointment any more."""
    couple, reading, today = request.couple, request.reading, request.today
    appointment = _appointment(couple, request.about)
    last = _last_held(couple, appointment)
    period = Period(last or _began(couple), max(today, appointment_day(appointment)), couple.coach.time_zone)
    people, given, sheets = appointment.people, assignments(reading), lines.sheets(reading)
    pins, scored = agenda.of(appointment), known(reading, period)
    columns = tuple(
        Column(
            who=reading.who(person),
            tasks=tasks(person, given, period),
            sparks=sparks(reading, person, scored),
            alone=alone(reading, person, given, period),
        )
        for person in people
    )
    room = Room()
    read = to_speak_of(reading, people, pins, period, room)
    looked, due = agreements(reading, sheets, period), actions(reading, sheets, period)
    return BriefFacts(
        sheet=sheet_of(request),
        couple=reading.names,
        when=_when(appointment),
        where=_where(appointment),
        since=_since(last),
        first=_first(reveals(given), broken(sheets, period), len(due), pins=sum(not pin.is_done for pin in pins)),
        topics=topics(reading, pins),
        columns=columns,
        joint=joint(reading, given, period),
        agreements=looked,
        actions=due,
        promised=_promised(couple),
        reading=read,
        reading_intro=f"{_INTRO} {room.said('You can read them on the screen.')}".strip(),
    )


def _appointment(couple: Couple, public_id: str) -> Appointment:
    """The appointment it is about, as far as the coach may see it. Raises: Refused."""
    mine = policy.rows(couple.coach, Appointment).where(Appointment.couple_id == couple.id, Appointment.public_id == public_id)
    found: Appointment | None = db.session.scalar(mine)
    if found is None:
        raise Refused("The appointment this brief was to be about is not there any more.")
    return found


def appointment_day(one: Appointment) -> date:
    """Its day where it was agreed."""
    return one.starts_at.astimezone(ZoneInfo(one.time_zone)).date()


def _last_held(couple: Couple, appointment: Appointment) -> date | None:
    """The day of the last appointment that took place before this one with anybody whom this one is for."""
    on = appointment_day(appointment)
    alike = {WithWhom.BOTH, appointment.with_whom} if appointment.with_whom is not WithWhom.BOTH else set(WithWhom)
    before = standing.of(couple, [couple.coach], on - _FURTHEST, on)
    held = [
        one.on for one in before if one.state is State.HELD and one.with_whom in alike and one.starts_at < appointment.starts_at
    ]
    return held[-1] if held else None


def _began(couple: Couple) -> date:
    began: datetime = couple.began_at
    return began.astimezone(ZoneInfo(couple.coach.time_zone)).date()


def _when(one: Appointment) -> str:
    at = formats.clock_time(one.starts_at, one.time_zone)
    on = appointment_day(one)
    return f"{formats.weekday(on)}, {formats.day(on)} at {at}, {formats.count(one.minutes, 'minute', 'minutes')}"


def _where(one: Appointment) -> str:
    names = formats.joined([isolated(person.name) for person in one.people])
    alone = " alone" if len(one.people) == 1 else ""
    return f"With {names}{alone}. {one.place}".strip()


def _since(last: date | None) -> str:
    return f"Since you last met, on {formats.short_day(last)}" if last else "Since you began"


def _first(waiting: Sequence[str], broken: int, due: int, *, pins: int) -> tuple[str, ...]:
    """What to know before anything else, in three lines at most."""
    said = [*waiting[:2]]
    if broken:
        said.append(f"{formats.count(broken, 'agreement was', 'agreements were')} not kept, or only in part.")
    if due:
        said.append(f"{formats.count(due, 'action is', 'actions are')} due.")
    if not pins:
        said.append("Nothing is on the agenda yet.")
    return tuple(said)


def _promised(couple: Couple) -> tuple[str, ...]:
    agreed, names = couple.agreed, formats.joined([isolated(person.name) for person in couple.partners])
    if agreed is None:
        return ("No confidentiality policy is signed yet, so nothing has been promised beyond your own word.",)
    meaning = {
        Kind.NO_SECRETS: "Whatever one of them tells you, you may bring to both.",
        Kind.LIMITED_SECRETS: "What one writes for you alone stays with you, unless somebody is in danger.",
        Kind.COACH_DECIDES: "You decide with care what has to be spoken of together, and tell its writer before you do.",
    }[agreed.kind]
    return (
        f"{agreed.kind.label}, version {agreed.version}, signed by {names}. {meaning}",
        "A step done alone stays with its writer and you: the other does not know that it was asked.",
    )
