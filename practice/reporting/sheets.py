"""What stands on every page of a report, gathered for its readers."""

from practice import formats
from practice.reporting.facts import Sheet
from practice.reporting.request import ReportRequest

_LETTER = frozenset(["US", "CA", "MX", "PH"])


def sheet_of(request: ReportRequest) -> Sheet:
    """The sheet of this report."""
    couple, policy = request.couple, request.couple.agreed
    agreed = f"{policy.kind.label.lower()}, version {policy.version}" if policy else "none signed yet"
    return Sheet(
        report_id=request.report_id,
        title=request.kind.label,
        practice=couple.practice.name,
        audience=request.reading.label,
        confidentiality="Confidential: for the readers named here alone, please keep it safe",
        policy=f"Confidentiality policy: {agreed}",
        issued_on=request.today,
        issued=f"Issued on {formats.day(request.today)}",
        size="Letter" if couple.practice.country in _LETTER else "A4",
    )
