"""Ending reminders from a letter, and choosing the hour in one's account."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from practice.db import db
from practice.reminders import models
from tests.browser import Browser
from tests.cast import sign_in
from tests.reminders.conftest import Post

SIX = datetime(2027, 3, 1, 18, 0, tzinfo=UTC)
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def link(post: Post) -> str:
    """The way to stop, as it stands in Ana's letter."""
    post.give("fears", "ana")
    post.run(SIX)
    found = re.search(r"/reminders/stop/\S+", post.letters("ana")[0])
    assert found
    return found[0]


def is_on(post: Post, name: str = "ana") -> bool:
    with post.app.app_context():
        return models.setting_of(post.cast.person(name))[0]


def test_opening_the_link_stops_nothing_and_its_button_does(post: Post, link: str, client: FlaskClient) -> None:
    browser = Browser(client)
    page = browser.get(link)
    assert len(page.tree.xpath("//main//button")) == 1
    assert is_on(post)
    assert browser.submit("Stop").h1 == "That is done"
    assert not is_on(post)
    assert is_on(post, "ben")


def test_one_press_in_the_mail_program_stops_without_a_redirect(post: Post, link: str, client: FlaskClient) -> None:
    assert client.post(link, data=ONE_CLICK).status_code == 200
    assert not is_on(post)
    post.give("support", "ana", at=SIX)
    post.run(SIX + timedelta(days=1))
    assert len(post.letters("ana")) == 1


def test_any_other_press_needs_the_pages_own_token(post: Post, link: str, client: FlaskClient) -> None:
    for data in ({}, {"List-Unsubscribe": "Yes"}, {"csrf_token": "forged"}):
        assert client.post(link, data=data).status_code == 400
    assert is_on(post)


def test_an_unknown_link_looks_just_the_same(post: Post, link: str, client: FlaskClient) -> None:
    token, unknown = link.rpartition("/")[2], "nobody-made-this-one"

    def told(path: str) -> bytes:
        page = client.get(path).data.replace(path.rpartition("/")[2].encode(), b"")
        return re.sub(rb'name="csrf_token" value="[^"]*"', b"", page)

    assert told(link) == told(link.replace(token, unknown))
    known = client.post(link, data=ONE_CLICK)
    other = client.post(link.replace(token, unknown), data=ONE_CLICK)
    assert (known.status_code, known.data) == (other.status_code, other.data)


def test_the_link_opens_nothing_else_and_never_ends(post: Post, link: str, client: FlaskClient) -> None:
    assert client.get("/home").status_code == 303
    client.post(link, data=ONE_CLICK)
    assert client.get("/home").location.startswith("/sign-in")
    post.choose("ana", is_on=True)
    client.post(link, data=ONE_CLICK)
    assert not is_on(post)


def test_no_token_is_kept_as_it_is(post: Post, link: str) -> None:
    token = link.rpartition("/")[2]
    with post.app.app_context():
        rows = db.session.execute(db.text("SELECT token_hash FROM digests")).scalars()
        assert [token in row for row in rows] == [False]


def test_ana_chooses_her_hour_and_whether_at_all(post: Post, client: FlaskClient) -> None:
    browser = Browser(client)
    sign_in(client, "ana")
    browser.get("/account")
    page = browser.click("Whether and when")
    assert page.tree.xpath("//select/option[@selected]/text()") == ["18:00"]
    browser.submit("Save", {"minute": "420"})
    with post.app.app_context():
        assert models.setting_of(post.cast.person("ana")) == (True, 420)
    browser.get("/reminders")
    form = {name: value for name, value in browser.page.form("Save").form_values() if name != "is_on"}
    browser.post("/reminders", form)
    assert not is_on(post)


@pytest.mark.parametrize("minute", ["", "7", "-30", "1440", "noon"])
def test_an_hour_that_is_not_offered_is_refused(post: Post, client: FlaskClient, minute: str) -> None:
    browser = Browser(client)
    sign_in(client, "ana")
    browser.get("/reminders")
    assert browser.submit("Save", {"minute": minute}, 422).title.startswith("Error:")


def test_a_page_opened_for_ben_changes_nothing_of_anas(post: Post, client: FlaskClient) -> None:
    browser = Browser(client)
    sign_in(client, "ana")
    browser.get("/reminders")
    browser.submit("Save", {"minute": "420", "answering_as": post.cast.ben}, 409)
    with post.app.app_context():
        assert models.setting_of(post.cast.person("ana")) == (True, 18 * 60)
