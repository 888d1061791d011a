"""The sample of the progress report, and what tests change in it."""

import dataclasses
from typing import Any

from practice.reporting.figures import Who
from practice.reporting.models import Kind
from practice.reporting.progress import ProgressFacts
from practice.reporting.script import direction, paragraphs
from practice.reporting.texts import Part, Told, Written
from tests.reporting import samples


def plain() -> dict[str, Any]:
    return samples.plain(Kind.PROGRESS, "first")


def facts() -> ProgressFacts:
    told: ProgressFacts = samples.facts(Kind.PROGRESS, "first")
    return told


def saying(text: str, name: str = "Ana", **changes: Any) -> ProgressFacts:
    """The sample with one answer of Ana's in place of all that was written, and little else, so that it is soon set."""
    part = Part(Who(name, 1, direction(name)), "sent on 2 March", (Told("What did you see?", paragraphs(text)),))
    written = Written("Both feet in", "Step 1, together.", (part,))
    return dataclasses.replace(samples.few(facts()), together=(written,), own=(), **changes)


def printed(told: ProgressFacts) -> bytes:
    return samples.printed(Kind.PROGRESS, told)
