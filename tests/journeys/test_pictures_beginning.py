"""Pictures of beginnings: nobody is signed in, a practice is opened, a couple comes in, nothing has happened yet."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.album import Album
from tests.journeys.arriving import PASSWORD, add_couple, enrol, first_page
from tests.journeys.running import Running
from tests.mailserver import MailServer


def test_nobody_is_signed_in(phone: Callable[[], Page], sample: Running) -> None:
    anybody = Album("anybody", phone(), sample)
    anybody.show("/sign-in", "/forgotten", "/nowhere", "/join/nothing-like-it", "/reset/nothing-like-it", "/mailbox")
    anybody.go("/forgotten")
    anybody.wrong("Send the letter", "forgotten-wrong")
    anybody.page.get_by_label("Email").fill("ben@example.test")
    anybody.press("Send the letter")
    anybody.take("letter-on-its-way")
    anybody.go("/mailbox")
    anybody.page.locator("a[href*='/reset/']").first.click()
    anybody.take("reset")
    anybody.wrong("Set new password", "reset-wrong")
    anybody.go("/sign-in")
    anybody.wrong("Sign in", "sign-in-wrong")
    for _ in range(12):
        if anybody.page.get_by_role("heading", name="Please wait a little").is_visible():
            break
        anybody.page.get_by_label("Email").fill("nobody@example.test")
        anybody.page.get_by_label("Password").fill("not a password of theirs")
        anybody.press("Sign in")
    anybody.take("please-wait")


def test_a_practice_opens(
    running: Running, laptop: Callable[[], Page], phone: Callable[[], Page], mailserver: MailServer
) -> None:
    maya = Album("new-maya", laptop(), running)
    maya.page.goto(first_page(running))
    maya.take("first-run")
    maya.wrong("Open the practice", "first-run-wrong")
    for label, words in (("Name of your practice", "Riverside Room"), ("Your name", "Maya"), ("Email", "maya@example.test")):
        maya.page.get_by_label(label).fill(words)
    maya.page.get_by_label("New password").fill(PASSWORD)
    maya.press("Open the practice")
    maya.take("second-factor")
    maya.page.get_by_label("Code").fill("000000")
    maya.wrong("Set it up", "second-factor-wrong")
    enrol(maya.page)
    maya.take("codes")
    maya.show("/desk", "/couples", "/review", "/coaches", "/account", "/account/recovery-codes", "/prove")
    maya.page.goto(first_page(running))
    maya.take("first-run-spent")
    maya.go("/desk")
    couple = add_couple(maya.page)
    maya.take("couple-just-added")
    maya.page.goto(f"{couple}/assign")
    maya.take("assign-too-early")
    maya.page.goto(couple)
    ana_comes_in(running, maya.page, phone(), mailserver)
    maya.press("Sign out")
    maya.page.get_by_label("Email").fill("maya@example.test")
    maya.page.get_by_label("Password").fill(PASSWORD)
    maya.press("Sign in")
    maya.take("code")
    maya.page.get_by_label("Code").fill("000000")
    maya.wrong("Go on", "code-wrong")


def ana_comes_in(running: Running, maya: Page, phone: Page, mailserver: MailServer) -> None:
    ana = Album("new-ana", phone, running)
    letter = mailserver.wait_for("ana@example.test").get_content()
    link = re.search(r"http://\S+/join/\S+", letter)
    assert link
    ana.page.goto(link[0])
    ana.take("join")
    ana.wrong("Join", "join-wrong")
    ana.page.get_by_label("Code").fill(maya.locator(".door", has_text="Ana").locator(".code").inner_text())
    ana.page.get_by_label("New password").fill(PASSWORD)
    ana.press("Join")
    expect(ana.page.get_by_role("heading", level=1)).to_have_text("What stays between us")
    ana.take("policy-to-sign")
    ana.wrong("Sign", "policy-wrong")
    ana.show("/home", "/account/second-factor", "/prove")
    ana.page.goto(link[0])
    ana.take("spent-link")
