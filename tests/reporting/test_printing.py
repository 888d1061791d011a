"""The paper itself, read back: what must be on it is found by two extractors, what must not is found by none."""

import pytest

from practice.reporting.facts import facts_digest
from practice.reporting.models import Kind
from tests import extract
from tests.reporting import sample, samples

MARKER = "Fernweh4711"


def test_both_extractors_find_what_was_written() -> None:
    printed = sample.printed(sample.saying(f"I felt {MARKER} again."))
    assert MARKER in extract.by_pypdf(printed)
    assert MARKER in extract.by_another(printed)
    assert MARKER in extract.everything(printed)


def test_what_is_not_in_the_facts_is_nowhere() -> None:
    assert MARKER not in extract.everything(samples.made(Kind.PROGRESS, "first"))


def test_nothing_is_attached_and_no_link_leads_away() -> None:
    printed = sample.printed(sample.saying("See https://example.org/ and mailto:ana@example.org"))
    assert extract.attachments(printed) == {}
    assert extract.links(printed) == []


def test_every_page_says_whose_it_is_for_whom_and_how_many() -> None:
    facts = sample.facts()
    pages = extract.pages(samples.made(Kind.PROGRESS, "first"))
    for number, page in enumerate(pages, start=1):
        for words in (
            facts.sheet.practice, facts.sheet.audience, facts.sheet.confidentiality, facts.sheet.policy,
            facts.sheet.report_id, facts_digest(facts)[:12], "Progress report", f"page {number} of {len(pages)}",
        ):  # fmt: skip
            assert extract.flat(words) in extract.flat(page)


def test_the_same_facts_give_the_same_paper() -> None:
    assert samples.made(Kind.PROGRESS, "first") == sample.printed(sample.facts())


def test_markup_in_an_answer_is_printed_as_typed() -> None:
    typed = "<script>alert(1)</script> {{ facts.sheet }} <b>bold</b> &amp; <!-- no -->"
    found = extract.everything(sample.printed(sample.saying(typed, name="<i>Ana</i>")))
    assert extract.flat(typed) in found
    assert "<i>Ana</i>" in found


def test_an_answer_of_twenty_thousand_characters_is_printed_whole() -> None:
    words = " ".join(f"word{number:04}" for number in range(2222))
    found = extract.flat(extract.by_pypdf(sample.printed(sample.saying(f"{words} {MARKER}"))))
    assert all(f"word{number:04}" in found for number in range(2222))
    assert MARKER in found


def test_one_endless_word_stays_on_the_paper() -> None:
    found = extract.flat(extract.by_pypdf(sample.printed(sample.saying("x" * 20_000))))
    assert found.count("x") >= 20_000


def test_lines_and_paragraphs_stay_as_they_were_typed() -> None:
    lines = extract.by_another(sample.printed(sample.saying("first line\nsecond line\n\nthird line"))).splitlines()
    # The day it was sent stands in the margin, on the first line.
    ends = [line.split()[-2] for line in lines if line.endswith(" line")]
    assert ends == ["first", "second", "third"]


@pytest.mark.parametrize("name", ["ليلى", "נועה", "Zoë Ångström", "Ана", "O'Brien-Łukasz"])
def test_a_name_that_the_faces_at_hand_know_can_be_read_back(name: str) -> None:
    printed = sample.printed(sample.saying("Hello.", name=name))
    found = extract.flat(extract.by_pypdf(printed))
    # Right-to-left text may come back in the order in which it is seen.
    assert extract.flat(name) in found or extract.flat(name)[::-1] in found
