"""Journeys: a real browser before a real web server, its worker and a real mail server."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from tests.conftest import SECRETS
from tests.journeys.looking import LAPTOP, PHONE
from tests.journeys.running import Running
from tests.journeys.stage import gathered
from tests.mailserver import MailServer

QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip
NewPage = Callable[[], Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; a visible skip where there is none."""
    if (program := shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")) is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[[ViewportSize], Page]]:
    """A window with its own cookies; afterwards no script may have failed and no rule of content been broken."""
    contexts, troubles = [], []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            troubles.append(message.text)

    def window(size: ViewportSize) -> Page:
        context = browser.new_context(viewport=size, locale="en-GB", timezone_id="Europe/London", accept_downloads=True)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        context.on("console", heard)
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        return page

    yield window
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def phone(new_page: Callable[[ViewportSize], Page]) -> NewPage:
    """A partner's phone: call it once for each person."""
    return lambda: new_page(PHONE)


@pytest.fixture
def laptop(new_page: Callable[[ViewportSize], Page]) -> NewPage:
    """A coach's laptop: call it once for each person."""
    return lambda: new_page(LAPTOP)


@pytest.fixture
def running(tmp_path: Path, mailserver: MailServer) -> Iterator[Running]:
    """A real practice, still empty: `practice upgrade` has run, web server and worker are up, letters arrive."""
    told = {"PRACTICE_SMTP_URL": mailserver.url, "PRACTICE_MAIL_FROM": "post@practice.example.test"}
    running = Running(tmp_path, **SECRETS, **told)
    try:
        running.command("upgrade")
        running.start("serve")
        running.start("work")
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def gathering(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the cast's practice before anything is written, for journeys that stage a copy of it."""
    return gathered(tmp_path_factory.mktemp("gathering"), **SECRETS)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The sample practice as `make demo` shows it, shared by journeys that only look."""
    running = Running(tmp_path_factory.mktemp("sample"))
    try:
        running.start("demo")
        running.wait("demo", seconds=120)
        yield running
    finally:
        running.stop()
