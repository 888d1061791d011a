"""Cookies of a practice that is reached over TLS: no other site, no script and no plain line ever sees them."""

import dataclasses

import pytest
from flask.testing import FlaskClient
from werkzeug.http import parse_cookie

from practice.config import Settings
from practice.people import known_device
from tests.cast import PASSWORD, Cast

HOME = "https://practice.example"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return dataclasses.replace(settings, base_url=HOME)


def test_each_cookie_belongs_to_this_host_alone(client: FlaskClient, cast: Cast) -> None:
    token = client.get("/sign-in/token", base_url=HOME).get_json()["csrf_token"]
    sent = {"csrf_token": token, "email": "ana@example.test", "password": PASSWORD}
    answer = client.post("/sign-in", data=sent, base_url=HOME)
    cookies = answer.headers.getlist("Set-Cookie")
    assert sorted(name for cookie in cookies for name in list(parse_cookie(cookie))[:1]) == [
        "__Host-homeward", "__Host-homeward-device",
    ]  # fmt: skip
    for cookie in cookies:
        assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


@pytest.mark.parametrize("cookie", [None, "", "x", "WyJhIl0.forged", "WyJhIl0"])
def test_a_cookie_that_is_not_ours_is_a_new_device(cookie: str | None) -> None:
    assert known_device.read(cookie, "secret").people == ()


@pytest.mark.parametrize(
    ("agent", "called"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8", "A browser"),
    ],
)
def test_a_device_is_called_as_people_call_it(agent: str, called: str) -> None:
    assert known_device.name(agent) == called
