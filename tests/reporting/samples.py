"""The samples of each kind of report, one for each of its readers, and what tests change in all of its words at once."""

import dataclasses
import json
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from practice import places
from practice.reporting import paper, pdf
from practice.reporting.facts import facts_digest, from_plain
from practice.reporting.kinds import KINDS
from practice.reporting.models import Kind

Facts = TypeVar("Facts")
# What no person and no programme writes: ways of drawing, never printed as words.
_OURS = {"size", "language", "direction", "id", "report_id", "accent", "logo", "kind", "slug"}


# Each kind for each of its readers, and the workbook's sheets to fill in by hand.
ALL = [*((kind, str(audience)) for kind, how in KINDS.items() for audience in how.audiences), (Kind.WORKBOOK, "blank")]
FIRSTS = [(kind, str(how.audiences[0])) for kind, how in KINDS.items()]


def plain(kind: Kind, name: str) -> dict[str, Any]:
    """The sample as it is kept."""
    return json.loads((places.reports() / KINDS[kind].folder / f"sample-{name}.json").read_text())


@cache
def facts(kind: Kind, name: str) -> Any:
    """The sample as facts; they are frozen, so all tests share them."""
    return from_plain(KINDS[kind].facts, plain(kind, name))


@cache
def made(kind: Kind, name: str, size: str = "A4") -> bytes:
    """Its paper, set once for all tests that look at it."""
    told = facts(kind, name)
    return printed(kind, dataclasses.replace(told, sheet=dataclasses.replace(told.sheet, size=size)))


def html(kind: Kind, told: Any) -> str:
    return paper.html(KINDS[kind].folder, told)


def printed(kind: Kind, told: Any) -> bytes:
    sheets = paper.stylesheets(KINDS[kind].folder, told)
    return pdf.render(html(kind, told), stylesheets=sheets, identifier=facts_digest(told))


def few(told: Any) -> Any:
    """The same facts with two of each thing at most."""
    if isinstance(told, tuple):
        return tuple(few(each) for each in told[:2])
    if dataclasses.is_dataclass(told) and not isinstance(told, type):
        return dataclasses.replace(told, **{field.name: few(getattr(told, field.name)) for field in dataclasses.fields(told)})
    return told


def worded(told: Facts, change: Callable[[str], str], name: str = "") -> Facts:
    """The same facts with every text in them changed."""
    if isinstance(told, str) and not isinstance(told, Enum):
        return told if name in _OURS else change(told)
    if isinstance(told, tuple):
        return tuple(worded(each, change, name) for each in told)
    if dataclasses.is_dataclass(told) and not isinstance(told, type):
        fields = {field.name: worded(getattr(told, field.name), change, field.name) for field in dataclasses.fields(told)}
        return dataclasses.replace(told, **fields)
    return told
