"""How people come in: the first page of all, a second factor, a couple, two letters, a code told by phone, a signature."""

import re
from collections.abc import Callable

import pyotp
from playwright.sync_api import Page, expect

from tests.journeys.running import Running
from tests.mailserver import MailServer

PASSWORD = "four small boats turning"
TELLING = re.compile(r"(ana|ben|maya|causes|fallback|what i did|whatever comes|couple|coach|homework)", re.IGNORECASE)


def press(page: Page, name: str) -> None:
    """Press a button; the last of that name, where a page has the same act on top and at its end."""
    page.get_by_role("button", name=name, exact=True).last.click()


def heading(page: Page, words: str) -> None:
    """The page that one has arrived at."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def first_page(running: Running) -> str:
    """The link that `practice serve` printed."""
    link = re.search(r"http://\S+/first-run/\S+", running.said("serve"))
    assert link, running.said("serve")
    return link[0]


def open_practice(page: Page, running: Running) -> None:
    """Maya opens that link, and sets up her practice and her second factor."""
    page.goto(first_page(running))
    page.get_by_label("Name of your practice").fill("Riverside Room")
    page.get_by_label("Your name").fill("Maya")
    page.get_by_label("Email").fill("maya@example.test")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Open the practice")
    enrol(page)
    page.get_by_role("link", name="I have kept them").click()
    heading(page, "Your desk")


def enrol(page: Page) -> None:
    """An app on her phone that shows the codes."""
    secret = page.locator("main code").first.inner_text().replace(" ", "")
    page.get_by_label("Code").fill(pyotp.TOTP(secret).now())
    press(page, "Set it up")
    heading(page, "Keep these codes")
    expect(page.locator(".codes code")).to_have_count(10)


def add_couple(page: Page) -> str:
    """Maya adds Ana and Ben; the address of their page."""
    page.get_by_role("link", name="Add a couple").first.click()
    for whose, name in (("First", "Ana"), ("Second", "Ben")):
        page.get_by_label(f"{whose} partner’s name").fill(name)
        page.get_by_label(f"{whose} partner’s e-mail address").fill(f"{name.lower()}@example.test")
    page.get_by_label("Limited secrets").check()
    press(page, "Add and invite both")
    page.wait_for_url(re.compile(r"/couples/[0-9a-f]{32}"))
    return page.url.partition("#")[0]


def join(new_phone: Callable[[], Page], mailserver: MailServer, maya: Page, name: str) -> Page:
    """One partner's way in: the letter, the link, the code that Maya reads out, a password, the policy signed."""
    letter = mailserver.wait_for(f"{name.lower()}@example.test")
    text = letter.get_content()
    assert not TELLING.search(text.partition("http")[0] + str(letter["Subject"])), "a shared mailbox learns nothing"
    address = re.search(r"http://\S+/join/\S+", text)
    assert address
    told = maya.locator(".door", has_text=name).locator(".code").inner_text()
    page = new_phone()
    page.goto(address[0])
    page.reload()  # looking at a link does not use it up
    expect(page.locator("main")).to_contain_text(f"This invitation is for {name}")
    page.get_by_label("Code").fill(told)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Join")
    heading(page, "What stays between us")
    page.get_by_label("Your name").fill(name)
    press(page, "Sign")
    heading(page, f"Hello {name}")
    again = new_phone()
    again.goto(address[0])
    heading(again, "This link no longer works")
    return page
