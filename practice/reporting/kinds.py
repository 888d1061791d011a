"""The kinds of report that can be made: for whom each may be, where its paper lies, and who gathers its facts.

One line a kind. A kind that is not in the table is not offered and cannot be asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from practice.errors import Refused
from practice.reporting import (
    brief_gathering,
    closing_gathering,
    progress_gathering,
    release_gathering,
    summary_gathering,
    workbook_gathering,
)
from practice.reporting.brief import BriefFacts
from practice.reporting.closing import ClosingFacts
from practice.reporting.models import Audience, Kind
from practice.reporting.progress import ProgressFacts
from practice.reporting.release import ReleaseFacts
from practice.reporting.request import ReportRequest
from practice.reporting.summary import SummaryFacts
from practice.reporting.workbook import WorkbookFacts


@dataclass(frozen=True)
class Making:
    """How a kind of report is made. Its title is the kind's own label."""

    audiences: tuple[Audience, ...]  # in the order in which they are offered
    folder: str  # below reports/: report.html, report.css, a sample-….json for each audience
    facts: type  # what its samples are read back as
    gather: Callable[[ReportRequest], Any]  # facts, with their sheet


_COUPLE, _FIRST, _SECOND, _COACH = Audience.COUPLE, Audience.FIRST, Audience.SECOND, Audience.COACH

KINDS: dict[Kind, Making] = {
    Kind.BRIEF: Making((_COACH,), "brief", BriefFacts, brief_gathering.gather),
    Kind.PROGRESS: Making((_COUPLE, _FIRST, _SECOND, _COACH), "progress", ProgressFacts, progress_gathering.gather),
    Kind.SUMMARY: Making((_COUPLE,), "summary", SummaryFacts, summary_gathering.gather),
    Kind.WORKBOOK: Making((_FIRST, _SECOND), "workbook", WorkbookFacts, workbook_gathering.gather),
    Kind.RELEASE: Making((_COUPLE, _FIRST, _SECOND), "release", ReleaseFacts, release_gathering.gather),
    Kind.CLOSING: Making((_COUPLE, _FIRST, _SECOND), "closing", ClosingFacts, closing_gathering.gather),
}


def making(kind: Kind) -> Making:
    """How this kind is made. Raises: Refused where it cannot be made yet."""
    if kind not in KINDS:
        raise Refused(f"A {kind.label.lower()} cannot be made yet.")
    return KINDS[kind]
