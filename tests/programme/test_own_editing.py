"""Changing a programme by the place of its parts, and what its forms keep of it."""

import pytest

from practice.programme import editing
from practice.programme.editing import LISTS, SINGLES, Gone
from practice.programme.exchange import unfinished
from practice.programme.fields import made, standing
from practice.programme.library import SHIPPED, Problem, load
from practice.programme.part_forms import FORMS, FactsForm
from practice.programme.short_names import key_from, keys_from, slug_from
from practice.programme.steps import Programme
from practice.programme.telling import to_see
from tests.programme.own import step

WHOLE = load(SHIPPED)
CALM = ("steps", "rest", "groups", "first", "prompts", "calm")


def programme(**changed: object) -> Programme:
    return Programme("small", 1, "Small", "s", WHOLE.credit, (), (step(**changed),))


def every_place(noun: object, place: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The places of all parts of a programme that are there."""
    found = [place]
    for field in editing.INSIDE.get(type(noun), ()):
        if field in SINGLES:
            found += [(*place, field)] if getattr(noun, field) else []
        else:
            for part in getattr(noun, field):
                found += every_place(part, (*place, field, editing.name_of(part)))
    return found


@pytest.mark.parametrize("place", every_place(WHOLE), ids="/".join)
def test_saving_a_part_untouched_changes_nothing(place: tuple[str, ...]) -> None:
    part = editing.find(WHOLE, place)
    assert made(part, standing(part, FORMS[type(part)].names())) == part
    if len(place) == 2 and place[0] == "steps":
        assert made(part, standing(part, FactsForm.names())) == part


def test_each_field_of_every_part_has_a_place_in_a_form() -> None:
    named = {(noun, name) for noun, form in FORMS.items() for name in form.names()}
    for noun in FORMS:
        inside = {*editing.INSIDE.get(noun, ()), "key", "slug", "version", "credit", "done"}
        told = {name for kind, name in named if kind is noun}
        assert set(noun.__slots__) - inside - told == set(), noun


@pytest.mark.parametrize(
    "place", [("steps",), ("steps", "x"), ("groups", "first"), (*CALM, "x", "y"), ("steps", "rest", "ready", "x")]
)
def test_what_is_not_there_is_gone(place: tuple[str, ...]) -> None:
    with pytest.raises(Gone):
        editing.find(programme(), place)


def test_a_part_is_put_taken_out_and_moved_as_far_as_it_goes() -> None:
    whole = programme()
    assert editing.put(whole, CALM, None).step("rest").prompts[0].key == "after"
    down = editing.move(whole, CALM, 1)
    assert [prompt.key for prompt in down.step("rest").prompts] == ["after", "calm"]
    assert editing.move(down, CALM, 1) == down
    assert editing.move(down, CALM, -1) == whole
    with pytest.raises(Gone):
        editing.move(whole, (*CALM[:-1], "none"), 1)


@pytest.mark.parametrize("field", ["groups", "dailies", "ledgers", "texts"])
def test_a_new_part_shares_its_name_with_nothing_else_in_the_step(field: str) -> None:
    place = ("steps", "rest", field)
    whole = programme()
    for _ in range(2):
        whole = editing.add(whole, place, editing.begun(whole, place, "Calm!"))
    assert [part.key for part in getattr(whole.step("rest"), field)][-2:] == ["calm_2", "calm_3"]
    assert isinstance(getattr(whole.step("rest"), field)[-1], LISTS[field])


def test_what_is_left_blank_is_not_there() -> None:
    whole = editing.put(programme(), ("steps", "rest", "ready"), SINGLES["ready"])
    assert whole.step("rest").ready is None


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Both feet in", "both-feet-in"),
        ("Élan — 2×", "elan-2"),
        ("3 days", "step-3-days"),
        ("平静", "step"),
        ("x" * 90, "x" * 40),
    ],
)
def test_a_short_name_is_made_from_any_title(title: str, slug: str) -> None:
    assert slug_from(title) == slug
    assert slug_from(title, [slug]) == f"{slug}-2"


def test_a_better_label_keeps_its_key_and_a_new_one_gets_its_own() -> None:
    standing_now = [("tea", "Tea"), ("walk", "A walk")]
    assert keys_from(["Green tea", "A walk", "Tea"], standing_now) == ["green_tea", "walk", "tea"]
    assert keys_from(["A walk", "Green tea"], standing_now) == ["walk", "green_tea"]
    assert keys_from(["Green tea", "A walk"], standing_now) == ["tea", "walk"]
    assert keys_from(["Same", "Same"], []) == ["same", "same_2"]
    assert key_from("?") == "part"


@pytest.mark.parametrize(
    ("key", "place", "field", "sentence"),
    [
        ("groups.first.prompts.calm.low", CALM, "low", "“What 0 means” is x."),
        ("groups.first.prompts.calm.options.tea", CALM, "options", "“Answers to choose from” is x."),
        ("groups", ("steps", "rest"), "groups", "“Groups of questions” is x."),
        ("groups.gone.title", ("steps", "rest"), "groups", "“Groups of questions” is x."),
        ("done.2.of", ("steps", "rest", "done"), "done", "“What makes it done” is x."),
        ("ready.waiting", ("steps", "rest", "ready"), "waiting", "“What stands there until it opens” is x."),
        ("", ("steps", "rest"), "", "is x."),
    ],
)
def test_each_thing_to_see_to_is_told_where_it_belongs(key: str, place: tuple[str, ...], field: str, sentence: str) -> None:
    whole = editing.put(programme(), ("steps", "rest", "ready"), editing.Ready("a", "b"))
    [told] = to_see(whole, [Problem("rest", key, "is x.")])
    assert (told.place, told.field, told.sentence) == (place, field, sentence)


def test_the_source_is_told_at_its_own_fields() -> None:
    [told] = to_see(programme(), [Problem("", "credit.author", "is empty.")])
    assert (told.place, told.field, told.sentence) == ((), "credit_author", "“Source: who wrote it” is empty.")


def test_the_shipped_programme_needs_nothing() -> None:
    assert unfinished(WHOLE) == []
