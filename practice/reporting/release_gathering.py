"""Rows to facts: the release copy, made of what those who consented may know, and for one alone only of what is their own."""

from collections.abc import Iterator
from dataclasses import replace

from practice import formats
from practice.appointments import standing as appointments
from practice.appointments.standing import Attended as Came
from practice.appointments.standing import State, WithWhom
from practice.errors import Refused
from practice.goals import standing as goals
from practice.goals.standing import Goal
from practice.measures import results
from practice.measures.results import Score, Series
from practice.people.models import Person
from practice.reporting import consents, release_wording
from practice.reporting.consents import Standing
from practice.reporting.period import Period
from practice.reporting.release import Aim, Attended, Consent, ReleaseFacts, Total, Totals
from practice.reporting.releases import Holding, Terms
from practice.reporting.request import ReportRequest
from practice.reporting.script import isolated, paragraph, paragraphs
from practice.reporting.sheets import sheet_of

_OF_ANOTHER = "This release is about another couple or other readers, so no copy of it is made here."


def gather(request: ReportRequest) -> ReleaseFacts:
    """The facts of a release copy; `about` is the release's public id. Raises: Refused where a consent is missing now."""
    standing = _standing(request)
    terms, zone = standing.terms, request.couple.coach.time_zone
    period, people = Period(terms.from_on, terms.to_on, zone), request.reading.partners
    alone = isolated(people[0].name) if standing.redacted else ""
    attendance = tuple(_attendance(request, terms)) if Holding.ATTENDANCE in terms.holds else ()
    aims = tuple(_aims(request, period)) if Holding.GOALS in terms.holds else ()
    series = _series(request, period) if Holding.TOTALS in terms.holds else []
    cited = tuple(dict.fromkeys(f"{each.instrument.name}: {each.instrument.citation}" for each in series))
    return ReleaseFacts(
        sheet=replace(
            sheet_of(request),
            audience=f"Prepared for {isolated(release_wording.shortened(terms.recipient))}",
            confidentiality=f"Purpose: {isolated(release_wording.shortened(terms.purpose))}. Confidential: not to be handed on",
        ),
        about=f"About {formats.joined([isolated(person.name) for person in people])}",
        recipient=paragraph(terms.recipient),
        purpose=paragraph(terms.purpose),
        period=period.words,
        prepared=f"Prepared on {formats.day(period.day(standing.prepared_at))}",
        consents=tuple(_consents(request, standing, period)),
        attendance=attendance,
        attendance_finding=_found(Holding.ATTENDANCE, terms, len(attendance), "appointment", "appointments"),
        aims=aims,
        aims_finding=_found(Holding.GOALS, terms, len(aims), "goal", "goals"),
        totals=tuple(_totals(request, each) for each in series),
        totals_finding=_found(
            Holding.TOTALS, terms, sum(score.total is not None for each in series for score in each.scores), "total", "totals"
        ),
        withheld=release_wording.withheld(terms.holds, alone=alone),
        notes=release_wording.notes(terms.holds, alone=alone, cited=cited),
    )


def _standing(request: ReportRequest) -> Standing:
    """The release as it stands now. Raises: Refused where the copy may not leave."""
    release = consents.named(request.about)
    if release is None or release.couple_id != request.couple.id or release.audience is not request.audience:
        raise Refused(_OF_ANOTHER)
    release.must_stand()
    return consents.of(request.about)


def _consents(request: ReportRequest, standing: Standing, period: Period) -> Iterator[Consent]:
    what = formats.joined([release_wording.NAMES[each] for each in standing.terms.holds])
    for each in standing.consented:
        yield Consent(request.reading.who(each.person), f"consented on {formats.day(period.day(each.at))} to {what}")


def _found(holding: Holding, terms: Terms, number: int, one: str, many: str) -> str:
    if holding not in terms.holds:
        return ""
    if not number:
        return f"There is no {one} to tell of from these days."
    return f"{formats.count(number, one, many)} from these days."


def _attendance(request: ReportRequest, terms: Terms) -> Iterator[Attended]:
    """Of both: what both were invited to. Of one: what that one came to, and nothing tells with whom."""
    couple, people = request.couple, request.reading.partners
    both = len(people) == 2
    known = appointments.of(couple, request.reading.readers, terms.from_on, terms.to_on)
    came = {person.id: _came_to(request, person, terms) for person in people}
    for one in known:
        there = [isolated(person.name) for person in people if one.public_id in came[person.id]]
        if one.state is State.HELD and (there or both) and (one.with_whom is WithWhom.BOTH or not both):
            words = formats.joined(there) or "neither"
            yield Attended(formats.day(one.on), formats.count(one.minutes, "minute", "minutes"), words)


def _came_to(request: ReportRequest, person: Person, terms: Terms) -> set[str]:
    """The appointments this partner was at: each one's coming is theirs and the coach's to know, and theirs to release."""
    theirs = appointments.of(request.couple, (person, request.couple.coach), terms.from_on, terms.to_on)
    return {one.public_id for one in theirs for _, how in one.attendance if how in (Came.CAME, Came.LATE)}


def _aims(request: ReportRequest, period: Period) -> Iterator[Aim]:
    for goal in goals.of(request.couple, request.reading.readers):
        if goal.person in request.reading.partners and goal.first.on <= period.to_on:
            words = paragraphs("\n\n".join(filter(None, (goal.wants, goal.notices))))
            yield Aim(request.reading.who(goal.person), words, _ratings(goal, period))


def _ratings(goal: Goal, period: Period) -> str:
    rated = [each for each in goal.ratings if period.from_on <= each.on <= period.to_on]
    if not rated:
        return "Not rated in these days."
    told = [f"{each.value} out of 10 on {formats.day(each.on)}" for each in rated]
    return f"Rated {told[0]}." if len(told) == 1 else f"Rated {told[0]}, and {told[-1]}."


def _series(request: ReportRequest, period: Period) -> list[Series]:
    known = results.of(request.couple, request.reading.readers)
    within = [
        replace(each, scores=tuple(score for score in each.scores if period.from_on <= score.on <= period.to_on))
        for each in known
        if each.person in request.reading.partners
    ]
    return [each for each in within if each.scores]


def _totals(request: ReportRequest, series: Series) -> Totals:
    instrument = series.instrument
    better = "higher" if instrument.higher_is_better else "lower"
    reading = f"From {instrument.lowest} to {instrument.highest}; {better} is better. {instrument.status.label.capitalize()}."
    title = f"{instrument.name}, wording {series.version}"
    told = tuple(Total(formats.day(score.on), _total(score)) for score in series.scores)
    return Totals(request.reading.who(series.person), title, reading, told)


def _total(score: Score) -> str:
    if score.total is None:
        return "not complete" if score.answered else "left out"
    return f"{score.total.normalize():f}"
