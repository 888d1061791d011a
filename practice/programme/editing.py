"""Changing a programme that is being written: a part is found, put, added, moved or taken out by its place.

A place names the way down: ("steps", "rest", "groups", "first", "prompts", "calm"), or ("steps", "rest", "ready").
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from practice.programme.prompts import Prompt, PromptKind, Readers
from practice.programme.short_names import key_from, slug_from
from practice.programme.steps import Group, Measure, Programme, Step
from practice.programme.ways import Cosigned, Daily, Ledger, Mechanic, Pace, Ready, Turns

Place = tuple[str, ...]
LISTS: dict[str, type] = {
    "steps": Step, "closing": Measure, "groups": Group, "prompts": Prompt, "dailies": Daily, "ledgers": Ledger, "texts": Cosigned,
}  # fmt: skip
SINGLES: dict[str, Any] = {"ready": Ready("", ""), "turns": Turns("", ""), "pace": Pace("", (), ())}
INSIDE: dict[type, tuple[str, ...]] = {
    Programme: ("steps", "closing"),
    Step: ("groups", "dailies", "ledgers", "texts", "ready", "turns", "pace"),
    Group: ("prompts",),
}


def is_facts(place: Place) -> bool:
    """Whether this is the page of the facts that make a step done: they are a part of the step."""
    return len(place) == 3 and place[0] == "steps" and place[2] == "done"


def is_single(place: Place) -> bool:
    """Whether this is something that a step has once or not at all; a group may be called "ready" too."""
    return len(place) == 3 and place[0] == "steps" and place[2] in SINGLES


class Gone(LookupError):
    """There is nothing at this place."""


def name_of(part: Any) -> str:
    """A part's own short name."""
    return str(part.slug if isinstance(part, Step) else part.key)


def title_of(part: Any) -> str:
    """What a part is called on the screen."""
    return str(part.ask if isinstance(part, Prompt) else part.title)


def find(noun: Any, place: Place) -> Any:
    """The part at a place; a single one that is not there yet is blank. Raises: Gone."""
    if not place:
        return noun
    head, inner = _head(noun, place)
    if head in SINGLES:
        if inner:
            raise Gone(place)
        return getattr(noun, head) or SINGLES[head]
    return find(getattr(noun, head)[_at(noun, head, inner)], inner[1:])


def put(noun: Any, place: Place, part: Any) -> Any:
    """The whole with another part there; None takes it out. Raises: Gone."""
    if not place:
        return part
    head, inner = _head(noun, place)
    if head in SINGLES:
        return replace(noun, **{head: None if part in (None, SINGLES[head]) else part})
    at = _at(noun, head, inner)
    items = getattr(noun, head)
    changed = put(items[at], inner[1:], part)
    kept = () if changed is None else (changed,)
    return replace(noun, **{head: (*items[:at], *kept, *items[at + 1 :])})


def add(noun: Any, place: Place, part: Any) -> Any:
    """The whole with one part more at the end of the list at `place`. Raises: Gone."""
    return _in_list(noun, place, lambda items: (*items, part))


def move(noun: Any, place: Place, by: int) -> Any:
    """The whole with the part there one up (-1) or one down (1), as far as it goes. Raises: Gone."""
    name = place[-1]

    def moved(items: tuple[Any, ...]) -> tuple[Any, ...]:
        at = next((n for n, item in enumerate(items) if name_of(item) == name), None)
        if at is None:
            raise Gone(place)
        rest = [*items[:at], *items[at + 1 :]]
        rest.insert(max(0, min(at + by, len(rest))), items[at])
        return tuple(rest)

    return _in_list(noun, place[:-1], moved)


def begun(noun: Any, place: Place, title: str, kind: PromptKind = PromptKind.LONG) -> Any:
    """A new part for the list at `place`, with what it is called and little else; its name is free there. Raises: Gone."""
    field = place[-1] if place else ""
    in_use = taken(noun, place)
    if field == "steps":
        slug = slug_from(title, in_use)
        return Step(slug, title, True, Readers.BOTH, (Mechanic.ANSWER, Mechanic.SEALED), 30, "", "", "", ())
    key = key_from(title, in_use)
    match field:
        case "groups":
            return Group(key, title, "", ())
        case "prompts":
            return Prompt(key, kind, title, "")
        case "dailies":
            return Daily(key, title, "")
        case "ledgers":
            return Ledger(key, title, "", "", ())
        case "texts":
            return Cosigned(key, title, "")
    return Measure(key, title, "")


def copied(programme: Programme, step: Step) -> Step:
    """A step from elsewhere, with a name that is free here."""
    return replace(step, slug=slug_from(step.slug, [each.slug for each in programme.steps]))


def taken(noun: Any, place: Place) -> list[str]:
    """Names that are in use where a part is to be added: within a step no two parts share one. Raises: Gone."""
    owner = find(noun, place[:-1])
    if not place or place[-1] not in LISTS or place[-1] not in INSIDE.get(type(owner), ()):
        raise Gone(place)
    if place[-1] in ("steps", "closing"):
        return [name_of(item) for item in getattr(owner, place[-1])]
    step = find(noun, place[:2])
    return [part.key for part in (*step.groups, *step.prompts, *step.dailies, *step.ledgers, *step.texts)]


def _in_list(noun: Any, place: Place, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Any:
    taken(noun, place)
    owner = find(noun, place[:-1])
    return put(noun, place[:-1], replace(owner, **{place[-1]: change(getattr(owner, place[-1]))}))


def _head(noun: Any, place: Place) -> tuple[str, Place]:
    if place[0] not in INSIDE.get(type(noun), ()) or (place[0] in LISTS and len(place) < 2):
        raise Gone(place)
    return place[0], place[1:]


def _at(noun: Any, head: str, inner: Place) -> int:
    for at, item in enumerate(getattr(noun, head)):
        if name_of(item) == inner[0]:
            return at
    raise Gone(inner)
