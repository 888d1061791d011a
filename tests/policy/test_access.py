"""Every address, every method, every actor, on their own, their partner's and a stranger's rows."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import true

from practice import policy
from practice.couples.models import Couple
from tests.cast import Cast
from tests.policy.asking import ask, expected
from tests.policy.expected import MATRIX, OPEN
from tests.policy.world import ACTORS, World, arrive, build

# After these somebody is no longer signed in: the world is put in order again.
ENDING = ("forget_factor", "end_sign_in", "end_others", "disable", "sign_out", "leave", "POST people.sign_in")
OURS_BUT_NO_VIEW = {"static", "bootstrap.static"}


@pytest.fixture
def world(app: Flask, cast: Cast) -> World:
    return build(app, cast)


def routes(app: Flask) -> Iterator[str]:
    """Each address and method, such as "GET couples.show"."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint not in OURS_BUT_NO_VIEW:
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield f"{method} {rule.endpoint}"


def surprises(world: World, app: Flask, names: list[str]) -> list[str]:
    """Where the answer was not what the matrix says. Those who may come in go last, for they may change the row."""
    found = []
    for name in names:
        entry = MATRIX[name]
        asked = [(whose, actor) for whose in (world.whose(entry.row) if entry.row else [""]) for actor in ACTORS]
        asked.sort(key=lambda pair: expected(entry, pair[1], pair[0]) == OPEN)
        for whose, actor in asked:
            right, got = expected(entry, actor, whose), ask(world, app, name, entry, actor, whose)
            if got != right:
                found.append(f"{name} of {whose or 'nobody'}: {actor} met {got} instead of {right}")
        if any(word in name for word in ENDING):
            arrive(world.clients, app)
    return found


def test_every_address_stands_in_the_matrix(app: Flask) -> None:
    listed, real = set(MATRIX), set(routes(app))
    assert real - listed == set(), "not in the matrix"
    assert listed - real == set(), "no longer there"


@pytest.mark.parametrize("room", sorted({name.split(" ")[1].split(".")[0] for name in MATRIX}))
def test_nobody_comes_where_they_should_not(world: World, app: Flask, room: str) -> None:
    names = sorted(name for name in MATRIX if name.split(" ")[1].startswith(f"{room}."))
    found = surprises(world, app, names)
    assert not found, "\n".join(found)


def test_a_guard_that_is_missing_is_noticed(world: World, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    for verb in ("see", "edit"):
        monkeypatch.setitem(policy.TABLE, (Couple, verb), lambda person: true())
    found = surprises(world, app, ["GET couples.edit"])
    assert len(found) >= 5, found


def test_a_page_that_is_not_there_tells_nothing(world: World, app: Flask) -> None:
    ana = world.clients["ana"]
    ids = [world.rows["own homework", "ben"], world.rows["own homework", "kim"], "0" * 32, "x"]
    pages = {ana.get(f"/steps/{public_id}").data for public_id in ids}
    pages |= {ana.get(f"/couples/{world.rows['couple', 'ana']}").data}
    assert len(pages) == 1


@pytest.mark.parametrize("token", ["", "forged"])
def test_nothing_is_done_without_the_right_token(world: World, app: Flask, token: str) -> None:
    with app.test_request_context():
        addresses = [
            app.url_for(
                name.split(" ")[1],
                **entry.fixed,
                **({"public_id": world.rows[entry.row, "ana"]} if entry.row in ("couple",) else {}),
            )
            for name, entry in MATRIX.items()
            if name.startswith("POST ") and entry.row in ("", "couple")
        ]
    maya = world.clients["maya"]
    assert {maya.post(address, data={"csrf_token": token}).status_code for address in addresses} == {400}
