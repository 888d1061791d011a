"""Addresses, saves and headers that make no sense: a sentence, never a fault."""

import json
from itertools import product
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.browser import Browser
from tests.cast import Cast, sign_in
from tests.faults.alive import alive
from tests.faults.evening import lived
from tests.faults.ground import written
from tests.faults.nasty import TEXTS
from tests.privacy.crawl import NO_PAGES

SEGMENTS = ("%00", "%ff%fe", "%ed%a0%80", "%2e%2e%2f", "zqx<script>", "x" * 5000)
HEADERS = ("Cookie", "User-Agent", "Accept", "Accept-Language", "Referer", "X-Forwarded-For", "Sec-Fetch-Site", "Range")
QUERIES = (
    *("q", "state", "page", "attempt", "next", "add", "lines", "show", "step", "per_page"),
    *("day", "month", "number", "edition", "on", "look", "another", "source"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 10**30, 1.5, "", "\x00", "\ud800", "<script>zqx()</script>", "x" * 30_000),
    *([], [[[]]], [None, 1, "x"], {}, {"zqx": {"zqx": []}}),
)


PAGES = {
    "ana": (
        *("/steps/{work of ana}", "/steps/{talk of ana}/wants", "/home", "/sign-in", "/prove", "/agreements"),
        *("/journal", "/journal/shared", "/journal/{gratitude}/gratitude", "/texts/{commit of ana}/commitment/wordings"),
        *("/ledger/{joy of ana}/jar", "/pace/{joy of ana}", "/turns/{pain of ana}", "/lines/{line}"),
    ),
    "maya": (
        *("/couples", "/couples/{couple}/assign", "/review/{causes of ana}", "/review", "/programme", "/prove"),
        *("/couples/{couple}/journal", "/couples/{couple}/agreements", "/couples/{couple}/way", "/couples/{couple}/way/plan"),
        *("/couples/{couple}/programme", "/programmes", "/programmes/{manuscript}", "/assignments/{pain}/turns"),
    ),
}


def addresses(app: Flask) -> list[tuple[str, str]]:
    """Every method and address whose variables make no sense."""
    rules = [rule for rule in app.url_map.iter_rules() if rule.arguments and rule.endpoint not in NO_PAGES]
    return [
        (method, "/".join(segment if part.startswith("<") else part for part in rule.rule.split("/")))
        for rule, segment in product(rules, SEGMENTS)
        for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"})
    ]


@pytest.mark.parametrize("name", ["ana", "maya"])
def test_no_address_breaks(app: Flask, cast: Cast, name: str) -> None:
    client, token = _signed_in(app, name)
    broken = []
    for method, address in addresses(app):
        response = client.open(address, method=method, data={"csrf_token": token} if method == "POST" else None)
        if response.status_code >= 500 or list(alive(response)):
            broken.append(f"{method} {address[:100]}: {response.status} {list(alive(response))}")
    assert "\n".join(broken) == ""


@pytest.mark.parametrize("name", ["ana", "maya"])
def test_no_question_in_an_address_breaks(app: Flask, cast: Cast, name: str) -> None:
    ids = lived(app, cast, "") | {"couple": cast.ana_and_ben}
    client, _ = _signed_in(app, name)
    pages = [page.format(**ids) for page in PAGES[name]]
    assert [page for page in pages if client.get(page).status_code not in (200, 303)] == []
    broken = []
    for page, text in product(pages, TEXTS[2::3]):
        response = client.get(page, query_string={query: text.encode("utf-8", "surrogatepass") for query in QUERIES})
        if response.status_code >= 500 or list(alive(response)):
            broken.append(f"{page} {text[:40]!r}: {response.status} {list(alive(response))}")
    assert "\n".join(broken) == ""


def test_no_save_breaks(app: Flask, cast: Cast) -> None:
    ids = written(app, cast)
    client, token = _signed_in(app, "ana")
    right = {
        "revision": 0,
        "save_key": "p.1",
        "answering_as": cast.ana,
        "answers": {"longest": "words"},
        "readers": {"longest": "both"},
    }
    saves: list[Any] = [*VALUES, *({**right, key: value} for key, value in product(right, VALUES))]
    saves += [
        {**right, part: {key: value}}
        for part, key, value in product(("answers", "readers"), ("longest", "my_part", "owning", "zqx"), VALUES)
    ]
    bodies = [json.dumps(save).encode() for save in saves] + [
        b"",
        b"{",
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"answers": {"a": 1, "a": 2}}',
        b"1e999",
        b"NaN",
    ]
    for body in bodies:
        response = client.post(
            f"/steps/{ids['ana']}/draft", data=body, content_type="application/json", headers={"X-CSRFToken": token}
        )
        assert response.status_code < 500, body[:200]
        assert response.is_json, body[:200]
    page = client.get(f"/steps/{ids['ana']}/contributions")
    assert page.status_code == 200
    assert not list(alive(page))


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
def test_no_header_breaks(app: Flask, cast: Cast) -> None:
    client, _ = _signed_in(app, "maya")
    for text in TEXTS:
        value = text.encode("utf-8", "surrogatepass").decode("latin-1").replace("\r", "").replace("\n", "")
        for header in HEADERS:
            assert client.get("/account", headers={header: value}).status_code < 500, (header, value)
        assert (
            client.post("/sign-in", data={"email": "ana@example.test"}, headers=dict.fromkeys(HEADERS, value)).status_code < 500
        )


def _signed_in(app: Flask, name: str) -> tuple[FlaskClient, str]:
    browser = Browser(app.test_client())
    sign_in(browser.client, name)
    return browser.client, browser.get("/account").value("csrf_token")
