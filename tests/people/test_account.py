"""One's own account: name, password, and the places where one is signed in."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.browser import Browser
from tests.cast import PASSWORD, Cast, come_in
from tests.people.letters import last_to

NEW = "green apples under the boat"
PHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"}


def test_ana_says_how_she_is_called(app: Flask, client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account")
    page = browser.submit("Save", {"name": " Ana\r\nBcc: x  Maria ", "time_zone": "Europe/Lisbon"})
    assert page.value("name") == "Ana Bcc: x Maria"
    with app.app_context():
        assert cast.person("ana").time_zone == "Europe/Lisbon"


@pytest.mark.parametrize("wrong", [{"name": ""}, {"name": "x" * 81}, {"time_zone": "Nowhere/Atall"}])
def test_what_is_wrong_is_told_and_nothing_changes(app: Flask, client: FlaskClient, cast: Cast, wrong: dict[str, str]) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account")
    assert browser.submit("Save", wrong, 422).title.startswith("Error:")
    with app.app_context():
        assert (cast.person("ana").name, cast.person("ana").time_zone) == ("Ana", "Europe/London")


def test_nobody_sees_it_without_signing_in(client: FlaskClient, cast: Cast) -> None:
    assert client.get("/account").location == "/sign-in?next=/account"


def test_ana_changes_her_password(app: Flask, client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    elsewhere = clients()
    come_in(elsewhere, "ana")
    come_in(client, "ana")
    before = client.get_cookie("homeward")
    browser = Browser(client)
    browser.get("/account/password")
    page = browser.submit("Change password", {"current": PASSWORD, "password": NEW})
    assert page.path == "/account"
    assert client.get_cookie("homeward") != before
    assert elsewhere.get("/").location == "/sign-in"
    assert "was changed just now" in (last_to(app, "ana") or "")
    client.get("/leave")
    assert come_in(client, "ana", NEW).path == "/home"


def test_she_may_stay_signed_in_elsewhere(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    elsewhere = clients()
    come_in(elsewhere, "ana")
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account/password")
    browser.post("/account/password", {"current": PASSWORD, "password": NEW})
    assert elsewhere.get("/").location == "/home"


@pytest.mark.parametrize(
    ("current", "new", "told"),
    [
        ("not her password", NEW, "not the password you use now"),
        (PASSWORD, "short", "at least 12 characters"),
        (PASSWORD, "ana@example.test", "easy to guess"),
        ("", "", "Please type the password you use now."),
    ],
)
def test_a_change_that_will_not_do(client: FlaskClient, cast: Cast, current: str, new: str, told: str) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account/password")
    assert told in browser.submit("Change password", {"current": current, "password": new}, 422).text
    client.get("/leave")
    assert come_in(client, "ana").path == "/home"


def test_a_borrowed_page_is_no_place_to_guess(client: FlaskClient, cast: Cast) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account/password")
    told = [browser.post("/account/password", {"current": f"guess {n}", "password": NEW}, None).status for n in range(11)]
    assert told == [422] * 10 + [429]


def test_ana_sees_where_she_is_signed_in_and_ends_one(
    client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast
) -> None:
    phone = clients()
    Browser(phone).get("/sign-in", headers=PHONE)
    phone.environ_base["HTTP_USER_AGENT"] = PHONE["User-Agent"]
    come_in(phone, "ana")
    come_in(client, "ana")
    browser = Browser(client)
    page = browser.get("/account")
    assert "Safari on iPhone" in page.text
    mine, theirs = _ends(browser)
    browser.post(theirs)
    assert phone.get("/").location == "/sign-in"
    assert client.get("/").location == "/home"
    browser.get("/account")
    browser.post(mine)
    assert browser.page.response.location == "/sign-in"
    assert client.get("/").location == "/sign-in"


def test_ana_signs_out_everywhere_else(client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    others = [clients(), clients()]
    for other in others:
        come_in(other, "ana")
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account")
    browser.submit("Sign out everywhere else")
    assert [other.get("/").location for other in [*others, client]] == ["/sign-in", "/sign-in", "/home"]


@pytest.mark.parametrize("stranger", ["ben", "maya", "noor", "olu"])
def test_nobody_else_ends_a_sign_in_of_ana(
    client: FlaskClient, clients: Callable[[], FlaskClient], cast: Cast, stranger: str
) -> None:
    come_in(client, "ana")
    browser = Browser(client)
    browser.get("/account")
    [end] = _ends(browser)
    other = clients()
    come_in(other, stranger)
    browser = Browser(other)
    browser.get("/account")
    browser.post(end, status=404)
    assert client.get("/").location == "/home"


def _ends(browser: Browser) -> list[str]:
    """The addresses of the buttons that end one sign-in, the present one first."""
    return [form.get("action") for form in browser.page.tree.forms if form.get("action", "").endswith("/end")]
