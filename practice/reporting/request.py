"""What is wanted on paper: all that the gathering of any kind of report is told, with the day as an argument."""

from dataclasses import dataclass
from datetime import date

from practice.couples.models import Couple
from practice.reporting.audience import Reading
from practice.reporting.models import Audience, Kind, Report
from practice.reporting.period import Period


@dataclass(frozen=True)
class ReportRequest:
    """One report as it was asked for.

    `about` is the public id or slug of what it is about: an appointment (brief, summary), a step or "" (workbook),
    a release (release copy), else "". `today` is the day on which it is made.
    """

    kind: Kind
    couple: Couple
    audience: Audience
    from_on: date
    to_on: date
    today: date
    report_id: str
    about: str = ""

    @property
    def reading(self) -> Reading:
        """For whom it is, and what they may all know."""
        return Reading(self.couple, self.audience)

    @property
    def period(self) -> Period:
        """Its days, on the coach's calendar."""
        return Period(self.from_on, self.to_on, self.couple.coach.time_zone)


def request_of(report: Report, today: date) -> ReportRequest:
    """What this row asks for, made today."""
    return ReportRequest(
        report.kind, report.couple, report.audience, report.from_on, report.to_on, today, report.public_id, report.about
    )
