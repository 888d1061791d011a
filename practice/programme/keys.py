"""Slugs and keys within a programme: how they are written, and which are used twice."""

import re
from collections.abc import Iterable, Iterator

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
KEY = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

# A step's own pages stand at the same place as its groups: /steps/…/check. A group of such a name could not be reached.
PAGES = frozenset({"check", "draft", "submit", "versions"})

Found = tuple[str, str]  # the key, and a sentence that goes on from it


def of_slug(slug: str) -> Iterator[Found]:
    if not SLUG.fullmatch(slug):
        yield "slug", "should be small letters and hyphens."


def of_key(key: str) -> Iterator[Found]:
    if not KEY.fullmatch(key):
        yield "key", "should be small letters and underscores."


def of_list(name: str, keys: Iterable[str]) -> Iterator[Found]:
    """What is wrong with the keys of the items of this list."""
    seen = list(keys)
    for key in twice(seen):
        yield f"{name}.{key}", "is used twice."
    for key in dict.fromkeys(seen):
        yield from under(f"{name}.{key}", of_key(key))


def under(place: str, found: Iterable[Found]) -> Iterator[Found]:
    """The same, told from one level further up."""
    for key, sentence in found:
        yield f"{place}.{key}", sentence


def twice(names: Iterable[str]) -> list[str]:
    seen = list(names)
    return sorted({name for name in seen if seen.count(name) > 1})
