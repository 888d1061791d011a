"""The shelf: which instruments a practice has, which of them it may ask, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.errors import Refused
from practice.measures import versions
from practice.measures.instruments import Instrument, shipped
from practice.measures.versions import InstrumentVersion
from practice.people.models import Practice


@dataclass(frozen=True, slots=True)
class Place:
    """One instrument on the shelf: the facts that ship, or the practice's own, with the words of its newest version."""

    instrument: Instrument
    versions: Sequence[InstrumentVersion]  # the newest first
    is_on: bool
    is_own: bool

    @property
    def is_ready(self) -> bool:
        return self.is_on and not self.instrument.needs_wording

    @property
    def comes_with_words(self) -> bool:
        """Whether its words are ours, so that nothing has to be loaded."""
        known = shipped().get(self.instrument.key)
        return known is not None and not known.needs_wording

    def changed_in(self, made: Instrument) -> set[int]:
        """The numbers of the questions that stand otherwise in what is locked by now; none where nothing is locked."""
        if not self.versions:
            return set()
        pairs = zip(made.items, self.versions[0].instrument.items, strict=False)
        return {number for number, (new, old) in enumerate(pairs, start=1) if new != old}

    @property
    def label(self) -> str:
        if self.instrument.needs_wording:
            return "Needs its wording"
        return "Ready" if self.is_on else "Off"

    @property
    def tone(self) -> str:
        return "done" if self.is_ready else "quiet"


def of(practice: Practice) -> list[Place]:
    """Everything on the shelf: what is ready first, and of that what is ours, then by name."""
    kept, on = versions.all_of(practice), versions.switches(practice)
    slugs = [*shipped(), *(slug for slug in kept if slug not in shipped())]
    places = [_place(slug, kept.get(slug, []), on.get(slug)) for slug in slugs]
    return sorted(places, key=lambda place: (not place.is_ready, not place.comes_with_words, place.is_own, place.instrument.name))


def place_of(practice: Practice, slug: str) -> Place | None:
    """One place on the shelf; None for a name that the practice does not know."""
    return next((place for place in of(practice) if place.instrument.key == slug), None)


def ready(practice: Practice) -> list[Place]:
    """What may be asked now."""
    return [place for place in of(practice) if place.is_ready]


def version_to_ask(practice: Practice, slug: str) -> InstrumentVersion:
    """The version that is asked from now on. Raises: Refused while it lacks its words, or is turned off."""
    place = place_of(practice, slug)
    if place is None:
        raise Refused("This questionnaire is not on your shelf. Please choose another.")
    if place.instrument.needs_wording:
        raise Refused(f"{place.instrument.name} has no wording yet. The owner of the practice can load it.")
    if not place.is_on:
        raise Refused(f"{place.instrument.name} is turned off in your practice. The owner can turn it on.")
    if place.comes_with_words:
        # Should a later release word it otherwise, that is a version of its own too.
        return versions.lock(practice, shipped()[slug], by=None)
    return place.versions[0]


def _place(slug: str, kept: Sequence[InstrumentVersion], is_on: bool | None) -> Place:
    known = shipped().get(slug)
    worded = known is not None and not known.needs_wording
    instrument = known if known and (worded or not kept) else kept[0].instrument
    return Place(instrument, kept, not instrument.off_by_default if is_on is None else is_on, known is None)
