"""What an editor calls the parts of a programme, and what is still to be seen to, told where it belongs."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from practice.programme.editing import INSIDE, LISTS, SINGLES, Gone, Place, find, name_of, title_of
from practice.programme.labels import LABELS, NOUNS
from practice.programme.reading import Problem
from practice.programme.steps import Programme

# What the rules call by its name in a file, a coach knows by other words.
_WORDS = (
    ("choose coach or only_me", "choose the coach, or the writer alone"),
    ("is both, but", "is both partners, but"),
    ("between 0 and most", "between 0 and the lines at most"),
    ("is true, but", "is ticked, but"),
)


@dataclass(frozen=True, slots=True)
class ToSee:
    """One thing to see to: where it is (a place, and in words), at which field, and what."""

    place: Place
    where: str
    field: str
    sentence: str

    @property
    def address(self) -> str:
        return path(self.place)


@dataclass(frozen=True, slots=True)
class Section:
    """A list inside a part: what it is called, what one of it is called, its path, and (path, title) of what is in it."""

    field: str
    label: str
    one: str
    place: str
    items: list[tuple[str, str]]


def to_see(programme: Programme, problems: Iterable[Problem]) -> list[ToSee]:
    """Each problem, where a coach can mend it."""
    return [_told(programme, problem) for problem in problems]


def by_field(things: Iterable[ToSee], place: Place) -> dict[str, list[str]]:
    """What is to be seen to at one place, by field."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        if thing.place == place:
            found[thing.field].append(thing.sentence)
    return found


def _told(programme: Programme, problem: Problem) -> ToSee:
    place, key = _down(programme, problem)
    noun = find(programme, place)
    field, *inner = key or [""]
    field = f"credit_{inner[0]}" if field == "credit" and inner else field
    label = LABELS[type(noun)].get(field, field.replace("_", " "))
    sentence = problem.sentence
    for technical, plain in _WORDS:
        sentence = sentence.replace(technical, plain)
    where = ", ".join(f"“{_short(title_of(find(programme, place[:n])))}”" for n in range(2, len(place) + 1, 2))
    return ToSee((*place, "done") if field == "done" else place, where, field, f"“{label}” {sentence}" if label else sentence)


def _down(programme: Programme, problem: Problem) -> tuple[Place, list[str]]:
    """The deepest place that a problem speaks of, and what is left of its key."""
    place: Place = ()
    left = problem.key.split(".") if problem.key else []
    if problem.step and any(step.slug == problem.step for step in programme.steps):
        place = ("steps", problem.step)
    while left and left[0] in INSIDE.get(type(find(programme, place)), ()):
        try:
            if left[0] in SINGLES:
                find(programme, (*place, left[0]))
                place, left = (*place, left[0]), left[1:]
            else:
                find(programme, (*place, *left[:2]))
                place, left = (*place, *left[:2]), left[2:]
        except Gone:
            break
    return place, left


def path(place: Place) -> str:
    """A place as it stands in an address."""
    return "/".join(place) or "about"


def way_to(programme: Programme, place: Place) -> list[tuple[str, str]]:
    """The parts in which a place lies, from the outside in: (path, title)."""
    return [(path(place[:n]), _short(title_of(find(programme, place[:n])))) for n in range(2, len(place), 2)]


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57].rstrip()}…"


def sections(noun: Any, place: Place) -> list[Section]:
    """The lists inside a part."""
    return [
        Section(
            field,
            LABELS[type(noun)][field],
            NOUNS[LISTS[field]],
            path((*place, field)),
            [(path((*place, field, name_of(part))), title_of(part)) for part in getattr(noun, field)],
        )
        for field in INSIDE.get(type(noun), ())
        if field not in SINGLES
    ]


def singles(noun: Any, place: Place) -> list[tuple[str, str, bool]]:
    """What a step has once or not at all: its path, its label, whether it is there."""
    return [
        (path((*place, field)), LABELS[type(noun)][field], getattr(noun, field) is not None)
        for field in INSIDE.get(type(noun), ())
        if field in SINGLES
    ]
