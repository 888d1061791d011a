"""The sample of the progress report, and what tests change in it."""

import dataclasses
import json
from typing import Any

from practice import places
from practice.reporting import paper, pdf
from practice.reporting.facts import facts_digest, from_plain
from practice.reporting.figures import Who
from practice.reporting.progress import ProgressFacts
from practice.reporting.script import direction, paragraphs
from practice.reporting.texts import Part, Told, Written


def plain() -> dict[str, Any]:
    return json.loads((places.reports() / "progress" / "sample-first.json").read_text())


def facts() -> ProgressFacts:
    return from_plain(ProgressFacts, plain())


def saying(text: str, name: str = "Ana", **changes: Any) -> ProgressFacts:
    """The sample with one answer of Ana's in place of all that was written."""
    part = Part(Who(name, 1, direction(name)), "sent on 2 March", (Told("What did you see?", paragraphs(text)),))
    written = Written("Both feet in", "Step 1, together.", (part,))
    return dataclasses.replace(facts(), together=(written,), own=(), **changes)


def printed(told: ProgressFacts) -> bytes:
    html = paper.html("progress", told)
    return pdf.render(html, stylesheets=paper.stylesheets("progress", told), identifier=facts_digest(told))
