"""Pictures of what two people keep together: lists and their lines, texts, pace, turns, and the coach's pages of them."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.album import Album
from tests.journeys.running import Running

Enter = Callable[[str], Album]


@pytest.fixture
def enter(new_page: Callable[..., Page], sample: Running) -> Enter:
    """Somebody signed in, on a laptop; pictures are taken as on a phone too."""

    def entered(who: str) -> Album:
        album = Album(who, new_page({"width": 1280, "height": 900}), sample)
        album.sign_in()
        return album

    return entered


def test_ana_looks_at_what_was_agreed(enter: Enter) -> None:
    ana = enter("ana")
    ana.show("/agreements")
    for ledger in ("causes", "reading", "agreements", "actions", "jar"):
        ana.go("/agreements")
        ana.turn_to(f"/{ledger}")
        ana.take(f"ledger-{ledger}")
        ana.turn_to("/lines/")
        ana.take(f"line-{ledger}")
    ana.turn_to("/change")
    ana.take("line-change")
    ana.go("/agreements")
    ana.turn_to("/commitments")
    ana.wrong("Add", "ledger-wrong")
    ana.go("/agreements")
    ana.turn_to("/actions")
    ana.turn_to("/lines/")
    ana.turn_to("/end")
    ana.take("line-end")


def test_ana_reads_what_was_signed(enter: Enter) -> None:
    ana = enter("ana")
    ana.go("/agreements")
    ana.turn_to("/texts/")
    ana.take("text")
    text = ana.path
    ana.page.locator("[name=wording]").fill("")
    ana.wrong("Propose", "text-wrong")
    ana.go(f"{text}/wordings")
    ana.take("wordings")


def test_readiness_pace_and_turns(enter: Enter) -> None:
    ana, margaret = enter("ana"), enter("margaret")
    ana.go("/home")
    ana.follow("Hearing the hurt")
    ana.turn_to("/ready/")
    ana.take("ready")
    ana.go("/home")
    ana.follow("Small good moments")
    ana.turn_to("/pace/")
    ana.take("pace")
    margaret.go("/home")
    margaret.follow("Hearing the hurt")
    margaret.turn_to("/turns/")
    margaret.take("turns")


def test_coaches_look_at_all_of_it(enter: Enter) -> None:
    maya, noor = enter("maya"), enter("noor")
    couple = maya.couple("Ana Ben")
    maya.turn_to("/open")
    maya.take("open")
    for piece in ("/lines/", "/texts/", "/causes"):
        maya.go(f"{couple}/agreements")
        if piece == "/lines/":
            maya.take("couple-agreements")
        maya.turn_to(piece)
        maya.take(f"couple-{piece.strip('/')}")
        if piece == "/texts/":
            maya.go(f"{maya.path}/wordings")
            maya.take("couple-wordings")
    maya.go("/review")
    maya.turn_to("/review/together/")
    maya.turn_to("/pace")
    maya.take("pace")
    maya.go(couple)
    maya.page.locator("a[href*='/review/together/']", has_text="Talking to be close").first.click()
    maya.page.wait_for_url("**/together/*")
    maya.go(f"{maya.path}/session")
    maya.take("session")
    noor.couple("Margaret Desmond")
    both = noor.page.locator("a[href*='/review/together/']", has_text="Hearing the hurt").first.get_attribute("href") or ""
    noor.go(f"/assignments/{both.rsplit('/', 1)[1]}/turns")
    noor.take("turns")
