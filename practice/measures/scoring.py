"""Totals, and whether two of them differ by more than the error of measurement. Pure: numbers in, numbers and words out.

Reliable and clinically significant change after Jacobson, N. S. & Truax, P. (1991), Clinical significance: a statistical
approach to defining meaningful change in psychotherapy research, Journal of Consulting and Clinical Psychology 59(1), 12–19.

Every number may be an int, a float or a Decimal; a float counts as what it is written as (0.98 is 98 hundredths), so that
"strictly larger" and "strictly across" hold at the very edge. What is compared is exact; what is returned to be read is a float.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Context, Decimal
from enum import StrEnum
from fractions import Fraction
from math import isfinite

from practice.measures.scales import Band, Instrument

Number = int | float | Decimal
Z = Fraction(196, 100)  # 95 % of differences between two measurements of what has not changed lie within ± 1.96 S_diff
_PRECISE = Context(prec=50)


class NotComparable(ValueError):
    """Nothing can be worked out from these numbers; the sentence is meant for the person who reads the page."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Category(StrEnum):
    """What became of somebody between two scores. The words are for code: see verdicts.py for what is said to people."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    HARMED = "harmed"
    DETERIORATED = "deteriorated"
    UNCHANGED = "unchanged"


class Cutoff(StrEnum):
    """The three ways to draw the line between two groups of people."""

    A = "a"  # two SD from the mean of those in distress
    B = "b"  # within two SD of the mean of those who are well
    C = "c"  # between both means, each weighed with the other's SD


def answered(answers: Sequence[int | None]) -> int:
    """How many items have an answer; the first option is one too, whatever it is worth."""
    return sum(answer is not None for answer in answers)


def total(instrument: Instrument, answers: Sequence[int | None]) -> Decimal | None:
    """The total in points, or None as long as an item has no answer: nothing is ever filled in for it.

    `answers`: for each item the place of the chosen option as printed, from 0; None where it was left out.
    Raises: NotComparable for another number of answers than items, or for an option that is not there.
    """
    values = _values(instrument, answers)
    known = [value for value in values if value is not None]
    return sum(known) * instrument.multiplier if len(known) == len(values) > 0 else None


def subtotals(instrument: Instrument, answers: Sequence[int | None]) -> dict[str, Decimal | None]:
    """The same for each subscale, by its key: one may be complete while another is not."""
    values = _values(instrument, answers)
    found: dict[str, Decimal | None] = {}
    for subscale in instrument.subscales:
        known = [value for number in subscale.items if (value := values[number - 1]) is not None]
        found[subscale.key] = sum(known) * instrument.multiplier if len(known) == len(subscale.items) else None
    return found


def alarms(instrument: Instrument, answers: Sequence[int | None]) -> tuple[int, ...]:
    """The numbers of the items that the coach must hear of at once: any value above 0, complete or not, whatever the total."""
    values = _values(instrument, answers)
    return tuple(number for number in instrument.safety_items if values[number - 1])


def band(instrument: Instrument, points: Number) -> Band | None:
    """The stretch of totals it lies in, if the instrument has any."""
    where = _exact(points, "score")
    return next((one for one in instrument.bands if Fraction(one.low) <= where <= Fraction(one.high)), None)


def standard_error_of_difference(sd: Number, reliability: Number) -> float:
    """S_diff = √(2·SEM²) with SEM = SD·√(1 − r), in points. Raises: NotComparable for SD ≤ 0, r below 0 or not below 1."""
    return float(_root(_variance_of_difference(sd, reliability)))


def reliable_change(earlier: Number | None, later: Number | None, *, sd: Number, reliability: Number) -> float:
    """RCI = (later − earlier) / S_diff; a change is reliable when it lies strictly beyond ± 1.96.

    Raises: NotComparable where a score is missing, for SD ≤ 0, r below 0 or not below 1.
    """
    difference, variance = _difference(earlier, later), _variance_of_difference(sd, reliability)
    size = float(_root(difference * difference / variance))
    return -size if difference < 0 else size


def is_reliable(earlier: Number | None, later: Number | None, *, sd: Number, reliability: Number) -> bool:
    """Whether |RCI| > 1.96, decided without rounding."""
    difference = _difference(earlier, later)
    return difference * difference > Z * Z * _variance_of_difference(sd, reliability)


def threshold(sd: Number, reliability: Number, step: Number = 1) -> Decimal:
    """The smallest change in points, in steps of `step`, that is reliable: the first one strictly above 1.96·S_diff."""
    size = _exact(step, "step")
    if size <= 0:
        raise NotComparable("The step between two totals has to be more than 0.")
    beyond = _root(Z * Z * _variance_of_difference(sd, reliability) / (size * size))
    steps = int(beyond.to_integral_value(rounding=ROUND_FLOOR)) + 1
    return Decimal(steps) * Decimal(str(step))


def category(
    earlier: Number | None, later: Number | None, *,
    sd: Number, reliability: Number, cut: Number | None, higher_is_better: bool,
) -> Category:  # fmt: skip
    """What became of somebody, in the order recovered, improved, harmed, deteriorated, unchanged.

    Crossing is strict both ways: a score that equals the cut lies on neither side. Without a cut nobody recovers or is harmed.
    Raises: NotComparable where a score is missing, for SD ≤ 0, r below 0 or not below 1.
    """
    reliable = is_reliable(earlier, later, sd=sd, reliability=reliability)
    return _category(earlier, later, reliable=reliable, cut=cut, higher_is_better=higher_is_better)


def verdict(instrument: Instrument, earlier: Number | None, later: Number | None) -> Category:
    """The category by the instrument's own figures: by SD and reliability, else by its threshold in points.

    Raises: NotComparable where a score is missing, or where the instrument has no figures to judge by.
    """
    cut, higher = instrument.cut, instrument.higher_is_better
    if instrument.sd is not None and instrument.reliability is not None:
        sd, reliability = instrument.sd, instrument.reliability
        return category(earlier, later, sd=sd, reliability=reliability, cut=cut, higher_is_better=higher)
    if instrument.threshold is None:
        raise NotComparable(f"{instrument.name} has no norms: it shows a trend and gives no verdict.")
    reliable = abs(_difference(earlier, later)) >= Fraction(instrument.threshold)
    return _category(earlier, later, reliable=reliable, cut=cut, higher_is_better=higher)


def cutoff(kind: str, *, m_clin: Number, sd_clin: Number, m_func: Number, sd_func: Number, higher_is_better: bool) -> float:
    """A cut between those in distress (clin) and those who are well (func), in points.

    a = M_clin ± 2 SD_clin; b = M_func ∓ 2 SD_func; c = (SD_clin·M_func + SD_func·M_clin) / (SD_clin + SD_func).
    The upper signs hold where higher is better. Raises: NotComparable for another kind, or for an SD that is not above 0.
    """
    if kind not in tuple(Cutoff):
        raise NotComparable("There are three ways to draw a cut: a, b and c.")
    clinical, functional = _exact(m_clin, "mean"), _exact(m_func, "mean")
    clinical_sd, functional_sd = _positive(sd_clin), _positive(sd_func)
    towards = 2 if higher_is_better else -2
    if kind == Cutoff.A:
        return float(clinical + towards * clinical_sd)
    if kind == Cutoff.B:
        return float(functional - towards * functional_sd)
    return float((clinical_sd * functional + functional_sd * clinical) / (clinical_sd + functional_sd))


def _category(
    earlier: Number | None, later: Number | None, *, reliable: bool, cut: Number | None, higher_is_better: bool
) -> Category:
    difference = _difference(earlier, later)
    if not reliable:
        return Category.UNCHANGED
    sign = 1 if higher_is_better else -1
    before, after = (_side(score, cut) * sign for score in (earlier, later))
    if difference * sign > 0:
        return Category.RECOVERED if before < 0 < after else Category.IMPROVED
    return Category.HARMED if after < 0 < before else Category.DETERIORATED


def _side(score: Number | None, cut: Number | None) -> int:
    """1 above the cut, -1 below it, 0 on it or where there is none."""
    if score is None or cut is None:
        return 0
    difference = _exact(score, "score") - _exact(cut, "cut")
    return (difference > 0) - (difference < 0)


def _difference(earlier: Number | None, later: Number | None) -> Fraction:
    if earlier is None or later is None:
        raise NotComparable("A change needs two complete scores, an earlier and a later one.")
    return _exact(later, "score") - _exact(earlier, "score")


def _variance_of_difference(sd: Number, reliability: Number) -> Fraction:
    """S_diff², which needs no root: 2·SD²·(1 − r)."""
    spread, r = _positive(sd), _exact(reliability, "reliability")
    if r >= 1:
        raise NotComparable("The reliability has to be below 1: nothing is measured without error.")
    if r < 0:
        raise NotComparable("The reliability cannot be below 0.")
    return 2 * spread * spread * (1 - r)


def _positive(sd: Number) -> Fraction:
    spread = _exact(sd, "standard deviation")
    if spread <= 0:
        raise NotComparable("The standard deviation has to be more than 0.")
    return spread


def _exact(number: Number, what: str) -> Fraction:
    if not isfinite(number):
        raise NotComparable(f"The {what} has to be a number.")
    return Fraction(str(number))


def _root(number: Fraction) -> Decimal:
    """The square root, right to 50 digits and exact where it has fewer."""
    return _PRECISE.sqrt(_PRECISE.divide(Decimal(number.numerator), Decimal(number.denominator)))


def _values(instrument: Instrument, answers: Sequence[int | None]) -> list[int | None]:
    items = instrument.items
    if len(answers) != len(items):
        raise NotComparable(f"{instrument.name} has {len(items)} items, and {len(answers)} answers were given.")
    for number, (item, place) in enumerate(zip(items, answers, strict=True), start=1):
        if place is not None and not 0 <= place < len(item.values):
            raise NotComparable(f"Item {number} of {instrument.name} has {len(item.values)} options, and none at that place.")
    return [None if place is None else item.values[place] for item, place in zip(items, answers, strict=True)]
