"""Rows to facts: the closing report of one couple, for both or for one of them."""

from practice import formats
from practice.appointments.standing import Appointment
from practice.programme.library import Programme
from practice.programme.models import edition_of
from practice.reporting import aims, entries, lines, meetings, parting, scores, signed, standing, writings
from practice.reporting.audience import Reading
from practice.reporting.closing import ClosingFacts
from practice.reporting.counting import counted
from practice.reporting.given import assignments
from practice.reporting.notes import closing_notes
from practice.reporting.period import Period
from practice.reporting.promises import promises
from practice.reporting.request import ReportRequest
from practice.reporting.room import Room
from practice.reporting.sheets import sheet_of
from practice.reporting.then import milestones, then_and_now
from practice.reporting.wording import measures

_WHERE = "They stand where they were written, for the same readers as before."


def gather(request: ReportRequest) -> ClosingFacts:
    """The facts of a closing report: from the day a couple began, whatever days were asked for, to the last day asked for."""
    couple, reading = request.couple, request.reading
    period = _whole_way(request)
    edition = edition_of(couple)
    steps, given, sheets = edition.steps, assignments(reading), lines.sheets(reading)
    sent, met, scored = writings.sent(reading, period), meetings.known(reading, period), scores.known(reading, period)
    daily, texts, by_step = entries.noted(reading, period), signed.known(reading, period), standing.by_step(given)
    programme, marks = edition.programme, standing.strip(reading, steps, by_step)
    together = [one for one in sent if one.part.assignment.together]
    room = Room()
    return ClosingFacts(
        sheet=sheet_of(request),
        couple=reading.address,
        period=period.words,
        opening=_opening(reading, met, period),
        texts=signed.told(texts, period),
        then_and_now=then_and_now(reading, daily, _titles(programme), scored, period),
        strip_finding=standing.finding(reading, marks, steps),
        strip=marks,
        milestones=milestones(reading, given, met, sheets, list(signed.days(texts, period)), period),
        measures=measures(couple.coach.name, *counted(reading, given, sent, sheets, met, daily, scored, period)),
        aims=aims.aims(reading, period),
        scores=scores.charts(reading, scored),
        promises=promises(reading, sheets, period),
        go_back=parting.go_back(reading, given, texts, sheets, daily, period),
        words=writings.written(reading, together, period, room),
        words_title="What you wrote and let be printed",
        hard_intro="Hard weeks come back. They do not undo what you have done. When one comes, begin with the smallest of these.",
        hard=parting.hard(reading, programme, texts, sheets, period),
        thanks=parting.thanks(reading),
        thanks_from=couple.coach.name,
        notes=(*room.note(_WHERE), *closing_notes(reading, programme.credit, scored)),
    )


def _whole_way(request: ReportRequest) -> Period:
    zone = request.couple.coach.time_zone
    began = Period(request.to_on, request.to_on, zone).day(request.couple.began_at)
    return Period(min(began, request.to_on), request.to_on, zone)


def _opening(reading: Reading, met: list[Appointment], period: Period) -> str:
    weeks = formats.count((period.to_on - period.from_on).days // 7, "week", "weeks")
    both = meetings.for_both(met)
    times = f" and {formats.count(both, 'meeting', 'meetings')} for you both" if both else ""
    return f"{weeks}{times}. This is the way from the first day to the last, with what you agreed and what stays with you."


def _titles(programme: Programme) -> dict[str, str]:
    """What a daily entry is called, by its key."""
    return {daily.key: daily.title for step in programme.steps for daily in step.dailies}
