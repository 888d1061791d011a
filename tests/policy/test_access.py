"""Every address, every method, every actor, on their own, their partner's and a stranger's rows."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import true

import practice
from practice import policy
from practice.couples.models import Couple
from practice.db import db
from tests.cast import gather
from tests.conftest import told
from tests.databases import Template
from tests.policy.asking import ask, expected
from tests.policy.expected import MATRIX, OPEN
from tests.policy.world import ACTORS, World, arrive, build

# After these somebody is no longer signed in: the world is put in order again.
ENDING = ("forget_factor", "end_sign_in", "end_others", "disable", "sign_out", "leave", "POST people.sign_in")
OURS_BUT_NO_VIEW = {"static", "bootstrap.static"}


@pytest.fixture(scope="module")
def app(migrated: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One practice for the whole file: whoever is asked to leave comes back, and rows that go are asked for last."""
    with migrated.copy() as url:
        app = practice.create_app(told(tmp_path_factory.mktemp("data"), PRACTICE_DATABASE_URL=url))
        yield app
        with app.app_context():
            db.engine.dispose()


@pytest.fixture(scope="module")
def world(app: Flask) -> World:
    with app.app_context():
        cast = gather()
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


# Backwards, so that what a partner takes back in their room was asked for by the coach before.
@pytest.mark.parametrize("room", sorted({name.split(" ")[1].split(".")[0] for name in MATRIX}, reverse=True))
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
    addresses = [f"/couples/{world.rows['couple', 'ana']}", *(f"/steps/{public_id}" for public_id in ids)]
    # The token to sign out with holds the second at which it was made, wherever it stands.
    pages = {re.sub(rb'name="csrf_token" value="[^"]+"', b"", ana.get(address).data) for address in addresses}
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
