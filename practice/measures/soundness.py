"""What must hold in an instrument beyond its shape: items that fit its range, bands that meet, figures that make sense."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from practice.measures import scoring
from practice.measures.scales import Instrument, Item

T = TypeVar("T")
Found = tuple[str, str]  # the key at which something is wrong, and what
MOST_ITEMS, MOST_OPTIONS, MOST_TOTALS, MOST_POINTS = 200, 21, 10_000, 1_000


def of_instrument(one: Instrument) -> Iterator[Found]:
    """Everything that does not hold in it."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.key) or len(one.key) > 40:
        yield "key", "should be small letters and digits with single hyphens between, such as our-own-5."
    for key, text, most in (("name", one.name, 30), ("title", one.title, 200)):
        if len(text) > most:
            yield key, f"has {len(text)} characters; {most} are the most."
    yield from _of_items(one)
    yield from _of_range(one)
    yield from _of_bands(one)
    yield from _of_figures(one)


def _of_items(one: Instrument) -> Iterator[Found]:
    if not one.items and not one.bring_only:
        yield "items", "is empty: an instrument has at least one item."
    if len(one.items) > MOST_ITEMS:
        yield "items", f"holds {len(one.items)}; {MOST_ITEMS} are the most."
    for number, item in enumerate(one.items, start=1):
        for key, sentence in _of_item(item):
            yield f"items.{number}.{key}", sentence
    for key in _twice(item.key for item in one.items if item.key):
        yield "items", f"call two items {key}."
    for key in _twice(subscale.key for subscale in one.subscales):
        yield f"subscales.{key}", "is used twice."
    for name, numbers in [("safety_items", one.safety_items), *((f"subscales.{s.key}.items", s.items) for s in one.subscales)]:
        yield from ((name, f"names item {number} twice.") for number in _twice(numbers))
        strangers = [number for number in numbers if not 1 <= number <= len(one.items)]
        yield from ((name, f"names item {number}, but there are {len(one.items)}.") for number in strangers)


def _of_item(item: Item) -> Iterator[Found]:
    count = len(item.values)
    if not 2 <= count <= MOST_OPTIONS:
        yield "values", f"holds {count}; an item has 2 to {MOST_OPTIONS} options, each with its value."
    elif sorted(item.values) not in (list(item.values), list(item.values[::-1])) or item.values[0] == item.values[-1]:
        yield "values", "should rise or fall from the first printed option to the last."
    elif any(abs(value) > MOST_POINTS for value in item.values):
        yield "values", f"should lie between -{MOST_POINTS} and {MOST_POINTS}."
    if item.options and len(item.options) != count:
        yield "options", f"holds {len(item.options)}, but there are {count} values: each option has one."
    if bool(item.low) != bool(item.high):
        yield "high" if item.low else "low", "is missing: both ends have words, or neither."
    if item.options and item.low:
        yield "options", "are given beside words for the ends: choose one."


def _of_range(one: Instrument) -> Iterator[Found]:
    if one.multiplier <= 0:
        yield "multiplier", "should be more than 0."
        return
    if one.lowest >= one.highest:
        yield "highest", "should be more than lowest."
        return
    if (one.highest - one.lowest) / one.multiplier > MOST_TOTALS:
        yield "highest", f"leaves room for more than {MOST_TOTALS} different totals."
    if one.items and all(item.values for item in one.items):
        least, most = (sum(end(item.values) for item in one.items) * one.multiplier for end in (min, max))
        if (least, most) != one.bounds:
            told = f"the {len(one.items)} items add up to {least}–{most}, but the range is said to be {one.lowest}–{one.highest}."
            yield "items", f"do not fit the range: {told}"
    if one.cut is not None and not one.lowest < one.cut < one.highest:
        yield "cut", f"is {one.cut}, outside of the range {one.lowest}–{one.highest}."


def _of_bands(one: Instrument) -> Iterator[Found]:
    if not one.bands:
        return
    for number, band in enumerate(one.bands, start=1):
        if band.low > band.high:
            yield f"bands.{number}", f"begins at {band.low}, after its end at {band.high}."
        if one.cut is not None and band.low < one.cut < band.high:
            yield "cut", f"is {one.cut} and goes through the band “{band.label}”, {band.low}–{band.high}: it lies at an edge."
    for band, following in pairwise(one.bands):
        if following.low <= band.high:
            ends = f"“{band.label}” ends at {band.high}, “{following.label}” begins at {following.low}."
            yield "bands", f"overlap or are out of order: {ends}"
        elif one.multiplier > 0 and _lies_between(one, band.high, following.low):
            yield "bands", f"leave a gap between “{band.label}” ({band.high}) and “{following.label}” ({following.low})."
    if (one.bands[0].low, one.bands[-1].high) != one.bounds:
        yield "bands", f"reach from {one.bands[0].low} to {one.bands[-1].high}, but the range is {one.lowest}–{one.highest}."


def _lies_between(one: Instrument, end: Decimal, begin: Decimal) -> bool:
    """Whether there is a total after the end of one band and before the beginning of the next."""
    steps = (end - one.lowest) // one.multiplier + 1
    return end < one.lowest + steps * one.multiplier < begin


def _of_figures(one: Instrument) -> Iterator[Found]:
    figures = {
        "cut": one.cut,
        "sd": one.sd,
        "reliability": one.reliability,
        "threshold": one.threshold,
        "bands": one.bands or None,
    }
    given = [name for name, figure in figures.items() if figure is not None]
    if given and not one.status.has_norms:
        yield given[0], f"is given, but the status is {one.status}: figures to judge by are published or provisional."
    if given and not one.source:
        yield "source", f"is missing: say where {', '.join(given)} come from."
    if (one.sd is None) != (one.reliability is None):
        missing = "sd" if one.sd is None else "reliability"
        yield missing, "is missing: SD and reliability are only of use together."
    if one.sd is not None and 2 * one.sd > one.highest - one.lowest > 0:
        yield "sd", f"is {one.sd}: no standard deviation is more than half of the range."
    if one.threshold is not None and one.threshold <= 0:
        yield "threshold", "should be more than 0."
    if one.sd is not None and one.reliability is not None and one.multiplier > 0:
        try:
            needed = scoring.threshold(one.sd, one.reliability, one.multiplier)
        except scoring.NotComparable as error:
            yield "sd" if one.sd <= 0 else "reliability", f"cannot be used: {error.sentence}"
        else:
            if one.threshold is not None and one.threshold != needed:
                yield "threshold", f"is {one.threshold}, but SD {one.sd} and reliability {one.reliability} give {needed}."


def _twice(names: Iterable[T]) -> list[T]:
    return [name for name, times in Counter(names).items() if times > 1]
