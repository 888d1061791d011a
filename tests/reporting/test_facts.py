"""Facts are plain, their fingerprint is steady, and what is read back is what was kept."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest

from practice.reporting.facts import facts_digest, from_plain, to_plain
from practice.reporting.progress import ProgressFacts
from practice.reporting.sections import Dated
from tests.reporting import sample


def test_the_sample_is_read_back_as_it_was_kept() -> None:
    told = sample.facts()
    assert from_plain(ProgressFacts, to_plain(told)) == told


def test_the_same_facts_have_the_same_fingerprint() -> None:
    assert facts_digest(sample.facts()) == facts_digest(sample.facts())
    assert len(facts_digest(sample.facts())) == 64


def test_one_changed_word_changes_the_fingerprint() -> None:
    facts = sample.facts()
    changed = dataclasses.replace(facts, meetings=(*facts.meetings, Dated("9 November", "You both met Maya.")))
    assert facts_digest(changed) != facts_digest(facts)


def test_a_day_issued_later_changes_the_fingerprint() -> None:
    facts = sample.facts()
    sheet = dataclasses.replace(facts.sheet, issued_on=facts.sheet.issued_on + timedelta(days=1))
    assert facts_digest(dataclasses.replace(facts, sheet=sheet)) != facts_digest(facts)


@pytest.mark.parametrize("thing", [1.5, datetime(2026, 3, 1, tzinfo=UTC), b"bytes", ["list"], {"a": 1}, object(), {1, 2}])
def test_what_is_no_fact_is_refused(thing: object) -> None:
    with pytest.raises(TypeError, match="is not a fact"):
        to_plain((thing,))


def test_a_day_is_kept_as_a_day() -> None:
    assert to_plain((date(2026, 3, 1), date(2026, 3, 1))) == ["2026-03-01", "2026-03-01"]


def test_an_unknown_key_is_told_by_its_place() -> None:
    plain = sample.plain()
    plain["measures"][2]["colour"] = "plum"
    with pytest.raises(ValueError, match=r"facts\.measures\[2\]: unknown colour"):
        from_plain(ProgressFacts, plain)


def test_a_missing_key_is_told_by_its_place() -> None:
    plain = sample.plain()
    del plain["sheet"]["practice"]
    with pytest.raises(ValueError, match=r"facts\.sheet: missing practice"):
        from_plain(ProgressFacts, plain)


def test_a_number_where_words_belong_is_told() -> None:
    plain = sample.plain()
    plain["period"] = 7
    with pytest.raises(ValueError, match=r"facts\.period: 7 is not str"):
        from_plain(ProgressFacts, plain)
