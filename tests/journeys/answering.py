"""Going through a step's questions, whatever they are, with either hand."""

import re
from datetime import timedelta
from itertools import cycle

from playwright.sync_api import Locator, Page, expect

from practice import clock
from tests.journeys.hands import Hand

WORDS = cycle(["We sat on the step with tea.", "I rang before six.", "It was quiet and good.", "I put the phone in the hall."])


def answer_all(hand: Hand, address: str, *, most_pages: int = 12) -> None:
    """Begin at a step's page, answer every question on each of its pages, and come to the last look before sending."""
    page = hand.page
    page.goto(address)
    hand.press(page.get_by_role("link", name=re.compile("^(Begin|Continue)$")).first)
    for _ in range(most_pages):
        page.wait_for_load_state()
        if _title(page) == "Check your answers":
            return
        _answer_page(hand)
        hand.submit(page.get_by_role("button", name="Save and go on", exact=True).last)
    raise AssertionError("The questions never end")


def send(hand: Hand) -> None:
    """From the last look to the coach."""
    page = hand.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    hand.submit(page.get_by_role("button", name="Send to Maya", exact=True))


def _answer_page(hand: Hand) -> None:
    for place in hand.page.locator(".asked").all():
        _answer(hand, place, place.get_attribute("data-kind") or "")


def _answer(hand: Hand, place: Locator, kind: str) -> None:
    match kind:
        case "long" | "short":
            hand.write(place.locator("textarea"), next(WORDS))
        case "date":
            hand.set_day(place.locator("input[type=date]"), clock.today() + timedelta(days=20))
        case "scale":
            hand.choose(place.locator('.scale input[value="6"]'))
        case "choice" | "yes_no":
            hand.choose(place.locator(".choices input").first)
        case "checklist":
            hand.tick(place.locator(".choices input").first)
        case "rows":
            _answer_lines(hand, place)
        case _:
            raise AssertionError(f"Nobody has taught the hands to answer “{kind}”")


def _answer_lines(hand: Hand, place: Locator) -> None:
    for cell in place.locator("[data-line]").locator("textarea, input").all():
        if cell.get_attribute("type") == "date":
            hand.set_day(cell, clock.today() + timedelta(days=20))
        else:
            hand.write(cell, next(WORDS))


def _title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()
