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
from tests.faults.ground import written
from tests.faults.nasty import TEXTS
from tests.privacy.crawl import NO_PAGES

SEGMENTS = ("%00", "%ff%fe", "%ed%a0%80", "%2e%2e%2f", "zqx<script>", "x" * 5000)
HEADERS = ("Cookie", "User-Agent", "Accept", "Accept-Language", "Referer", "X-Forwarded-For", "Sec-Fetch-Site", "Range")
QUERIES = ("q", "state", "page", "attempt", "next", "add", "lines", "show", "step", "per_page")
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 10**30, 1.5, "", "\x00", "\ud800", "<script>zqx()</script>", "x" * 30_000),
    *([], [[[]]], [None, 1, "x"], {}, {"zqx": {"zqx": []}}),
)


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
    ids = written(app, cast)
    client, _ = _signed_in(app, name)
    pages = {
        "ana": [f"/steps/{ids['ana']}/contributions", f"/steps/{ids['ana']}", "/home", "/sign-in", "/prove"],
        "maya": ["/couples", f"/couples/{cast.ana_and_ben}/assign", f"/review/{ids['ben']}", "/review", "/programme", "/prove"],
    }[name]
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
