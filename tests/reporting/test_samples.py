"""Each kind of report in its sample: strict, whole, light, readable aloud, and nothing on its outside that names anybody."""

import dataclasses
from typing import Any

import pytest

from practice.reporting.facts import facts_digest, from_plain, to_plain
from practice.reporting.kinds import KINDS
from practice.reporting.models import Kind
from tests import extract
from tests.reporting import samples
from tests.tagged.faults import faults

HOSTILE = "<script>alert(1)</script><style>*{display:none}</style> {{ 7 }} </p>&amp;"
NAMES = ["ليلى", "נועה", "王小明", "अना", "👩🏽‍🌾"]


@pytest.fixture(params=KINDS, ids=str)
def kind(request: pytest.FixtureRequest) -> Kind:
    return request.param


def test_its_sample_is_read_strictly_and_kept_again(kind: Kind) -> None:
    told = samples.facts(kind)
    assert from_plain(KINDS[kind].facts, to_plain(told)) == told


def test_its_paper_is_whole_and_light(kind: Kind) -> None:
    told = samples.facts(kind)
    printed = samples.printed(kind, told)
    assert faults(printed) == []
    assert len(printed) <= 150 * 1024
    assert facts_digest(told) in extract.flat(extract.pages(printed)[-1])
    assert extract.page_sizes(printed) == {(595, 842)}
    assert [page for page in extract.pages(printed) if len(page) < 320] == []
    beside = f"{extract.metadata(printed)} {' '.join(extract.outline(printed))}"
    assert [name for name in ("Ana", "Ben") if name in beside] == []


def test_it_is_set_on_letter_too(kind: Kind) -> None:
    told = samples.facts(kind)
    letter = dataclasses.replace(told, sheet=dataclasses.replace(told.sheet, size="Letter"))
    assert extract.page_sizes(samples.printed(kind, letter)) == {(612, 792)}


def test_markup_in_any_text_is_text(kind: Kind) -> None:
    told: Any = samples.worded(samples.facts(kind), lambda text: text and f"{text}{HOSTILE}")
    html = samples.html(kind, told)
    assert html.count("<script") == html.count("<style") == 0
    assert html.count("&lt;script&gt;") > 10
    assert extract.flat(HOSTILE) in extract.everything(samples.printed(kind, told))


def test_names_and_words_of_any_script_are_printed(kind: Kind) -> None:
    names = iter(NAMES * 10_000)
    told: Any = samples.worded(samples.facts(kind), lambda text: text and f"{next(names)} {text}")
    assert extract.pages(samples.printed(kind, told))
