"""Walking through a step with both partners and their coach: Ana by touch and without scripts, Ben by keys alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from playwright.sync_api import Locator, Page, expect

from practice import clock
from tests.journeys import homework
from tests.journeys.answering import WORDS, answer_all, send
from tests.journeys.arriving import press
from tests.journeys.hands import Hand, Keys
from tests.journeys.looking import glance
from tests.journeys.running import Running


@dataclass
class Walk:
    """One couple on their way."""

    running: Running
    maya: Page
    ana: Hand
    ben: Hand
    couple: str  # the address of the couple's page
    given: dict[str, str] = field(default_factory=dict)  # public ids of what was given, by title
    parts: dict[tuple[str, int], str] = field(default_factory=dict)  # addresses by title and hand

    @property
    def both(self) -> tuple[Hand, Hand]:
        return self.ana, self.ben

    def give(self, title: str) -> None:
        """Maya gives a step to both."""
        homework.give(self.maya, self.couple, title)
        link = self.maya.get_by_role("link", name=f"Change {title}").first.get_attribute("href") or ""
        self.given[title] = link.split("/")[2]

    def part(self, hand: Hand, title: str) -> str:
        """From one's first page to the step, or straight to it later on; its address."""
        known = self.parts.get((title, id(hand)))
        hand.page.goto(known or f"{self.running.address}/home")
        if not known:
            hand.press(hand.page.locator("main a[href*='/steps/']", has_text=title).first)
        _arrive(hand, title)
        return self.parts.setdefault((title, id(hand)), hand.page.url.partition("#")[0])

    def write_all(self, title: str) -> None:
        """Both answer every question and send."""
        for hand in self.both:
            answer_all(hand, self.part(hand, title))
            _look(hand)
            send(hand)
            _look(hand)

    def piece(self, hand: Hand, title: str, piece: str) -> str:
        """From the step to one of its pieces; its address."""
        self.part(hand, title)
        hand.press(hand.page.get_by_role("link", name=piece, exact=True).first)
        hand.page.wait_for_url(lambda url: "/steps/" not in url)
        _look(hand)
        return hand.page.url

    def review(self, title: str) -> None:
        """Maya reads what each has sent, and marks it as reviewed."""
        while True:
            self.maya.goto(f"{self.running.address}/review")
            waiting = self.maya.locator("main a[href*='/review/']:not([href*='/together/'])", has_text=title)
            if not waiting.count():
                return
            waiting.first.click()
            press(self.maya, "Reviewed")

    def reveal(self, title: str) -> None:
        """Maya opens what both have sent."""
        self.maya.goto(f"{self.running.address}/review/together/{self.given[title]}")
        self.maya.get_by_role("link", name="Reveal", exact=True).click()
        press(self.maya, "Reveal now")

    def is_done(self, title: str) -> None:
        """On the couple's way every fact of this step is there."""
        self.maya.goto(f"{self.couple}/way")
        card = self.maya.locator(
            "[aria-labelledby=far] ul.cards > li", has=self.maya.get_by_role("heading", name=title, exact=True)
        ).first
        facts = card.locator("ul li")
        expect(facts.first).to_be_visible()
        assert [text for text in facts.all_inner_texts() if "There" not in text] == []


def entries(walk: Walk, hand: Hand, title: str, daily: str, days: int) -> None:
    """So many days' entries, today's first; which kind it was changes from one to the next."""
    address = walk.piece(hand, title, daily).partition("?")[0]
    for number in range(days):
        hand.page.goto(f"{address}?on={clock.today('Europe/London') - timedelta(days=number)}")
        _fill_entry(hand, number)
        hand.submit(hand.page.get_by_role("button", name="Keep", exact=True))


def add_line(hand: Hand, words: Sequence[str], *, about: str = "", larger: bool = False, weeks_ago: int = 0) -> None:
    """On a ledger's page: a line of these words, in the order of its columns; it may hold for some weeks already."""
    page = hand.page
    cells = page.locator("main [name^='w-']")
    for at, word in enumerate(words):
        hand.write(cells.nth(at), word)
    if page.locator("main [name=owner]").count():
        hand.choose(page.locator("main [name=owner]").first)
    if page.locator("main [name=due_on]").count():
        hand.set_day(page.locator("main [name=due_on]"), clock.today() + timedelta(days=10))
    if weeks_ago:
        hand.set_day(page.locator("main [name=from_on]"), clock.today() - timedelta(days=7 * weeks_ago))
    if about:
        hand.pick(page.locator("main select[name=about]"), about)
    if larger:
        hand.tick(page.locator("main [name=larger]"))
    hand.submit(page.get_by_role("button", name="Add", exact=True))
    expect(page.locator("main")).to_contain_text(words[0])


def line(hand: Hand, words: str) -> None:
    """From a ledger's page to one of its lines."""
    hand.press(hand.page.locator("main a[href*='/lines/']", has_text=words).first)
    hand.page.wait_for_url(re.compile(r"/lines/"))
    _look(hand)


def end(hand: Hand, words: str, evidence: str) -> None:
    """A line is done, and how one knows."""
    hand.press(hand.page.get_by_role("link", name=re.compile("^It is done")))
    hand.write(hand.page.locator("main [name=evidence]"), evidence)
    hand.submit(hand.page.get_by_role("button", name="It is done", exact=True))
    expect(hand.page.locator("main")).to_contain_text(words)


def _fill_entry(hand: Hand, number: int) -> None:
    form = hand.page.locator("main form", has=hand.page.get_by_role("button", name="Keep", exact=True))
    kinds = form.locator("input[name=kind]")
    if kinds.count():
        hand.choose(kinds.nth(number % kinds.count()))
    for cell in form.locator("[name^='line-']").all():
        hand.write(cell, next(WORDS))
    if form.locator("[name=minutes]").count():
        hand.write(form.locator("[name=minutes]"), "10")
    if form.locator("input[name=number]").count():
        hand.choose(form.locator("input[name=number][value='7']"))
    if form.locator("input[name=ticks]").count():
        hand.tick(form.locator("input[name=ticks]").first)


def _arrive(hand: Hand, title: str) -> None:
    expect(hand.page.get_by_role("heading", level=1)).to_have_text(title)
    _look(hand)


def _look(hand: Hand) -> None:
    # Where no scripts run, the one that looks for barriers does not run either; Ben comes to the same pages.
    if isinstance(hand, Keys):
        glance(hand.page)


def say(hand: Hand, address: str, words: str, button: str = "Send") -> None:
    """One's move in turns."""
    hand.page.goto(address)
    field: Locator = hand.page.locator("main textarea[name=text]")
    if words:
        hand.write(field, words)
    hand.submit(hand.page.get_by_role("button", name=button, exact=True))
