"""Without a mouse: Ana reaches, writes, checks and sends a whole step by keys alone, and always sees where she is."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import SECRETS
from tests.journeys.running import Running
from tests.journeys.stage import give, kept, sign_in, staged

HERE = """async () => {
  const here = document.activeElement;
  const seen = here.matches("[type=radio], [type=checkbox]") ? here.nextElementSibling ?? here : here;
  const look = getComputedStyle(seen);
  const isInside = () => seen.getBoundingClientRect().bottom > 0 && seen.getBoundingClientRect().top < innerHeight;
  // A browser scrolls to what has the focus when it draws the next time; a second of drawing is enough.
  for (let drawn = 0; drawn < 60 && !isInside(); drawn++) await new Promise(requestAnimationFrame);
  const place = seen.getBoundingClientRect();
  const top = document.elementFromPoint(place.x + place.width / 2, place.y + Math.min(place.height / 2, 20));
  const label = here.labels?.[0]?.textContent ?? "";
  return {
    words: (here.getAttribute("aria-label") || label || here.textContent).replace(/\\s+/g, " ").trim(),
    kind: here.type || here.tagName.toLowerCase(),
    isRinged: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 || look.boxShadow !== "none",
    isUncovered: place.width === 0 || top === null || seen.contains(top) || top.contains(seen) || here.contains(top),
    isInside: isInside(),
  };
}"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, gathering: Path) -> Iterator[Running]:
    with staged(gathering, tmp_path_factory.mktemp("keyboard"), **SECRETS) as running:
        yield running


@pytest.fixture
def page(phone: Callable[[], Page], running: Running) -> Page:
    """Ana's phone with a keyboard, on her first page."""
    give(running, "causes")
    page = phone()
    sign_in(page, running, "ana")
    return page


def tab(page: Page, words: str, most: int = 60) -> None:
    """Go on by Tab until something of these words has the focus; every stop on the way is seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        assert here["isRinged"], f"“{here['words']}” does not show that it has the focus"
        assert all((here["isInside"], here["isUncovered"])), f"“{here['words']}” has the focus and is hidden"
        if words in here["words"]:
            return
    raise AssertionError(f"Tab never comes to “{words}”")


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def test_a_whole_step_by_keys_alone(page: Page, running: Running) -> None:
    tab(page, "Continue: What I did")
    page.keyboard.press("Enter")
    heading(page, "What I did")
    tab(page, "Begin")
    page.keyboard.press("Enter")
    heading(page, "Your own part")
    for number in ("one", "two", "three"):
        tab(page, "What I did")
        page.keyboard.type(f"did {number}")
        tab(page, "Its effect on you")
        page.keyboard.type(f"effect {number}")
        tab(page, "What I would do instead")
        page.keyboard.type(f"instead {number}")
    tab(page, "Change who reads this")
    page.keyboard.press("Enter")
    tab(page, "Maya and Ben")
    page.keyboard.press("ArrowUp")
    expect(page.locator("[data-prompt=longest] summary")).to_contain_text("Maya reads this. Under your agreement")
    tab(page, "Save and go on")
    page.keyboard.press("Enter")
    heading(page, "Owning it")
    tab(page, "0")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    tab(page, "Explain my reasons")
    page.keyboard.press("Space")
    tab(page, "Which one thing of your own")
    page.keyboard.type("the phone in the hall")
    tab(page, "Save and go on")
    page.keyboard.press("Enter")
    heading(page, "Check your answers")
    tab(page, "may use this in a printed progress report")
    page.keyboard.press("Space")
    tab(page, "Send to Maya")
    assert "did three" in kept(running)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("It is with Maya")
    expect(page.locator("#sent")).to_contain_text("the phone in the hall")


def test_the_first_keys_lead_out_or_past_the_top(page: Page) -> None:
    page.goto(page.url)
    page.keyboard.press("Tab")
    assert page.evaluate(HERE)["words"] == "Leave this page now"
    page.keyboard.press("Tab")
    here = page.evaluate(HERE)
    assert here["words"] == "Skip to the page"
    assert here["isRinged"]
    assert here["isUncovered"]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert "Continue" in page.evaluate(HERE)["words"]


def test_what_is_wrong_is_reached_at_once(page: Page, running: Running) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_label("Email").fill("ana@example.test")
    page.get_by_role("button", name="Sign in").press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    tab(page, "Please type your password")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Password")).to_be_focused()
