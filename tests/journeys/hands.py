"""Two ways of using a page: fingers on a phone, and keys alone. Both do the same acts by the same words."""

from datetime import date
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

FOCUSED = "element => element === document.activeElement"
_MOST_STOPS = 250


class Hand(Protocol):
    """What a person can do to a page."""

    page: Page

    def press(self, place: Locator) -> None:
        """A button or a link."""

    def write(self, place: Locator, text: str) -> None:
        """Words in a field, in place of what stands there."""

    def submit(self, place: Locator) -> None:
        """A button that sends what was typed; waits for the page one arrives at."""

    def set_day(self, place: Locator, day: date) -> None: ...

    def tick(self, place: Locator) -> None: ...

    def choose(self, place: Locator) -> None:
        """One of several radio buttons."""

    def pick(self, place: Locator, label: str) -> None:
        """One line of a drop-down list."""


class Fingers:
    """Touching what is on the screen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, place: Locator) -> None:
        place.click()

    def submit(self, place: Locator) -> None:
        with self.page.expect_navigation():
            self.press(place)

    def write(self, place: Locator, text: str) -> None:
        place.fill(text)

    def set_day(self, place: Locator, day: date) -> None:
        place.fill(day.isoformat())

    def tick(self, place: Locator) -> None:
        place.check()

    def choose(self, place: Locator) -> None:
        place.check()

    def pick(self, place: Locator, label: str) -> None:
        place.select_option(label=label)


class Keys:
    """Tab, arrows, space, Enter and letters; never a mouse, and never a focus that a script has set for us."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, place: Locator) -> None:
        self._reach(place)
        self._key("Enter")

    def submit(self, place: Locator) -> None:
        with self.page.expect_navigation():
            self.press(place)

    def write(self, place: Locator, text: str) -> None:
        self._reach(place)
        self._key("Control+A")
        self._key("Delete")
        self.page.keyboard.insert_text(text)

    def set_day(self, place: Locator, day: date) -> None:
        # A browser asks in the order of its own language, not of the page's.
        for order in ("%d%m%Y", "%m%d%Y"):
            self._reach(place)
            self.page.keyboard.type(day.strftime(order))
            if place.input_value() == day.isoformat():
                return
            while place.evaluate(FOCUSED):  # it has a stop for each of day, month and year
                self._key("Shift+Tab")
        raise AssertionError(f"{day} cannot be typed into {place}")

    def tick(self, place: Locator) -> None:
        if not place.is_checked():
            self._reach(place)
            self._key("Space")
        expect(place).to_be_checked()

    def choose(self, place: Locator) -> None:
        name = place.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        values, marked = group.evaluate_all("all => [all.map(each => each.value), all.map(each => each.checked)]")
        here, there = marked.index(True) if True in marked else 0, values.index(place.get_attribute("value"))
        self._reach(group.nth(here))
        self._key("Space")
        for _ in range(abs(there - here)):
            self._key("ArrowRight" if there > here else "ArrowLeft")
        expect(place).to_be_checked()

    def pick(self, place: Locator, label: str) -> None:
        self._reach(place)
        self.page.keyboard.type(label)
        expect(place.locator("option:checked")).to_have_text(label)

    def _reach(self, place: Locator) -> None:
        """By Tab alone; a list of radio buttons is one stop."""
        # Looked up once: to find a place anew at each stop takes four times as long as the stop itself.
        place.evaluate("element => { window.wanted = element }")
        for _ in range(_MOST_STOPS):
            if self.page.evaluate("document.activeElement === window.wanted"):
                return
            self._key("Tab")
        raise AssertionError(f"Tab never comes to {place}")

    def _key(self, name: str) -> None:
        self.page.keyboard.press(name)
