"""Rows to facts: the progress report of one couple for one audience."""

from practice import formats
from practice.programme.library import SHIPPED, load
from practice.programme.models import edition_of
from practice.reporting import standing, tallies, writings
from practice.reporting.audience import Reading
from practice.reporting.given import assignments
from practice.reporting.models import Audience
from practice.reporting.notes import notes
from practice.reporting.progress import ProgressFacts
from practice.reporting.request import ReportRequest
from practice.reporting.script import isolated
from practice.reporting.sheets import sheet_of
from practice.reporting.wording import measures


def gather(request: ReportRequest) -> ProgressFacts:
    """The facts of a progress report; every row is one that each of its readers may see by policy."""
    couple, audience, reading, period = request.couple, request.audience, request.reading, request.period
    steps, given = edition_of(couple).steps, assignments(reading)
    sent, by_step = writings.sent(reading, period), standing.by_step(given)
    marks = standing.strip(reading, steps, by_step)
    together = [one for one in sent if one.part.assignment.together]
    own = [one for one in sent if not one.part.assignment.together]
    return ProgressFacts(
        sheet=sheet_of(request),
        couple=_for_whom(reading),
        period=period.words,
        measures=measures(
            couple.coach.name,
            tallies.joint(given, period),
            tuple(tallies.own(reading, person, given, sent, period) for person in reading.told_of),
        ),
        strip_finding=standing.finding(reading, marks, steps),
        strip=marks,
        steps=standing.rows(reading, steps, marks, by_step, period),
        meetings=(),
        together=writings.written(reading, together, period),
        together_title="In their own words" if audience is Audience.COACH else "In your own words",
        own=writings.written(reading, own, period) if reading.told_of else (),
        own_title="From the steps done alone" if audience is Audience.COACH else "From your own steps",
        own_intro=_own_intro(reading),
        notes=notes(reading, load(SHIPPED).credit),
    )


def _for_whom(reading: Reading) -> str:
    coach = isolated(reading.couple.coach.name)
    if reading.audience is Audience.COACH:
        return reading.names
    return f"For {formats.joined([isolated(person.name) for person in reading.partners])}, from {coach}"


def _own_intro(reading: Reading) -> str:
    if reading.audience is Audience.COACH:
        return "Each of these was written for you alone. Neither partner may learn of the other's."
    return f"Only you and {isolated(reading.couple.coach.name)} can read these pages."
