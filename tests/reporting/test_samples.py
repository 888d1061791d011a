"""Each kind of report for each of its readers: strict, whole, light, readable aloud, and no name on its outside."""

from typing import Any

import pytest

from practice import places
from practice.charts.strips import StripState
from practice.reporting.facts import canonical, facts_digest, from_plain, to_plain
from practice.reporting.kinds import KINDS
from practice.reporting.models import Kind
from tests import extract
from tests.reporting import samples
from tests.tagged.faults import faults

HOSTILE = "<script>alert(1)</script><style>*{display:none}</style> {{ 7 }} </p>&amp;"
NAMES = ["ليلى", "נועה", "王小明", "अना", "👩🏽‍🌾"]
# Characters on a page: a pen needs few, a reader more than head, foot and a line or two.
ONLY_ITS_FOOT, ALMOST_NOTHING = 260, 460
Sample = tuple[Kind, str]


def assert_no_page_is_almost_empty(kind: Kind, name: str, printed: bytes) -> None:
    lengths = extract.lengths(printed)
    assert min(lengths) > (ONLY_ITS_FOOT if name == "blank" else ALMOST_NOTHING), f"{kind} for {name}: {lengths}"


@pytest.fixture(params=samples.ALL, ids="-".join)
def sample(request: pytest.FixtureRequest) -> Sample:
    return request.param


@pytest.fixture(params=samples.FIRSTS, ids="-".join)
def one_of_each(request: pytest.FixtureRequest) -> Sample:
    return request.param


def test_there_is_no_sample_of_readers_who_are_never_given_it() -> None:
    kept = {(path.parent.name, path.stem.removeprefix("sample-")) for path in places.reports().glob("*/sample*.json")}
    assert kept == {(KINDS[kind].folder, name) for kind, name in samples.ALL}


def test_it_is_read_strictly_and_kept_again(sample: Sample) -> None:
    told = samples.facts(*sample)
    assert from_plain(KINDS[sample[0]].facts, to_plain(told)) == told


def test_what_both_read_tells_nothing_that_one_did_alone() -> None:
    for kind in (Kind.PROGRESS, Kind.CLOSING):
        told = samples.facts(kind, "couple")
        assert {step.state for step in told.strip if step.group.startswith("On your own")} == {StripState.PRIVATE}
        assert not getattr(told, "own", ())
    for name, other in (("first", "Ben"), ("second", "Ana")):
        assert other not in canonical(samples.facts(Kind.RELEASE, name)).decode()


def test_its_paper_is_whole_and_light(sample: Sample) -> None:
    printed = samples.made(*sample)
    assert faults(printed) == []
    assert len(printed) <= 150 * 1024
    assert facts_digest(samples.facts(*sample)) in extract.flat(extract.by_another(printed))
    assert extract.page_sizes(printed) == {(595, 842)}
    assert_no_page_is_almost_empty(*sample, printed)
    beside = f"{extract.metadata(printed)} {' '.join(extract.outline(printed))}"
    assert [name for name in ("Ana", "Ben") if name in beside] == []


def test_it_is_whole_on_letter_too(sample: Sample) -> None:
    printed = samples.made(*sample, "Letter")
    assert faults(printed) == []
    assert extract.page_sizes(printed) == {(612, 792)}
    assert_no_page_is_almost_empty(*sample, printed)


def test_a_brief_is_read_in_two_minutes() -> None:
    assert len(extract.lengths(samples.made(Kind.BRIEF, "coach"))) <= 2


def test_markup_in_any_text_is_text_in_any_script(one_of_each: Sample) -> None:
    names = iter(NAMES * 10_000)
    told: Any = samples.worded(samples.few(samples.facts(*one_of_each)), lambda text: text and f"{next(names)} {text}{HOSTILE}")
    html = samples.html(one_of_each[0], told)
    assert html.count("<script") == html.count("<style") == 0
    assert html.count("&lt;script&gt;") > 10
    assert extract.flat(HOSTILE) in extract.everything(samples.printed(one_of_each[0], told))
