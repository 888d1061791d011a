"""Signing in with what is no address, no password and no code: a sentence, never a fault."""

import json
from typing import Any

import pytest
from flask import Flask

from tests.browser import Browser
from tests.cast import PASSWORD, Cast
from tests.faults.nasty import TEXTS
from tests.faults.test_addresses import VALUES


@pytest.mark.parametrize("typed", ["²²²²²²", "٣٤٥٦٧٨", "１２３４５６", "\ud800", "123\x00456", "abcdefghé"])
def test_a_code_of_other_digits_is_only_wrong(app: Flask, cast: Cast, typed: str) -> None:
    maya = Browser(app.test_client())
    maya.get("/sign-in")
    maya.submit("Sign in", {"email": "maya@example.test", "password": PASSWORD})
    answer = maya.client.post(
        "/sign-in/code", data={"csrf_token": maya.page.value("csrf_token"), "code": typed.encode("utf-8", "replace")}
    )
    assert answer.status_code == 401


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
@pytest.mark.parametrize("field", ["email", "password", "next", "person"])
def test_a_script_that_sends_nonsense_is_refused(app: Flask, cast: Cast, field: str) -> None:
    client = app.test_client()
    headers = {"X-CSRFToken": client.get("/sign-in/token").get_json()["csrf_token"]}
    right: dict[str, Any] = {"email": "ana@example.test", "password": "wrong on purpose"}
    for value in [*VALUES, *TEXTS]:
        body = json.dumps(right | {field: value})
        answer = client.post("/sign-in", data=body, content_type="application/json", headers=headers)
        assert answer.status_code in (400, 401, 413, 422, 429), (field, value)
