"""One person going through the sample practice, with a picture of each page."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.journeys.looking import LOOKED_AT, look
from tests.journeys.running import Running

PASSWORD = "together-again"


class Album:
    """Whose pictures these are, and the window they are taken in."""

    def __init__(self, who: str, page: Page, practice: Running) -> None:
        self.who, self.page, self._address = who, page, practice.address

    def sign_in(self) -> None:
        self.go("/sign-in")
        self.page.get_by_label("Email").fill(f"{self.who}@example.test")
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Sign in")
        expect(self.page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()

    def go(self, path: str) -> None:
        """Open an address of the practice."""
        self.page.goto(f"{self._address}{path}")

    def follow(self, words: str) -> None:
        """The first link of these words."""
        self.page.get_by_role("link", name=words).first.click()
        self.page.wait_for_load_state()

    def turn_to(self, address: str) -> None:
        """The first link on the page whose address has this in it."""
        self.page.locator(f"main a[href*='{address}']").first.click()
        self.page.wait_for_load_state()

    def couple(self, names: str) -> str:
        """Open a couple's page; its path."""
        self.go("/couples")
        self.follow(names)
        return self.path

    @property
    def path(self) -> str:
        """Where the window is."""
        return urlsplit(self.page.url).path

    def press(self, words: str) -> None:
        self.page.get_by_role("button", name=words, exact=True).last.click()
        self.page.wait_for_load_state()

    def take(self, name: str) -> None:
        """Pictures of the page as it stands."""
        look(self.page, f"{self.who}-{name}")
        LOOKED_AT.add((self.who, self.page.url))

    def show(self, *paths: str) -> None:
        """Pictures of pages that need nothing but their address."""
        for path in paths:
            self.go(path)
            self.take("-".join(re.findall(r"[a-z][a-z-]*", re.sub(r"[0-9a-f]{32}", "", path))))

    def wrong(self, words: str, name: str) -> None:
        """Press a button while something is missing or wrong, and see how it is told."""
        self.press(words)
        expect(self.page.get_by_role("alert").first).to_be_visible()
        assert self.page.title().startswith("Error:")
        self.take(name)
