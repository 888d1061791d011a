"""Programmes of every shape, generated: their words and names are odd, and what they hold is sometimes nonsense."""

from dataclasses import fields
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from practice.programme.limits import LINE, NAME, NUMBER, TEXT, longest
from practice.programme.reading import tidied
from practice.programme.steps import Programme

KEYS = st.from_regex(r"[a-z][a-z0-9]{0,6}(_[a-z0-9]{1,4}){0,2}", fullmatch=True)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).map(tidied).filter(bool)
LINES = st.one_of(WORDS, st.sampled_from(['"""', "'''", "\\", "<b>bold</b>", "a = [", "# no", "{{ 7*7 }}", "x" * LINE]))
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=2).map("\n\n".join).map(tidied)
_OF_NAMES = {"slug": KEYS.map(lambda key: key.replace("_", "-")), "key": KEYS, "version": st.integers(1, NUMBER)}
# These would carry the same name twice, which no file may.
_NAMED = ("steps", "closing", "groups", "prompts", "dailies", "ledgers", "texts")


def nouns(kind: type) -> st.SearchStrategy[Any]:
    """Any noun of this kind."""
    hints = get_type_hints(kind)
    named = {field.name: _values(field.name, hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **{name: _OF_NAMES.get(name, values) for name, values in named.items()})


def _values(name: str, hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        once = _name if name in _NAMED else None
        return st.lists(_values("", get_args(hint)[0]), max_size=2, unique_by=once).map(tuple)
    if isinstance(hint, UnionType):
        return st.none() | _values(name, get_args(hint)[0])
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if hint is str:
        return {TEXT: PARAGRAPHS, LINE: LINES, NAME: KEYS}[longest(name)]
    plain = {int: st.integers(0, NUMBER), bool: st.booleans(), date: st.dates()}
    return plain[hint] if hint in plain else nouns(hint)


def _name(part: Any) -> str:
    return str(getattr(part, "slug", None) or part.key)


def _has_names_of_its_own(programme: Programme) -> bool:
    return all(len({p.key for p in step.prompts}) == len(step.prompts) for step in programme.steps)


PROGRAMMES = nouns(Programme).filter(_has_names_of_its_own)
