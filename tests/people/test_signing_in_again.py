"""Signing in again in place: the page stays, and so does what is typed on it."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.cast import PASSWORD, Cast, code_for, come_in

ANA = {"email": "ana@example.test", "password": PASSWORD}


def send(client: FlaskClient, body: Any, path: str = "/sign-in") -> TestResponse:
    token = client.get("/sign-in/token", headers={"Accept": "application/json"}).get_json()["csrf_token"]
    return client.post(path, json=body, headers={"X-CSRFToken": token})


def test_ana_signs_in_within_the_page(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    client.get("/leave")
    answer = send(client, {**ANA, "person": cast.ana})
    assert answer.get_json() | {"csrf_token": ""} == {"ok": True, "needs_code": False, "csrf_token": ""}
    out = client.post("/sign-out", headers={"X-CSRFToken": answer.get_json()["csrf_token"]})
    assert out.status_code == 303


def test_ben_does_not_sign_in_on_a_page_of_ana(client: FlaskClient, cast: Cast) -> None:
    answer = send(client, {"email": "ben@example.test", "password": PASSWORD, "person": cast.ana})
    assert (answer.status_code, answer.get_json()["error"][:34]) == (401, "This page belongs to somebody else")
    assert client.get("/").location == "/sign-in"


def test_a_wrong_password_is_told(client: FlaskClient, cast: Cast) -> None:
    answer = send(client, {**ANA, "password": "not her password"})
    assert (answer.status_code, list(answer.get_json())) == (401, ["error"])


def test_a_coach_gives_a_code_too(client: FlaskClient, cast: Cast) -> None:
    assert send(client, {"email": "maya@example.test", "password": PASSWORD}).get_json()["needs_code"] is True
    assert client.get("/").location == "/sign-in"
    assert send(client, {"code": "000000"}, "/sign-in/code").status_code == 401
    assert send(client, {"code": code_for(client.application, "maya")}, "/sign-in/code").get_json()["ok"] is True
    assert client.get("/").location == "/desk"


def test_without_a_token_nothing_happens(client: FlaskClient, cast: Cast) -> None:
    assert client.post("/sign-in", json=ANA).status_code == 400


def test_another_site_gets_no_token(client: FlaskClient) -> None:
    assert client.get("/sign-in/token", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 404


@pytest.mark.parametrize("body", [[], 1, {"email": 1, "password": []}, {"email": "\ud800", "password": "\ud800"}])
def test_what_is_no_form_is_refused(client: FlaskClient, cast: Cast, body: Any) -> None:
    assert send(client, body).status_code == 400
