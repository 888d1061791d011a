"""A report of nine pages stays light; what it costs beside the bare library is a figure of tests/benchmarks."""

import dataclasses

from practice.reporting.progress import ProgressFacts
from tests import extract
from tests.reporting import sample


def nine_pages() -> ProgressFacts:
    facts = sample.facts()
    return dataclasses.replace(facts, together=facts.together * 2, own=facts.own * 2)


def test_nine_pages_are_light() -> None:
    printed = sample.printed(nine_pages())
    assert len(extract.lengths(printed)) == 9
    assert len(printed) <= 150 * 1024
