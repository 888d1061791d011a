"""A nine-page report stays light, and costs little more than the bare library on the same HTML."""

import dataclasses
import time
from collections.abc import Callable

import pytest
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from practice import places
from practice.reporting import paper
from practice.reporting.progress import ProgressFacts
from tests import extract
from tests.reporting import sample


def nine_pages() -> ProgressFacts:
    facts = sample.facts()
    return dataclasses.replace(facts, together=facts.together * 2, own=facts.own * 2)


def bare(facts: ProgressFacts) -> None:
    html, fonts = paper.html("progress", facts), FontConfiguration()
    sheets = [CSS(filename=places.reports() / name, font_config=fonts) for name in paper.stylesheets("progress", facts)]
    page = HTML(string=html, base_url=f"{places.reports().as_uri()}/")
    page.write_pdf(pdf_variant="pdf/ua-1", font_config=fonts, stylesheets=sheets)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@pytest.fixture(scope="module")
def printed() -> bytes:
    """Set once: the one test looks at it, for the other it has warmed our door."""
    return sample.printed(nine_pages())


def test_nine_pages_are_light(printed: bytes) -> None:
    assert len(extract.lengths(printed)) == 9
    assert len(printed) <= 150 * 1024


@pytest.mark.usefixtures("printed")
def test_our_door_costs_little_more_than_the_bare_library() -> None:
    facts = nine_pages()
    # In turns and the best of each, for other work on the machine slows both alike.
    pairs = [(seconds(lambda: sample.printed(facts)), seconds(lambda: bare(facts))) for _ in range(3)]
    assert min(ours for ours, _ in pairs) <= 1.2 * min(theirs for _, theirs in pairs)
