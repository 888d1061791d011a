"""The whole way of one couple, in real browsers: from an empty practice to a paper that says what may be said."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.extract import by_another, by_pypdf, everything, flat
from tests.journeys import homework as work
from tests.journeys.arriving import add_couple, heading, join, open_practice, press
from tests.journeys.running import Running
from tests.mailserver import MailServer

ANAS = ("quiltmarrow", "harbourfinch", "lanternmoss", "saddlewren")
AGAIN = "thimblebrook"
BENS = ("copperdrift", "orchardvane", "pebblecrown", "velvetharrow")
FALLBACK = ("tornfeather", "saltcottage", "auntbriony", "keysfromjo", "rentledger", "winterboots", "stormproof", "dearself")


def test_the_whole_way(running: Running, mailserver: MailServer, laptop: Callable[[], Page], phone: Callable[[], Page]) -> None:
    maya, couple, ana, ben = arrive(running, mailserver, laptop, phone)
    ana = ana_writes(running, maya, couple, ana, ben)
    ben_writes(running, ben)
    ana_is_asked_again(running, maya, ana)
    maya_chooses_and_reveals(running, maya)
    both_read(running, ana, ben)
    positive = printed_from_the_screen(running, maya)
    for extractor in (by_pypdf, by_another):
        found = flat(extractor(positive))
        assert [word for word in FALLBACK if word not in found] == [], "the same search finds them where they are"
    for whom in ("to read together", "Ana alone", "Ben alone"):
        pdf = paper(maya, couple, whom)
        for extractor in (by_pypdf, by_another):
            found = flat(extractor(pdf))
            assert [word for word in (*ANAS[1:], AGAIN, *BENS) if word not in found] == []
        assert [word for word in FALLBACK if word in everything(pdf)] == []
        assert ANAS[0] not in everything(pdf), "what was sent again stands in the new words alone"


def arrive(
    running: Running, mailserver: MailServer, laptop: Callable[[], Page], phone: Callable[[], Page]
) -> tuple[Page, str, Page, Page]:
    """Maya opens her practice and adds Ana and Ben, who come in one after the other."""
    maya = laptop()
    open_practice(maya, running)
    couple = add_couple(maya)
    ana = join(phone, mailserver, maya, "Ana")
    maya.reload()
    ben = join(phone, mailserver, maya, "Ben")
    maya.reload()
    expect(maya.locator("main")).to_contain_text("They are ready to begin")
    return maya, couple, ana, ben


def ana_writes(running: Running, maya: Page, couple: str, ana: Page, ben: Page) -> Page:
    """Both steps by Ana; midway her tab closes. What Ben sees is the same before and after."""
    work.give(maya, couple, "What I did")
    before = home_of(running, ben)
    work.give(maya, couple, "Whatever comes", "Ana only")
    fallback(running, ana)
    assert home_of(running, ben) == before, "whether she was given a step of her own shows nowhere"
    work.begin(ana, running.address, "What I did")
    work.line(ana, 0, work.OWN_PART, (ANAS[0], "You waited", "I ring before six"))
    work.saved(ana)
    address, context = ana.url, ana.context
    ana.close()
    ana = context.new_page()
    ana.goto(address)
    expect(ana.get_by_label("What I did").first).to_have_value(ANAS[0])
    for number in (1, 2):
        work.line(ana, number, work.OWN_PART, (ANAS[number], "You ate alone", "I come to the table"))
    work.go_on(ana)
    work.own_it(ana, 6, ANAS[3])
    work.shows(ana, ANAS)
    work.send(ana, for_paper=True)
    assert home_of(running, ben) == before, "not even that she has sent the step they share"
    return ana


def home_of(running: Running, page: Page) -> str:
    page.goto(f"{running.address}/home")
    return page.locator("main").inner_text()


def fallback(running: Running, ana: Page) -> None:
    """The most private step, every answer a word found nowhere else."""
    work.begin(ana, running.address, "Whatever comes")
    work.line(ana, 0, work.PLAN, FALLBACK[:5])
    ana.get_by_label("What have you found out so far?").fill(FALLBACK[5])
    work.go_on(ana)
    ana.get_by_label("What have you come through before").fill(FALLBACK[6])
    ana.get_by_label("What would you like to read from yourself").fill(FALLBACK[7])
    work.go_on(ana)
    heading(ana, "Check your answers")
    expect(ana.get_by_label("printed")).to_have_count(0)
    press(ana, "Send to Maya")
    expect(ana.locator("main")).to_contain_text("It is with Maya")


def ben_writes(running: Running, ben: Page) -> None:
    work.causes(ben, running.address, BENS)
    work.send(ben, for_paper=True)
    work.hides(ben, (*ANAS, *FALLBACK))


def open_in_queue(running: Running, maya: Page, name: str, step: str) -> None:
    maya.goto(f"{running.address}/review")
    row = maya.locator("[data-queue] li").filter(has=maya.locator(".partner", has_text=name))
    row.get_by_role("link", name=step, exact=True).click()
    heading(maya, step)


def ana_is_asked_again(running: Running, maya: Page, ana: Page) -> None:
    """Maya reads, asks once more, and Ana sends another attempt; the first stays to be read."""
    open_in_queue(running, maya, "Ana", "What I did")
    work.shows(maya, ANAS)
    maya.get_by_label("Your words").fill("Could you say the first one more plainly?")
    press(maya, "Ask again")
    ana.goto(f"{running.address}/home")
    ana.get_by_role("link", name="What I did").first.click()
    expect(ana.locator("main")).to_contain_text("Could you say the first one more plainly?")
    ana.get_by_role("link", name="Continue").click()
    work.line(ana, 0, work.OWN_PART, (AGAIN, "You waited", "I ring before six"))
    work.go_on(ana)
    work.go_on(ana)
    work.send(ana, for_paper=True)


def maya_chooses_and_reveals(running: Running, maya: Page) -> None:
    """Both are chosen for paper, Ben gets a word, and what was sealed opens to both."""
    for name, words in (("Ana", (AGAIN, *ANAS[1:])), ("Ben", BENS)):
        open_in_queue(running, maya, name, "What I did")
        work.shows(maya, words)
        maya.get_by_label("Choose for the progress report").check()
        press(maya, "Choose")
        expect(maya.get_by_role("status").first).to_contain_text("Chosen for the progress report")
    maya.get_by_label("Your words").fill("Thank you for saying it so simply.")
    press(maya, "Send feedback")
    maya.goto(f"{running.address}/review")
    maya.get_by_role("heading", name="Ready to be revealed").wait_for()
    maya.locator("a[href*='/review/together/']").click()
    maya.get_by_role("link", name="Reveal", exact=True).click()
    heading(maya, "Reveal “What I did”?")
    press(maya, "Reveal now")
    expect(maya.locator("main")).to_contain_text("revealed")


def both_read(running: Running, ana: Page, ben: Page) -> None:
    """Ben finds what Maya wrote to him; both find what both shared."""
    ben.goto(f"{running.address}/home")
    ben.get_by_role("link", name=re.compile("What I did.*New")).click()
    expect(ben.locator("#feedback")).to_contain_text("Thank you for saying it so simply.")
    for page in (ben, ana):
        page.goto(f"{running.address}/home")
        page.get_by_role("link", name="What you both shared").click()
        work.shows(page, (AGAIN, *ANAS[1:], *BENS))
    work.hides(ben, FALLBACK)


def printed_from_the_screen(running: Running, maya: Page) -> bytes:
    """Maya prints her own reading page in the browser: here the words must be found."""
    open_in_queue(running, maya, "Ana", "Whatever comes")
    heading(maya, "Whatever comes")
    return maya.pdf()


def paper(maya: Page, couple: str, whom: str) -> bytes:
    """Maya asks for a report, waits, downloads it."""
    maya.goto(couple)
    maya.get_by_role("link", name="Make a report").first.click()
    maya.get_by_role("link", name="Progress report").click()
    maya.get_by_label(whom).check()
    press(maya, "Make the report")
    expect(maya.locator("main")).to_contain_text("It is ready", timeout=60_000)
    with maya.expect_download() as download:
        maya.get_by_role("link", name="Download the report").click()
    assert re.fullmatch(r"document-\d{8}\.pdf", download.value.suggested_filename)
    maya.goto(couple)
    expect(maya.locator("#reports")).to_contain_text("Ready")
    return download.value.path().read_bytes()
