"""Scores and change: the published figures, the edges, and what must hold for any numbers at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.measures.instruments import shipped, worded
from practice.measures.scoring import (
    Category,
    NotComparable,
    alarms,
    answered,
    band,
    category,
    cutoff,
    is_reliable,
    reliable_change,
    standard_error_of_difference,
    subtotals,
    threshold,
    total,
    verdict,
)  # fmt: skip
from tests.measures.stand_ins import HOUSE_SCALE

D = Decimal
POINTS = st.decimals(0, 100, places=1)
FIGURES = {"sd": st.decimals("0.1", 40, places=1), "reliability": st.decimals(0, "0.99", places=2)}
CSI_16 = {"sd": 17, "reliability": 0.98, "cut": 51.5, "higher_is_better": True}


def test_the_worked_example_of_jacobson_and_truax() -> None:
    assert standard_error_of_difference(7.5, 0.80) == pytest.approx(4.743, abs=0.0005)
    assert standard_error_of_difference(7.5, 0.80) / 2**0.5 == pytest.approx(3.354, abs=0.0005)
    assert reliable_change(32.5, 47.5, sd=7.5, reliability=0.80) == pytest.approx(3.16, abs=0.005)
    assert reliable_change(47.5, 32.5, sd=7.5, reliability=0.80) == pytest.approx(-3.16, abs=0.005)


def test_the_second_published_example() -> None:
    difference = standard_error_of_difference(D("10.5"), D("0.931"))
    assert difference / 2**0.5 == pytest.approx(2.758124, abs=5e-7)
    assert difference == pytest.approx(3.900577, abs=5e-7)
    assert 1.96 * difference == pytest.approx(7.645131, abs=5e-7)


def test_the_three_cuts() -> None:
    known = {"m_clin": 40, "sd_clin": 7.5, "m_func": 60, "sd_func": 7.5}
    assert [cutoff(kind, **known, higher_is_better=True) for kind in "abc"] == [55, 45, 50]
    mirrored = {"m_clin": 60, "sd_clin": 7.5, "m_func": 40, "sd_func": 7.5}
    assert [cutoff(kind, **mirrored, higher_is_better=False) for kind in "abc"] == [45, 55, 50]
    assert cutoff("c", m_clin=40, sd_clin=10, m_func=60, sd_func=5, higher_is_better=True) == pytest.approx(160 / 3)


@pytest.mark.parametrize(
    ("sd", "reliability", "points"), [(17, 0.98, 7), (17, 0.94, 12), (4, 0.94, 3), (32, 0.98, 13), (10.5, 0.931, 8)]
)
def test_the_threshold_in_points(sd: float, reliability: float, points: int) -> None:
    assert threshold(sd, reliability) == points


def test_a_change_of_exactly_the_error_is_not_larger_than_it() -> None:
    # S_diff is exactly 5 here, and 1.96 times 5 is exactly 9.8.
    edge = {"sd": 5, "reliability": 0.5}
    assert reliable_change(20, 29.8, **edge) == 1.96
    assert not is_reliable(20, 29.8, **edge)
    assert is_reliable(20, D("29.8000000000000000001"), **edge)
    assert threshold(5, 0.5, D("9.8")) == D("19.6")


@pytest.mark.parametrize(
    ("earlier", "later", "found"),
    [
        (40, 60, Category.RECOVERED),
        (51, 58, Category.RECOVERED),
        (51.5, 60, Category.IMPROVED),  # who stood on the cut was not below it
        (40, 51.5, Category.IMPROVED),
        (30, 45, Category.IMPROVED),
        (60, 70, Category.IMPROVED),
        (60, 40, Category.HARMED),
        (51.5, 40, Category.DETERIORATED),
        (60, 51.5, Category.DETERIORATED),
        (45, 30, Category.DETERIORATED),
        (50, 54, Category.UNCHANGED),  # across the cut, but by no more than the error
        (54, 50, Category.UNCHANGED),
        (60, 60, Category.UNCHANGED),
        (0, 0, Category.UNCHANGED),
    ],
)
def test_the_five_words(earlier: float, later: float, found: Category) -> None:
    assert category(earlier, later, **CSI_16) is found


def test_without_a_cut_nobody_recovers_or_is_harmed() -> None:
    loose = CSI_16 | {"cut": None}
    assert [category(20, 70, **loose), category(70, 20, **loose)] == [Category.IMPROVED, Category.DETERIORATED]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1, 2, 0, 0.9), "deviation"),
        ((1, 2, -3, 0.9), "deviation"),
        ((1, 2, 5, 1), "below 1"),
        ((1, 2, 5, 1.2), "below 1"),
        ((1, 2, 5, -0.1), "below 0"),
        ((1, 2, float("nan"), 0.9), "a number"),
        ((None, 2, 5, 0.9), "two complete scores"),
        ((1, None, 5, 0.9), "two complete scores"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_plain_sentence(numbers: tuple[float, ...], words: str) -> None:
    earlier, later, sd, reliability = numbers
    with pytest.raises(NotComparable, match=words):
        category(earlier, later, sd=sd, reliability=reliability, cut=None, higher_is_better=True)


def test_a_cut_or_a_step_that_makes_no_sense_is_told_too() -> None:
    known = {"m_clin": 40, "sd_clin": 7.5, "m_func": 60, "sd_func": 7.5, "higher_is_better": True}
    with pytest.raises(NotComparable, match="three ways"):
        cutoff("d", **known)
    with pytest.raises(NotComparable, match="deviation"):
        cutoff("c", **known | {"sd_func": 0})
    with pytest.raises(NotComparable, match="step"):
        threshold(17, 0.98, 0)


def test_an_instrument_is_judged_by_its_own_figures() -> None:
    packs = shipped()
    assert verdict(packs["csi-16"], 40, 60) is Category.RECOVERED
    assert [verdict(packs["phq-9"], 16, later) for later in (11, 10, 9)] == [
        Category.UNCHANGED, Category.IMPROVED, Category.RECOVERED,
    ]  # fmt: skip
    assert verdict(packs["gad-7"], 8, 12) is Category.HARMED
    with pytest.raises(NotComparable, match="no norms"):
        verdict(packs["pulse"], 10, 40)


def test_a_total_needs_every_item_and_the_first_option_is_an_answer() -> None:
    csi, who = shipped()["csi-16"], shipped()["who-5"]
    lowest = [item.values.index(0) for item in csi.items]
    assert (total(csi, lowest), answered(lowest)) == (0, 16)
    assert (total(csi, [*lowest[:-1], None]), answered([*lowest[:-1], None])) == (None, 15)
    assert total(csi, [item.values.index(max(item.values)) for item in csi.items]) == 81
    assert [total(who, [place] * 5) for place in (0, 3, 5)] == [0, 60, 100]
    assert total(shipped()["rdas"], []) is None


def test_answers_that_do_not_fit_are_told() -> None:
    with pytest.raises(NotComparable, match="has 4 items, and 3 answers"):
        total(shipped()["csi-4"], [1, 1, 1])
    with pytest.raises(NotComparable, match="Item 2 of CSI-4 has 6 options"):
        total(shipped()["csi-4"], [6, 6, 0, 0])


def test_subscales_bands_and_what_the_coach_hears_at_once() -> None:
    assert subtotals(HOUSE_SCALE, [2, 0, None]) == {"calm": D(4), "talk": None}
    phq = shipped()["phq-9"]
    assert alarms(phq, [0] * 8 + [1]) == (9,)
    assert alarms(phq, [None] * 8 + [3]) == (9,)
    assert alarms(phq, [3] * 8 + [0]) == ()
    assert [found.label for points in (4, 5, 19, 20) if (found := band(phq, points))] == [
        "minimal", "mild", "moderately severe", "severe",
    ]  # fmt: skip
    assert band(shipped()["csi-4"], 5) is None


def test_words_change_no_score() -> None:
    csi = shipped()["csi-4"]
    said = worded(
        csi, [(f"Stand-in {n}", [f"{n}.{place}" for place in range(len(item.values))]) for n, item in enumerate(csi.items)]
    )
    assert total(said, [1, 2, 3, 4]) == total(csi, [1, 2, 3, 4]) == 10


@given(POINTS, POINTS, st.decimals(-50, 50, places=1), *FIGURES.values())
def test_adding_the_same_to_both_scores_changes_no_rci(a: Decimal, b: Decimal, more: Decimal, sd: Decimal, r: Decimal) -> None:
    assert reliable_change(a, b, sd=sd, reliability=r) == reliable_change(a + more, b + more, sd=sd, reliability=r)


@given(POINTS, POINTS, POINTS, *FIGURES.values())
def test_turning_the_scale_round_mirrors_nothing_but_the_numbers(
    a: Decimal, b: Decimal, cut: Decimal, sd: Decimal, r: Decimal
) -> None:
    found = category(a, b, sd=sd, reliability=r, cut=cut, higher_is_better=True)
    assert category(-a, -b, sd=sd, reliability=r, cut=-cut, higher_is_better=False) is found
    back = {
        Category.RECOVERED: Category.HARMED, Category.IMPROVED: Category.DETERIORATED, Category.UNCHANGED: Category.UNCHANGED,
        Category.HARMED: Category.RECOVERED, Category.DETERIORATED: Category.IMPROVED,
    }  # fmt: skip
    assert category(a, b, sd=sd, reliability=r, cut=cut, higher_is_better=False) is back[found]
    assert category(b, a, sd=sd, reliability=r, cut=cut, higher_is_better=True) is back[found]


@given(POINTS, POINTS, *FIGURES.values())
def test_the_threshold_and_the_index_agree(a: Decimal, b: Decimal, sd: Decimal, r: Decimal) -> None:
    needed = threshold(sd, r, D("0.1"))
    assert is_reliable(a, b, sd=sd, reliability=r) == (abs(a - b) >= needed)
    assert (abs(reliable_change(a, b, sd=sd, reliability=r)) > 1.96) == is_reliable(a, b, sd=sd, reliability=r)
