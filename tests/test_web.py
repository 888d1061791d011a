"""The door and what it says with every answer."""

import dataclasses
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

import practice
from practice.config import Settings
from practice.db import db
from tests.cast import Cast, sign_in


@pytest.fixture
def tls(settings: Settings) -> Iterator[Flask]:
    """The same practice as browsers reach it over TLS."""
    app = practice.create_app(dataclasses.replace(settings, base_url="https://practice.example.test"))
    yield app
    with app.app_context():
        db.engine.dispose()


def policy_of(response: object) -> dict[str, str]:
    text: str = response.headers["Content-Security-Policy"]
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in text.split(";"))}


@pytest.mark.parametrize("address", ["/sign-in", "/nothing-here", "/desk", "/static/practice.css"])
def test_every_answer_carries_the_headers(client: FlaskClient, address: str) -> None:
    """V3.4.3, V3.4.4, V3.4.5, V3.4.6, V3.4.8."""
    response = client.get(address)
    policy = policy_of(response)
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert {policy[name] for name in ("default-src", "object-src", "base-uri", "frame-ancestors")} == {"'none'"}
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response.headers


def test_private_pages_are_never_kept(client: FlaskClient, cast: Cast) -> None:
    """V14.3.2."""
    sign_in(client, "ana")
    for address in ("/home", "/account", "/nothing-here"):
        assert client.get(address).headers["Cache-Control"] == "no-store"


def test_over_tls_cookies_are_bound_and_the_browser_remembers_tls(tls: Flask) -> None:
    """V3.3.1, V3.3.2, V3.3.3, V3.3.4, V3.4.1."""
    response = tls.test_client().get("/sign-in", base_url="https://practice.example.test")
    [cookie] = response.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-homeward=")
    assert all(word in cookie for word in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))
    assert "Domain" not in cookie
    assert "max-age=63072000; includeSubDomains" in response.headers["Strict-Transport-Security"]


def test_another_host_name_is_refused(tls: Flask) -> None:
    assert tls.test_client().get("/sign-in", base_url="https://evil.example.test").status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(client: FlaskClient, method: str) -> None:
    """V4.1.4, V13.4.4."""
    assert client.open("/sign-in", method=method).status_code == 405


def test_too_much_at_once_is_told_plainly(client: FlaskClient) -> None:
    """V5.2.1."""
    response = client.post("/sign-in", data={"email": "a" * (9 * 1024 * 1024)})
    assert response.status_code == 413
    assert "too much at once" in response.get_data(as_text=True)


def test_a_tampered_cookie_is_nobody(client: FlaskClient, cast: Cast) -> None:
    """V7.2.1."""
    sign_in(client, "ana")
    cookie = client.get_cookie("homeward")
    assert cookie
    client.set_cookie("homeward", cookie.value[:-2] + ("AA" if cookie.value[-2:] != "AA" else "BB"))
    assert client.get("/home").status_code == 303


def test_an_error_of_ours_says_nothing_of_the_inside(app: Flask) -> None:
    """V16.5.1, V16.5.4."""

    def broken() -> str:
        raise RuntimeError("a private word")

    broken.rule = practice.web.Rule("public")
    app.add_url_rule("/broken", "broken", broken)
    response = app.test_client().get("/broken")
    assert response.status_code == 500
    assert "private word" not in response.get_data(as_text=True)
    assert "Traceback" not in response.get_data(as_text=True)


def test_while_the_database_is_away_words_are_given_back(client: FlaskClient, cast: Cast, app: Flask) -> None:
    """V16.5.2."""
    sign_in(client, "ana")
    with app.app_context():
        db.session.execute(text("DROP TABLE signatures"))
        db.session.execute(text("ALTER TABLE sign_ins RENAME TO lost"))
        db.session.commit()
    typed = {"csrf_token": "any", "words": "what I typed " * 10, "password": "six owls"}
    response = client.post("/account/password", data=typed)
    assert response.status_code in (400, 503)
    page = client.get("/home")
    assert page.status_code == 503
    assert "cannot reach our records" in page.get_data(as_text=True)
    assert page.headers["Retry-After"]
    assert "what I typed" in response.get_data(as_text=True)
    assert "six owls" not in response.get_data(as_text=True)
