"""What is given, written, sent and answered, as the pages let people do it."""

import re
from collections.abc import Mapping, Sequence

from playwright.sync_api import Page, expect

from tests.journeys.arriving import heading, press

SAVED = re.compile(r"^Saved \d\d:\d\d\.")
OWN_PART = ("What I did", "Its effect on you", "What I would do instead")
PLAN = ("What I am afraid of", "What I would do", "Who helps", "The first step", "What I still need to find out")


def give(maya: Page, couple: str, step: str, whom: str = "Both of them") -> None:
    """Maya gives a step on the couple's page."""
    maya.goto(couple)
    maya.get_by_role("link", name="Assign a step").first.click()
    maya.get_by_label(re.compile(rf"^\d+\. {step}")).check()
    maya.get_by_label(whom).check()
    press(maya, "Assign")
    expect(maya.locator("#homework table")).to_contain_text(step)


def begin(page: Page, running: str, step: str) -> None:
    """From the first page to a step's first questions."""
    page.goto(f"{running}/home")
    page.get_by_role("link", name=step).first.click()
    heading(page, step)
    page.get_by_role("link", name=re.compile("^(Begin|Continue)$")).click()


def line(page: Page, number: int, columns: Sequence[str], words: Sequence[str]) -> None:
    """Fill one line of a list."""
    place = page.locator("[data-line]").nth(number)
    for column, word in zip(columns, words, strict=True):
        place.get_by_label(column).fill(word)


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text(SAVED)


def go_on(page: Page) -> None:
    press(page, "Save and go on")


def own_it(page: Page, scale: int, first_change: str) -> None:
    """The second page of `causes`."""
    heading(page, "Owning it")
    page.get_by_role("radio", name=str(scale), exact=True).check()
    page.get_by_label("Explain my reasons").check()
    page.get_by_label("Which one thing of your own").fill(first_change)
    go_on(page)
    heading(page, "Check your answers")


def causes(page: Page, address: str, words: Sequence[str]) -> None:
    """A whole `causes` up to checking it; four words, one of them in each place that both may read."""
    begin(page, address, "What I did")
    for number, word in enumerate(words[:3]):
        line(page, number, OWN_PART, (word, "You waited", "I ring before six"))
    saved(page)
    go_on(page)
    own_it(page, 6, words[3])


def send(page: Page, *, for_paper: bool) -> None:
    """Check and send."""
    heading(page, "Check your answers")
    if for_paper:
        page.get_by_label("may use this in a printed progress report").check()
    press(page, "Send to Maya")
    expect(page.locator("main")).to_contain_text("It is with Maya")


def shows(page: Page, words: Sequence[str] | Mapping[str, str]) -> None:
    for word in words:
        expect(page.locator("main")).to_contain_text(word)


def hides(page: Page, words: Sequence[str]) -> None:
    """Not on the page, not in its source."""
    source = page.content().lower()
    assert [word for word in words if word.lower() in source] == []
