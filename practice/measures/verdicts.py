"""A change in words: plain, never a judgement of a person, and no sharper than the figures allow."""

from decimal import Decimal

from practice import formats
from practice.measures import scoring
from practice.measures.scales import Instrument
from practice.measures.scoring import Category, NotComparable, Number

NO_CHANGE = "no change larger than the questionnaire's measurement error"
ONE_SCORE = "There is one score so far; a change can be told once there is a second."


def change(instrument: Instrument, earlier: Number | None, later: Number | None, *, for_coach: bool = False) -> str:
    """What became of it between two scores: "a reliable rise, and now in the satisfied range".

    Who has slipped out of the better range reads of "a reliable fall" alone; the coach reads where it has led.
    Raises: NotComparable, with a sentence for the page.
    """
    found = scoring.verdict(instrument, earlier, later)
    if found is Category.UNCHANGED or earlier is None or later is None:
        return NO_CHANGE
    moved = "a reliable rise" if float(later) > float(earlier) else "a reliable fall"
    good = instrument.good_range or "the better range"
    if found is Category.RECOVERED:
        return f"{moved}, and now in {good}"
    return f"{moved}, and now outside {good}" if found is Category.HARMED and for_coach else moved


def told(instrument: Instrument, earlier: Number | None, later: Number | None, *, for_coach: bool = False) -> str:
    """The change as a sentence, or the sentence that says why there is none. Never raises."""
    if not instrument.has_verdict:
        return f"{instrument.name} has no norms: it shows a trend and gives no verdict."
    try:
        words = change(instrument, earlier, later, for_coach=for_coach)
    except NotComparable as error:
        return ONE_SCORE if (earlier is None) != (later is None) else error.sentence
    return f"{words[0].upper()}{words[1:]}."


def threshold_in_words(instrument: Instrument) -> str:
    """From where on a change counts, and how firm that is: "A change counts from 7 points (provisional figures)."."""
    if instrument.threshold is None:
        return f"A trend, never a verdict ({instrument.status.label})."
    return f"A change counts from {points(instrument.threshold)} ({instrument.status.label})."


def direction(instrument: Instrument) -> str:
    """Which way is better, for whoever reads a figure."""
    return "A higher figure is better." if instrument.higher_is_better else "A lower figure is better."


def figure(number: Decimal) -> str:
    """A score as it is printed: 64, 51.5."""
    return f"{number.normalize():f}"


def points(number: Decimal) -> str:
    """A number of points: 1 point, 7 points."""
    return formats.count(int(number), "point", "points") if number == int(number) else f"{figure(number)} points"
