"""`python -m tests.benchmarks sizes`: what a page costs as papers grow, each beside a page of the shortest one of its kind.

Seconds are those that the processor worked, in this very process: another's work on the machine counts little.
"""

import dataclasses
import itertools
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flask import Flask

from practice import clock
from practice.couples import models as couples
from practice.people.models import by_email
from practice.programme.models import edition_of
from practice.reporting import paper, pdf
from practice.reporting.facts import facts_digest
from practice.reporting.kinds import KINDS
from practice.reporting.models import Audience, Kind
from practice.reporting.request import ReportRequest
from practice.reporting.room import MOST, Room
from practice.reporting.workbook_gathering import ALONE, TOGETHER
from tests.reporting import sample

LIMIT = 30.0  # seconds that the press has for one paper


def main(app: Flask) -> None:
    """Print all sizes; ends with 1 where the largest paper comes near the limit."""
    pdf.prepare()
    slowest = 0.0
    print(f"{'paper':44}{'pages':>7}{'seconds':>9}{'ms a page':>11}{'ratio':>7}")
    for sizes in (_progress(), _workbooks(app)):
        least = 0.0
        for name, kind, facts in sizes:
            took, pages = _set(kind, facts)
            least = least or took / pages
            slowest = max(slowest, took)
            print(f"{name:44}{pages:7}{took:9.2f}{took / pages * 1000:11.0f}{took / pages / least:7.2f}")
            sys.stdout.flush()
    if slowest > LIMIT / 2:
        sys.exit(f"The largest paper takes {slowest:.1f} s of the {LIMIT:.0f} s there are; at most half is right.")


def _set(kind: Kind, facts: Any) -> tuple[float, int]:
    began = time.process_time()
    html, sheets = paper.html(KINDS[kind].folder, facts), paper.stylesheets(KINDS[kind].folder, facts)
    _, pages = pdf.paged(html, stylesheets=sheets, identifier=facts_digest(facts))
    return time.process_time() - began, pages


def _progress() -> Iterator[tuple[str, Kind, Any]]:
    """So many of the sample's reflections, and answers as long as they may be, as far as a paper holds them."""
    told = sample.facts()
    parts = [(step, part) for step in told.together for part in step.parts]
    longest = sample.saying("So it was, and so we said it. " * 666).together[0]
    for name, many in (
        *((f"{number} reflections", itertools.islice(itertools.cycle(parts), number)) for number in (10, 100, 500)),
        (f"of {MOST:,} characters", itertools.repeat((longest, longest.parts[0]), 99)),
    ):
        room = Room()
        held = [
            dataclasses.replace(step, parts=(dataclasses.replace(part, told=fitting),))
            for step, part in many
            if (fitting := room.fitting(part.told))
        ]
        said = f"progress report, {name}" + (f", {room.more} left out" if room.more else "")
        yield said, Kind.PROGRESS, dataclasses.replace(told, together=tuple(held), own=())


def _workbooks(app: Flask) -> Iterator[tuple[str, Kind, Any]]:
    """Sheets to fill in by hand: one step, those of both, one's own."""
    with app.app_context():
        ana, today = by_email("ana@example.test"), clock.today()
        assert ana
        couple = couples.of(ana)
        first = edition_of(couple).steps[0].slug
        for name, about in (("one step", first), ("joint steps", TOGETHER), ("steps done alone", ALONE)):
            days = (today - timedelta(days=75), today, today)
            wanted = ReportRequest(Kind.WORKBOOK, couple, Audience.FIRST, *days, report_id="0" * 32, about=about)
            yield f"blank sheets, {name}", Kind.WORKBOOK, KINDS[Kind.WORKBOOK].gather(wanted)
