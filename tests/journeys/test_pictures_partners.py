"""Pictures of what partners see: their first page, every kind of question, checking, what was sent, answered and opened."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.album import Album
from tests.journeys.running import Running

Enter = Callable[[str], Album]


@pytest.fixture
def enter(phone: Callable[[], Page], sample: Running) -> Enter:
    """Somebody's phone, signed in."""

    def entered(who: str) -> Album:
        album = Album(who, phone(), sample)
        album.sign_in()
        return album

    return entered


def test_ana_writes(enter: Enter) -> None:
    ana = enter("ana")
    ana.show("/home", "/programme", "/programme/fallback", "/account", "/account/password")
    step = open_step(ana, "Hearing the hurt")
    ana.take("step-begun")
    groups(ana, step, "pain")
    ana.page.get_by_role("textbox").first.fill("too many words " * 1400)
    expect(ana.page.locator("[data-saved]")).to_contain_text("Not saved")
    ana.take("part-too-long")
    ana.page.get_by_role("textbox").first.fill("")
    expect(ana.page.locator("[data-saved]")).not_to_contain_text("Not saved")
    ana.show(f"{step}/check", f"{step}/versions")
    ana.go("/home")
    step = open_step(ana, "The rest of your life")
    ana.take("step-new")
    groups(ana, step, "wider-life")


def test_ana_reads(enter: Enter) -> None:
    ana = enter("ana")
    ana.go("/home")
    ana.follow("What you both shared")
    ana.take("revealed")
    ana.go("/home")
    ana.page.locator("section[aria-labelledby=sent] a").first.click()
    ana.take("sent")
    ana.go("/home")
    ana.page.get_by_text("you have been through").click()
    ana.take("home-unfolded")
    ana.follow("What stays between us")
    ana.take("confidentiality")


def test_ana_moves_to_another_mailbox(enter: Enter) -> None:
    ana = enter("ana")
    ana.show("/account/email")
    ana.wrong("Send a letter there", "account-email-wrong")
    ana.page.get_by_label("Email").fill("ana.elsewhere@example.test")
    ana.press("Send a letter there")
    ana.take("account-email-letter")
    ana.go("/mailbox")
    ana.page.locator("a[href*='/account/email/']").first.click()
    ana.take("account-email-confirm")


def test_ben_is_asked_again(enter: Enter) -> None:
    ben = enter("ben")
    ben.show("/home")
    step = open_step(ben, "Getting to know yourself")
    ben.take("step-asked-again")
    ben.go(f"{step}/check")
    ben.take("check")


def test_grace_finds_the_other_kinds_of_questions(enter: Enter) -> None:
    grace = enter("grace")
    groups(grace, open_step(grace, "Both feet in"), "commit")
    grace.page.go_back()
    step = open_step(grace, "Both feet in")
    grace.go(f"{step}/check")
    grace.wrong("Send to Maya", "check-lacking")


def test_others_read_from_right_to_left_or_rest(enter: Enter) -> None:
    salma = enter("salma")
    salma.show("/home")
    groups(salma, open_step(salma, "What is already good"), "gratitude")
    for who, name in (("joerg", "home-paused"), ("margaret", "home-closed")):
        album = enter(who)
        album.go("/home")
        album.take(name)


def open_step(album: Album, title: str) -> str:
    """From the first page to a step; its path."""
    album.go("/home")
    album.follow(title)
    return re.sub(r"^https?://[^/]+|#.*$", "", album.page.url)


def groups(album: Album, step: str, name: str) -> None:
    """Each page of questions of a step."""
    album.go(step)
    links = album.page.locator(f".steps a[href^='{step}/']").all()
    for number, path in enumerate([link.get_attribute("href") for link in links], start=1):
        album.go(path or "")
        album.take(f"part-{name}-{number}")
