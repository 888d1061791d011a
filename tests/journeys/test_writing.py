"""Writing at night on a phone: the tab closes, the sign-in ends, the line drops, and nothing typed is lost."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from practice.people import sign_ins
from tests.cast import PASSWORD, Cast
from tests.conftest import SECRETS
from tests.journeys.looking import look
from tests.journeys.running import Running
from tests.journeys.stage import give, kept, on_stage, sign_in, staged

SAVED = re.compile(r"^Saved \d\d:\d\d\.$")
STORED = """async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, document.cookie]"""
LONGEST = "Which of these has gone on longest"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, gathering: Path) -> Iterator[Running]:
    """One practice for all of these nights."""
    with staged(gathering, tmp_path_factory.mktemp("writing"), **SECRETS) as running:
        yield running


@pytest.fixture
def address(running: Running) -> str:
    """The first page of questions of the step that Ana was given."""
    return f"{running.address}{give(running, 'causes')}/contributions"


@pytest.fixture
def page(phone: Callable[[], Page], running: Running, address: str) -> Page:
    """Ana's phone, signed in and on that page."""
    page = phone()
    sign_in(page, running, "ana")
    page.goto(address)
    return page


def status(page: Page) -> Locator:
    return page.locator("[data-saved]")


def test_what_was_typed_is_there_when_she_comes_back(page: Page, running: Running, address: str) -> None:
    page.get_by_label(LONGEST).fill("Going quiet. It began in the winter. 🙂 مرحبا")
    expect(status(page)).to_have_text(SAVED, timeout=2500)
    page.get_by_label("What I did").first.fill("I came home late")
    page.keyboard.press("Tab")
    expect(status(page)).to_have_text(SAVED)
    back = page.context.new_page()
    page.wait_for_timeout(1200)
    page.close()
    back.goto(address)
    expect(back.get_by_label(LONGEST)).to_have_value("Going quiet. It began in the winter. 🙂 مرحبا")
    expect(back.get_by_label("What I did").first).to_have_value("I came home late")
    assert back.evaluate(STORED) == [0, 0, 0, ""]


def test_leaving_quickly_keeps_the_last_word(page: Page, running: Running) -> None:
    page.route("https://**", lambda route: route.abort())
    page.get_by_label(LONGEST).fill("nobody may see this")
    page.get_by_role("link", name="Leave now").click()
    page.wait_for_timeout(1500)
    assert "nobody may see this" in kept(running)
    assert "/sign-in" in page.context.request.get(f"{running.address}/home").url


def test_a_sign_in_that_ran_out_is_renewed_in_place_and_sent_once(page: Page, running: Running) -> None:
    with on_stage(running):
        sign_ins.end_all(Cast.person("ana"))
    sent = []
    page.on("request", lambda request: sent.append(request.post_data) if request.url.endswith("/draft") else None)
    page.get_by_label(LONGEST).fill("still here")
    expect(page.get_by_role("dialog")).to_be_visible()
    look(page, "signing-in-again")
    page.get_by_label("Password").fill("not her password")
    page.get_by_role("dialog").get_by_role("button", name="Sign in and save").click()
    expect(page.get_by_role("alert")).to_contain_text("do not belong together")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text(SAVED)
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert [sent[0]] * 2 == sent, "the same save, under the same key"
    assert kept(running).count("still here") == 1


def test_somebody_else_who_signs_in_there_never_sends_it(page: Page, running: Running) -> None:
    other = page.context.new_page()
    other.goto(f"{running.address}/home")
    other.get_by_role("button", name="Sign out").click()
    sign_in(other, running, "ben")
    page.get_by_label(LONGEST).fill("mine alone")
    expect(status(page)).to_contain_text("somebody else is signed in", timeout=5000)
    expect(page.get_by_label(LONGEST)).to_have_value("mine alone")
    assert "mine alone" not in kept(running)


def test_without_a_connection_the_words_stay_and_are_sent_later(page: Page, running: Running) -> None:
    page.context.set_offline(True)
    page.get_by_label(LONGEST).fill("written in the lift")
    expect(status(page)).to_have_text("Not saved yet. Your words are on this page; we keep trying.")
    page.get_by_role("button", name="Save and go on").last.click()
    expect(page.get_by_label(LONGEST)).to_have_value("written in the lift")
    page.context.set_offline(False)
    expect(status(page)).to_have_text(SAVED, timeout=10_000)
    assert "written in the lift" in kept(running)


def test_two_devices_keep_both_texts(page: Page, running: Running, address: str) -> None:
    laptop = page.context.new_page()
    laptop.goto(address)
    laptop.get_by_label(LONGEST).fill("from the laptop")
    expect(status(laptop)).to_have_text(SAVED)
    page.get_by_label(LONGEST).fill("from the phone")
    versions = page.get_by_role("region", name="There are two versions of this")
    expect(versions).to_contain_text("from the laptop")
    look(page, "two-versions")
    expect(page.get_by_label(LONGEST)).to_have_value("from the phone")
    versions.get_by_role("button", name="Keep what is on this page").click()
    expect(status(page)).to_have_text(SAVED)
    assert "from the phone" in kept(running)
    laptop.get_by_label(LONGEST).fill("from the laptop again")
    other = laptop.get_by_role("region", name="There are two versions of this")
    other.get_by_role("button", name="Use the other").click()
    expect(laptop.get_by_label(LONGEST)).to_have_value("from the phone")
    laptop.get_by_role("link", name="Earlier versions").click()
    laptop.locator("summary").first.click()
    expect(laptop.locator("main")).to_contain_text("from the laptop again")


def test_lines_are_added_and_removed_by_keyboard(page: Page, running: Running) -> None:
    page.get_by_role("button", name="Add a line").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("the fourth")
    page.get_by_role("button", name="Remove line 1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-line]")).to_have_count(3)
    expect(page.get_by_label("What I did").last).to_have_value("the fourth")
    page.get_by_role("button", name="Save and go on").last.click()
    page.wait_for_url("**/willing")
    assert "the fourth" in kept(running)


def test_too_many_words_are_told_and_stay(page: Page, running: Running) -> None:
    page.get_by_label(LONGEST).fill("word " * 4_000 + "x")  # as words, for one of such a length takes a browser long to break
    expect(status(page)).to_contain_text("at most 20,000 can be kept")
    assert len(page.get_by_label(LONGEST).input_value()) == 20_001
    page.get_by_label(LONGEST).fill("word " * 3_999 + "words")
    expect(status(page)).to_have_text(SAVED)
