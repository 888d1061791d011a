"""A progress report as the worker makes it, from rows to PDF."""

import io
from datetime import date

from pypdf import PdfReader

from practice import clock
from practice.couples import models as couples
from practice.people.models import by_email
from practice.reporting import paper, pdf
from practice.reporting.facts import facts_digest
from practice.reporting.models import Audience, Kind
from practice.reporting.progress import ProgressFacts
from practice.reporting.progress_gathering import gather
from practice.reporting.request import ReportRequest


class Report:
    """Ana and Ben's report over a time of about nine pages; needs an app context."""

    def __init__(self, from_on: date, to_on: date) -> None:
        ana = by_email("ana@example.test")
        assert ana
        self._couple, self._period = couples.of(ana), (from_on, to_on)

    def facts(self) -> ProgressFacts:
        wanted = (Kind.PROGRESS, self._couple, Audience.COUPLE, *self._period)
        return gather(ReportRequest(*wanted, today=clock.today(), report_id="benchmark"))

    def html(self) -> str:
        return paper.html("progress", self.facts())

    def whole(self) -> bytes:
        facts = self.facts()
        html = paper.html("progress", facts)
        return pdf.render(html, stylesheets=paper.stylesheets("progress", facts), identifier=facts_digest(facts))

    @staticmethod
    def pages(made: bytes) -> int:
        return len(PdfReader(io.BytesIO(made)).pages)
