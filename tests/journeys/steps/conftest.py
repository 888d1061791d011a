"""A couple on their way: Maya on her laptop, Ana by touch without scripts, Ben by keys alone, both on a narrow phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize

from practice import clock
from tests.cast import PASSWORD, TOTP_SECRET, Cast, email
from tests.conftest import SECRETS
from tests.journeys.arriving import press
from tests.journeys.hands import Fingers, Keys
from tests.journeys.looking import LAPTOP, PHONE
from tests.journeys.running import Running
from tests.journeys.stage import on_stage, sign_in, staged
from tests.journeys.walking import Walk


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, gathering: Path, browser: Browser) -> Iterator[Walk]:
    troubles: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            troubles.append(message.text)

    def window(size: ViewportSize, *, scripts: bool = True) -> Page:
        context = browser.new_context(viewport=size, locale="en-GB", timezone_id="Europe/London", java_script_enabled=scripts)
        context.set_default_timeout(10_000)
        context.on("console", heard)
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        return context.new_page()

    with staged(gathering, tmp_path_factory.mktemp("steps"), **SECRETS) as running:
        maya, ana, ben = window(LAPTOP), window(PHONE, scripts=False), window(PHONE)
        couple = sign_in_maya(maya, running)
        sign_in(ana, running, "ana")
        sign_in(ben, running, "ben")
        yield Walk(running, maya, Fingers(ana), Keys(ben), couple)
        for page in (maya, ana, ben):
            page.context.close()
    assert troubles == []


def sign_in_maya(page: Page, running: Running) -> str:
    """With the code of her phone; the address of Ana and Ben's page."""
    # A code counts once in its thirty seconds, and it was used when she set it up.
    with on_stage(running):
        Cast.person("maya").totp_last_step = 0
    page.goto(f"{running.address}/sign-in")
    page.get_by_label("Email").fill(email("maya"))
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    page.get_by_label("Code").fill(pyotp.TOTP(TOTP_SECRET).at(int(clock.now().timestamp())))
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk")
    page.goto(f"{running.address}/couples")
    page.locator("main tbody a[href*='/couples/']").first.click()
    page.wait_for_url(re.compile(r"/couples/[0-9a-f]{32}"))
    return page.url.partition("#")[0]
