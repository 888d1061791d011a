"""A marker stands in every private place; whoever walks everywhere finds exactly those they may read."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import true

from practice import policy
from practice.homework.reflections import Answer
from practice.places import programme
from practice.programme.library import load
from tests.cast import Cast, email, sign_in
from tests.privacy import crawl
from tests.privacy.allowed import may_read
from tests.privacy.world import Cage, fill, reveal

ACTORS = ("anonymous", "ana", "ben", "kim", "lee", "maya", "noor", "olu")
FIRST_PAGE = "/"


@pytest.fixture
def cage(app: Flask, cast: Cast) -> Cage:
    with app.test_request_context():
        return fill(cast, load(programme()))


@pytest.fixture
def actors(app: Flask, cage: Cage) -> dict[str, FlaskClient]:
    """Everybody; on the second kind of database those whom it matters to most."""
    names = ACTORS if "sqlite" in app.config["SQLALCHEMY_DATABASE_URI"] else ("ben", "kim")
    found = {name: app.test_client() for name in names}
    for name in names:
        if name != "anonymous":
            sign_in(found[name], name)
    return found


def known(client: FlaskClient, name: str) -> dict[str, set[str]]:
    """What somebody can fill an address with."""
    ids = crawl.ids_for(client.application, email(name)) | {"group": {"speaking"}, "slug": {"pain"}, "key": {"commitment"}}
    return ids | {"kind": {"progress"}, "whom": {"1"}}


def everywhere(client: FlaskClient, name: str) -> crawl.Walk:
    """All that somebody can reach."""
    return crawl.walk(client, known(client, name), (FIRST_PAGE, "/no-such-page"))


def review(maya: FlaskClient) -> str:
    """What Maya reads where what was sent comes to her."""
    addresses = [each for each in crawl.addresses(maya.application, known(maya, "maya")) if each.startswith("/review")]
    return "\n".join(crawl.text_of(maya.get(address)) for address in addresses)


def complaints(actors: dict[str, FlaskClient], cage: Cage, *, revealed: bool) -> str:
    """Every marker that somebody finds and may not read, or may read and cannot find; a line for each."""
    found = []
    for name, client in actors.items():
        walk = everywhere(client, name)
        pages = list(walk.pages())
        heard = {bird: address for bird in cage.birds for address, text in pages if bird.sings_in(text)}
        found += [f"{name}: {address} broke" for address in walk.broken]
        for bird in cage.birds:
            if (bird in heard) != (name in may_read(bird, revealed=revealed)):
                found.append(f"{name}: {bird.kind} of {bird.person} " + (f"at {heard[bird]}" if bird in heard else "not found"))
    return "\n".join(found)


def test_everybody_finds_their_own_and_nobody_anything_else(
    app: Flask, cast: Cast, cage: Cage, actors: dict[str, FlaskClient]
) -> None:
    # For the others nothing changes by the reveal, nor for Maya but where she reads what was sent.
    before = {name: client for name, client in actors.items() if name in ("ana", "ben")}
    assert complaints(before, cage, revealed=False) == ""
    if "maya" in actors:
        read = review(actors["maya"])
        assert [bird for bird in cage.birds if bird.sings_in(read) and "maya" not in may_read(bird, revealed=False)] == []
    with app.app_context():
        reveal(cast)
    assert complaints(actors, cage, revealed=True) == ""


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_a_policy_that_is_too_wide_is_noticed(
    actors: dict[str, FlaskClient], cage: Cage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(policy.TABLE, (Answer, "see"), lambda person: true())
    read = review(actors["maya"])
    assert [bird.person for bird in cage.birds if bird.kind == "only_me answer" and bird.sings_in(read)] == ["ana", "ben"] * 2
