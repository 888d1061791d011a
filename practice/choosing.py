"""Choosing: what a form offers to choose from, as WTForms takes it."""

from collections.abc import Iterable
from typing import Any

from wtforms import Field, SelectChoice


def to_choose(offered: Iterable[tuple[Any, str]], under: str | None = None) -> list[SelectChoice]:
    """These, as (value, words); `under` is the heading they stand together under."""
    return [SelectChoice(value, words, optgroup=under) for value, words in offered]


def each_of(states: Iterable[Any]) -> list[SelectChoice]:
    """Each of these states, by its label."""
    return to_choose((state.value, state.label) for state in states)


def on_offer(field: Field) -> dict[Any, str]:
    """What a field offers: the words of each value, in order."""
    return {choice.value: choice.label for choice in field.choices or ()}
