"""The nouns of a questionnaire: the instrument, its items with the value of each option, its bands, what it rests on."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """How firm the figures are that a verdict rests on."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    OURS = "ours"
    NO_NORMS = "no_norms"

    @property
    def label(self) -> str:
        return {
            "published": "published figures",
            "provisional": "provisional figures",
            "ours": "ours, no norms",
            "no_norms": "no norms",
        }[self]

    @property
    def has_norms(self) -> bool:
        return self in (Status.PUBLISHED, Status.PROVISIONAL)


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `values`: what each option is worth, in the order in which they are printed, so a reverse-keyed
    item falls from its first value to its last. Either every option has words of its own, or both ends have."""

    values: tuple[int, ...]
    key: str = ""
    text: str = ""
    options: tuple[str, ...] = ()
    low: str = ""  # words beside the first printed number
    high: str = ""  # words beside the last one

    @property
    def is_reversed(self) -> bool:
        """Whether the first printed option is worth more than the last."""
        return self.values[0] > self.values[-1]

    @property
    def is_worded(self) -> bool:
        return bool(self.text) and bool(self.options or (self.low and self.high))

    @property
    def labels(self) -> tuple[str, ...]:
        """What is printed at each option: its words, else its number."""
        return self.options or tuple(str(value) for value in self.values)


@dataclass(frozen=True, slots=True)
class Subscale:
    """Some of the items, by their numbers from 1, that add up to something of their own."""

    key: str
    title: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of totals with a name, both ends included."""

    low: Decimal
    high: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire: facts, and the words a practice has loaded. Totals, cut, bands and threshold are in points."""

    key: str
    name: str  # short, as on a chart: CSI-16
    title: str
    citation: str
    licence: str
    status: Status
    higher_is_better: bool
    lowest: Decimal
    highest: Decimal
    introduction: str = ""  # what stands above the items
    items: tuple[Item, ...] = ()
    subscales: tuple[Subscale, ...] = ()
    multiplier: Decimal = Decimal(1)
    cut: Decimal | None = None
    good_range: str = ""  # the better side of the cut, as words: the satisfied range
    bands: tuple[Band, ...] = ()
    sd: Decimal | None = None
    reliability: Decimal | None = None
    threshold: Decimal | None = None  # the smallest change that is larger than the error of measurement
    source: str = ""  # where cut, SD, reliability and threshold come from
    safety_items: tuple[int, ...] = ()  # any value above 0 in one of them is told to the coach at once
    off_by_default: bool = False
    bring_only: bool = False  # only figures are known of it: a practice brings items and key, if it has a licence

    @property
    def needs_wording(self) -> bool:
        """Whether it cannot be asked yet, for lack of words."""
        return not self.items or not all(item.is_worded for item in self.items)

    @property
    def has_verdict(self) -> bool:
        """Whether a change in it can be judged at all; otherwise it is a trend."""
        return self.threshold is not None

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        return self.lowest, self.highest
