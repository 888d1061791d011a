"""Leaving quickly: whoever looks over the shoulder sees another site, and Back brings nothing back."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from practice.people import sign_ins
from tests.cast import Cast
from tests.conftest import SECRETS
from tests.journeys.looking import PHONE
from tests.journeys.running import Running
from tests.journeys.stage import give, kept, on_stage, sign_in, staged

LONGEST = "Which of these has gone on longest"
SECRET = "nobody may see these words"


class Elsewhere(BaseHTTPRequestHandler):
    """The neutral site, on loopback; it remembers how it was reached."""

    asked: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        if self.path == "/weather":
            self.asked.append(self.headers.get("Referer"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Weather</title><h1>Weather for today</h1>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Elsewhere.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}/weather"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory, gathering: Path, elsewhere: str) -> Iterator[Running]:
    with staged(gathering, tmp_path_factory.mktemp("leaving"), **SECRETS, PRACTICE_QUICK_EXIT_URL=elsewhere) as running:
        yield running


@pytest.fixture
def address(practice: Running) -> str:
    return f"{practice.address}{give(practice, 'causes')}/contributions"


@pytest.fixture
def page(phone: Callable[[], Page], practice: Running, address: str) -> Page:
    """Ana's phone, in the middle of writing."""
    page = phone()
    sign_in(page, practice, "ana")
    page.goto(address)
    page.get_by_label(LONGEST).fill(SECRET)
    return page


def is_gone(page: Page, practice: Running, elsewhere: str) -> None:
    """She is elsewhere, signed out, and no way back shows anything."""
    page.wait_for_url(elsewhere)
    assert Elsewhere.asked[-1] is None, "the other site does not learn where she comes from"
    with on_stage(practice):
        assert sign_ins.live_of(Cast.person("ana")) == []
    for _ in range(page.evaluate("history.length")):
        page.go_back()
        shown = page.content() if page.url.startswith("http") else ""
        assert [words for words in (SECRET, "Hello Ana", "Your own part") if words in shown] == []


def test_shift_three_times(page: Page, practice: Running, elsewhere: str) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")
    is_gone(page, practice, elsewhere)
    assert SECRET in kept(practice)


def test_the_link_within_reach(page: Page, practice: Running, elsewhere: str) -> None:
    page.get_by_role("link", name="Leave now").click()
    is_gone(page, practice, elsewhere)
    assert SECRET in kept(practice)


def test_the_hidden_first_link(page: Page, practice: Running, elsewhere: str) -> None:
    page.locator("[data-saved]").get_by_text("Saved").wait_for()
    page.goto(f"{practice.address}/home")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    is_gone(page, practice, elsewhere)


def test_capital_letters_are_no_call_for_help(page: Page, address: str) -> None:
    page.get_by_label(LONGEST).press_sequentially("I Am Here And I Stay")
    page.wait_for_timeout(500)
    assert page.url == address
    expect(page.get_by_label(LONGEST)).to_be_visible()


def test_without_script(browser: Browser, practice: Running, elsewhere: str, address: str) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    try:
        page = context.new_page()
        sign_in(page, practice, "ana")
        page.goto(address)
        page.get_by_label(LONGEST).fill(SECRET)
        page.get_by_role("button", name="Save for later").click()
        page.goto(address)
        page.get_by_role("link", name="Leave now").click()
        page.wait_for_url(elsewhere)
        assert SECRET in kept(practice)
        page.goto(address)
        assert page.url.startswith(f"{practice.address}/sign-in")
    finally:
        context.close()
