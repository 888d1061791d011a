"""What stands on every page of a report, gathered for its readers."""

from practice import formats
from practice.people.letterheads import letterhead_of, logo_of
from practice.people.models import Practice
from practice.reporting.facts import Sheet
from practice.reporting.orders import Dress
from practice.reporting.request import ReportRequest

_LETTER = frozenset(["US", "CA", "MX", "PH"])


def sheet_of(request: ReportRequest) -> Sheet:
    """The sheet of this report."""
    couple, policy = request.couple, request.couple.agreed
    letterhead = letterhead_of(couple.practice)
    agreed = f"{policy.kind.label.lower()}, version {policy.version}" if policy else "none signed yet"
    return Sheet(
        report_id=request.report_id,
        title=request.kind.label,
        practice=letterhead.name,
        audience=request.reading.label,
        confidentiality="Confidential: for the readers named here alone, please keep it safe",
        policy=f"Confidentiality policy: {agreed}",
        issued_on=request.today,
        issued=f"Issued on {formats.day(request.today)}",
        size="Letter" if couple.practice.country in _LETTER else "A4",
        address=letterhead.lines,
        footer=letterhead.footer,
        accent=letterhead.accent,
        logo=letterhead.logo.digest if letterhead.logo else "",
    )


def dress_of(practice: Practice, sheet: Sheet) -> Dress:
    """What a paper wears, whatever the practice's paper may look like by now."""
    logo = logo_of(practice, sheet.logo)
    return Dress(sheet.accent, logo.data, logo.kind) if logo else Dress(sheet.accent)
