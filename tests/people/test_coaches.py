"""The owner's list of coaches: who works here, who may come in, who no longer may."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from practice.db import db
from practice.people.models import Person, Role
from tests.browser import Browser
from tests.cast import PASSWORD, Cast, come_in
from tests.people.letters import last_to, standing_of


@pytest.fixture
def olu(client: FlaskClient, cast: Cast) -> Browser:
    come_in(client, "olu")
    browser = Browser(client)
    browser.get("/coaches")
    return browser


def test_olu_sees_the_coaches_of_his_practice(olu: Browser) -> None:
    assert "Noor" in olu.page.text
    assert not {"Maya", "Kim", "Ana"} & set(olu.page.text.split())


@pytest.mark.parametrize("stranger", ["noor", "ana"])
@pytest.mark.parametrize("page", ["/coaches", "/coaches/new"])
def test_it_is_not_there_for_others(client: FlaskClient, cast: Cast, stranger: str, page: str) -> None:
    come_in(client, stranger)
    assert client.get(page).status_code == 404


def test_olu_adds_a_coach(app: Flask, olu: Browser) -> None:
    olu.click("Add a coach")
    page = olu.submit("Add and invite", {"name": "Sam", "email": "Sam@Example.test"})
    code = standing_of(app, "sam").code
    assert code
    assert code in page.text
    assert code not in (last_to(app, "sam") or "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": "", "email": "sam@example.test"}, "Please type their name."),
        ({"name": "Sam", "email": "sam"}, "An e-mail address looks like"),
        ({"name": "Sam", "email": "NOOR@example.test"}, "already in use"),
    ],
)
def test_what_is_wrong_is_told(olu: Browser, typed: dict[str, str], told: str) -> None:
    olu.click("Add a coach")
    page = olu.submit("Add and invite", typed, 422)
    assert told in page.text
    assert page.value("name") == typed["name"]


def test_shutting_noor_out_works_at_once_and_can_be_undone(olu: Browser, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    noor = clients()
    come_in(noor, "noor")
    olu.submit(f"/people/{cast.noor}/disable")
    assert noor.get("/").location == "/sign-in"
    assert "Shut out" in olu.page.text
    refused = Browser(noor)
    refused.get("/sign-in")
    refused.post("/sign-in", {"email": "noor@example.test", "password": PASSWORD}, 401)
    olu.submit("Undo")
    assert noor.get("/").location == "/sign-in", "the old sign-in does not come back to life"
    assert come_in(noor, "noor").path == "/desk"


def test_olu_signs_noor_out_everywhere(olu: Browser, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    noor = clients()
    come_in(noor, "noor")
    olu.submit(f"/people/{cast.noor}/end-sign-ins")
    assert noor.get("/").location == "/sign-in"


def test_noor_has_lost_her_phone(app: Flask, olu: Browser, clients: Callable[[], FlaskClient], cast: Cast) -> None:
    olu.submit(f"/people/{cast.noor}/forget-factor")
    noor = Browser(clients())
    noor.get("/sign-in")
    noor.submit("Sign in", {"email": "noor@example.test", "password": PASSWORD}, 200)
    assert noor.client.get("/account").location == "/account/second-factor"
    assert "was changed just now" in (last_to(app, "noor") or "")


@pytest.mark.parametrize("act", ["disable", "forget-factor"])
def test_olu_does_not_shut_himself_out(olu: Browser, cast: Cast, act: str) -> None:
    assert "yourself" in olu.post(f"/people/{cast.olu}/{act}", status=409).text or act != "disable"


@pytest.mark.parametrize("act", ["disable", "enable", "end-sign-ins", "forget-factor"])
@pytest.mark.parametrize(
    ("who", "whom", "status"), [("maya", "noor", 404), ("ana", "maya", 404), ("maya", "ana", 403), ("noor", "noor", 403)]
)
def test_nobody_else_may(client: FlaskClient, cast: Cast, act: str, who: str, whom: str, status: int) -> None:
    come_in(client, who)
    browser = Browser(client)
    browser.get("/account")
    browser.post(f"/people/{getattr(cast, whom)}/{act}", status=status)


def test_ten_coaches_ask_no_more_of_the_database_than_two(
    app: Flask, olu: Browser, queries: Callable[[], int], cast: Cast
) -> None:
    before = queries()
    olu.get("/coaches")
    few = queries() - before
    with app.app_context():
        harbour = cast.person("olu").practice
        db.session.add_all(
            Person(practice=harbour, role=Role.COACH, name=f"Coach {n}", email=f"coach{n}@example.test") for n in range(8)
        )
        db.session.commit()
    before = queries()
    olu.get("/coaches")
    assert queries() - before == few
