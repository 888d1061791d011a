"""Signing in and out: what opens the door, what does not, and what an ended sign-in is still good for."""

from flask.testing import FlaskClient

from tests.browser import Browser
from tests.cast import PASSWORD, Cast, sign_in


def test_ana_signs_in(client: FlaskClient, cast: Cast) -> None:
    browser = Browser(client)
    browser.get("/sign-in")
    browser.post("/sign-in", {"email": "Ana@Example.test ", "password": PASSWORD})
    assert browser.page.response.location == "/"
    assert client.get("/").location == "/home"
