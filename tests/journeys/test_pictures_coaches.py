"""Pictures of what coaches see: desk, couples, giving, reviewing, reports, their account."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.album import Album
from tests.journeys.running import Running


@pytest.fixture
def maya(laptop: Callable[[], Page], sample: Running) -> Album:
    return _signed_in("maya", laptop(), sample)


def test_maya_at_her_desk_and_with_her_couples(maya: Album) -> None:
    maya.show("/desk", "/couples", "/couples?q=nobody", "/coaches", "/programme", "/programme/causes")
    for names, state in (("Ana Ben", "active"), ("Imogen Jonas", "invited"), ("Jörg Zoë", "paused")):
        couple = maya.couple(names)
        maya.take(f"couple-{state}")
    maya.show(f"{couple}/reopen")
    couple = maya.couple("Ana Ben")
    for place in ("pause", "close", "hand-over", "confidentiality"):
        maya.go(f"{couple}/{place}")
        maya.take(f"couple-{place}")
    maya.go(couple)
    maya.follow("Limited secrets")
    maya.take("confidentiality")


def test_maya_adds_and_corrects(maya: Album) -> None:
    maya.show("/couples/new")
    maya.page.get_by_label("First partner’s e-mail address").fill("no address")
    maya.wrong("Add and invite both", "couples-new-wrong")
    maya.show("/coaches/new")
    maya.wrong("Add and invite", "coaches-new-wrong")
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/edit")
    maya.take("couple-edit")
    maya.page.get_by_label("Second partner’s name").fill("")
    maya.wrong("Save", "couple-edit-wrong")


def test_maya_gives_and_changes_a_step(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/assign")
    maya.take("assign")
    maya.wrong("Assign", "assign-wrong")
    for words, name in (("Change The rest of your life", "change"), ("Withdraw The rest of your life", "withdraw")):
        maya.go(couple)
        maya.follow(words)
        maya.take(name)


def test_maya_reviews(maya: Album) -> None:
    maya.show("/review")
    maya.page.locator("[data-queue] [data-item]").first.click()
    maya.take("read")
    maya.wrong("Send feedback", "read-wrong")
    maya.go("/review")
    maya.follow("Set aside unread")
    maya.take("set-aside")
    maya.go("/review")
    maya.page.locator("a[href*='/review/together/']").first.click()
    maya.take("together")
    together = maya.page.url
    maya.follow("show only what both may read")
    maya.take("together-shared")
    maya.page.goto(f"{together}/reveal")
    maya.take("reveal")
    maya.couple("Ana Ben")
    maya.page.locator("#written").get_by_role("link", name="Getting to know yourself").click()
    maya.take("read-asked-again")


def test_maya_asks_for_a_report(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/reports/new")
    maya.take("report-which")
    maya.go(f"{couple}/reports/new/progress")
    maya.take("report-new")
    maya.page.get_by_label("First day").fill("2026-11-02")
    maya.page.get_by_label("Last day").fill("2026-11-01")
    maya.wrong("Make the report", "report-new-wrong")
    maya.go(f"{couple}/reports/new/progress")
    maya.page.route("**/state", lambda route: route.abort())  # it is done too soon to be watched otherwise
    maya.press("Make the report")
    expect(maya.page.locator("progress")).to_be_visible()
    maya.take("report-under-way")
    maya.page.unroute("**/state")
    maya.page.reload()
    expect(maya.page.get_by_role("link", name="Download the report")).to_be_visible(timeout=60_000)
    maya.take("report-ready")
    maya.follow("Give it to")
    maya.take("report-give")
    maya.page.get_by_role("button", name="Give it to").click()
    expect(maya.page.get_by_role("button", name="Undo")).to_be_visible()
    maya.take("report-given")
    maya.go(couple)
    maya.take("couple-with-report")


def test_maya_prepares_a_copy_and_many_reports(maya: Album) -> None:
    couple = maya.couple("Ana Ben")
    maya.go(f"{couple}/releases/new")
    maya.take("copy-new")
    maya.wrong("Ask for consent", "copy-new-wrong")
    maya.go(couple)
    maya.follow("Prepared ")
    maya.take("copy")
    maya.show("/batches/new")
    maya.press("Make the reports")
    expect(maya.page.get_by_role("heading", name="Reports for several couples")).to_be_visible()
    maya.take("batch")


def test_maya_looks_after_her_account(maya: Album) -> None:
    maya.show("/account", "/account/password", "/account/second-factor", "/prove")
    maya.go("/account/password")
    maya.wrong("Change password", "account-password-wrong")
    maya.show("/nowhere")


def test_noor_and_olu(laptop: Callable[[], Page], sample: Running) -> None:
    noor = _signed_in("noor", laptop(), sample)
    noor.show("/desk", "/couples", "/review")
    noor.couple("Margaret Desmond")
    noor.take("couple-closed")
    olu = _signed_in("olu", laptop(), sample)
    olu.show("/desk", "/couples", "/coaches")
    couple = olu.couple("Kim Lee")
    olu.take("outline")
    olu.go(f"{couple}/hand-over")
    olu.take("hand-over")
    olu.wrong("Hand over", "hand-over-wrong")


def _signed_in(who: str, page: Page, practice: Running) -> Album:
    album = Album(who, page, practice)
    album.sign_in()
    return album
