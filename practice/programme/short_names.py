"""Short names for parts of a programme, made from what a coach calls them."""

import re
import unicodedata
from collections.abc import Collection

from practice.programme.keys import PAGES

_LONGEST = 40


def slug_from(title: str, taken: Collection[str] = ()) -> str:
    """A step's or programme's short name: "Both feet in" becomes both-feet-in."""
    return _free(_words(title), "-", "step", taken)


def key_from(label: str, taken: Collection[str] = ()) -> str:
    """The key of a question, a group, an option: "How calm?" becomes how_calm."""
    return _free(_words(label), "_", "part", {*taken, *PAGES})


def keys_from(labels: list[str], standing: list[tuple[str, str]]) -> list[str]:
    """A key for each label. Whoever stood there keeps theirs, by the same label or else by the same place."""
    by_label = {label: key for key, label in standing}
    keys: list[str] = []
    for at, label in enumerate(labels):
        known = by_label.get(label, "")
        # Another label at the same place is most often the same thing in better words.
        if not known and at < len(standing) and standing[at][1] not in labels:
            known = standing[at][0]
        keys.append(known if known and known not in keys else key_from(label, {*keys, *by_label.values()}))
    return keys


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def _free(words: list[str], between: str, begins: str, taken: Collection[str]) -> str:
    name = between.join(words)[:_LONGEST].strip(between) or begins
    if not name[0].isalpha():
        name = f"{begins}{between}{name}"
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}{between}{number}"
    return found
