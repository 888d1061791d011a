"""Rows to facts: the progress report of one couple for one audience."""

from datetime import timedelta

from practice.programme.library import SHIPPED, load
from practice.programme.models import edition_of
from practice.reporting import ahead, aims, entries, lines, meetings, scores, standing, writings
from practice.reporting.audience import Reading
from practice.reporting.counting import counted
from practice.reporting.given import assignments
from practice.reporting.models import Audience
from practice.reporting.notes import notes
from practice.reporting.period import Period
from practice.reporting.progress import ProgressFacts
from practice.reporting.promises import promises
from practice.reporting.request import ReportRequest
from practice.reporting.room import Room
from practice.reporting.script import isolated
from practice.reporting.sheets import sheet_of
from practice.reporting.wording import measures

_SOON = timedelta(weeks=8)
_FEWER_DAYS = "A report on fewer days can hold them."


def gather(request: ReportRequest) -> ProgressFacts:
    """The facts of a progress report; every row is one that each of its readers may see by policy."""
    couple, audience, reading, period = request.couple, request.audience, request.reading, request.period
    steps, given = edition_of(couple).steps, assignments(reading)
    sent, by_step = writings.sent(reading, period), standing.by_step(given)
    sheets, scored = lines.sheets(reading), scores.known(reading, period)
    met, daily = meetings.known(reading, period), entries.noted(reading, period)
    soon = meetings.known(reading, Period(request.today, request.today + _SOON, period.zone))
    marks = standing.strip(reading, steps, by_step)
    together = [one for one in sent if one.part.assignment.together]
    own = [one for one in sent if not one.part.assignment.together]
    room = Room()
    return ProgressFacts(
        sheet=sheet_of(request),
        couple=reading.names if audience is Audience.COACH else reading.address,
        period=period.words,
        measures=measures(couple.coach.name, *counted(reading, given, sent, sheets, met, daily, scored, period)),
        strip_finding=standing.finding(reading, marks, steps),
        strip=marks,
        steps=standing.rows(reading, steps, marks, by_step, period),
        meetings_finding=meetings.finding(met),
        meetings=meetings.told(reading, met, request.today),
        aims_title=aims.title(reading),
        aims=aims.aims(reading, period),
        scores=scores.charts(reading, scored),
        together=writings.written(reading, together, period, room),
        together_title="In their own words" if audience is Audience.COACH else "In your own words",
        own=writings.written(reading, own, period, room) if reading.told_of else (),
        own_title="From the steps done alone" if audience is Audience.COACH else "From your own steps",
        own_intro=_own_intro(reading),
        promises=promises(reading, sheets, period),
        ahead=ahead.ahead(reading, given, sheets, request.today, *meetings.coming(reading, soon, request.today)),
        notes=(*room.note(_FEWER_DAYS), *notes(reading, load(SHIPPED).credit, scored)),
    )


def _own_intro(reading: Reading) -> str:
    if reading.audience is Audience.COACH:
        return "Each of these was written for you alone. Neither partner may learn of the other's."
    return f"Only you and {isolated(reading.couple.coach.name)} can read these pages."
