"""After sending: a quiet page, and how it went, in Ana's eyes and in Maya's."""

import pytest

from tests.browser import Browser
from tests.homework.conftest import Evening, bare

KEEP = "Keep this"


@pytest.fixture
def address(evening: Evening) -> str:
    evening.send()
    return f"/afterwards/{evening.steps['causes', 'ana']}"


def test_ana_says_how_it_went_and_maya_reads_it(evening: Evening, ana: Browser, address: str) -> None:
    ana.get(evening.address())
    ana.click("Say how it was")
    page = ana.submit(KEEP, {"amount": "4", "quality": "2", "difficulty": "3", "in_the_way": "The phone rang."})
    assert "Thank you. It is kept." in page.text
    assert "All of it" in page.text
    page = evening.enter("maya").get(f"/review/{evening.steps['causes', 'ana']}")
    assert "How it went, says Ana" in page.text
    assert "Rather hard" in page.text
    assert "The phone rang." in page.text


def test_a_second_word_takes_the_place_of_the_first(ana: Browser, address: str) -> None:
    for amount in ("1", "3"):
        ana.get(address)
        ana.submit(KEEP, {"amount": amount})
    assert "Most of it" in ana.page.text
    assert ana.get(address).tree.xpath("//input[@name='amount'][@checked]/@value") == ["3"]


def test_one_of_the_four_can_be_taken_back(ana: Browser, address: str) -> None:
    for typed in ({"amount": "4", "difficulty": "3"}, {"difficulty": ""}):
        ana.get(address)
        ana.submit(KEEP, typed)
    page = ana.get(address)
    assert page.tree.xpath("//input[@checked]/@name") == ["amount"]
    assert "Rather hard" not in ana.get(address.replace("afterwards", "steps")).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Please choose or write something"),
        ({"amount": "5"}, "Not a valid choice"),
        ({"in_the_way": "x" * 5001}, "5,001 characters long"),
    ],
)
def test_wrong_text_is_told(ana: Browser, address: str, typed: dict[str, str], sentence: str) -> None:
    ana.get(address)
    assert sentence in ana.submit(KEEP, typed, status=422).text


def test_before_sending_there_is_no_afterwards(evening: Evening, ana: Browser) -> None:
    ana.get(f"/afterwards/{evening.steps['causes', 'ana']}")
    page = ana.submit(KEEP, {"in_the_way": "Everything"}, status=409)
    assert "Send your step first" in page.text
    assert page.value("in_the_way") == "Everything"


def test_somebody_elses_word_is_not_kept(evening: Evening, ana: Browser, ben: Browser, address: str) -> None:
    ana.get(address)
    ana.submit(KEEP, {"amount": "4", "answering_as": evening.cast.ben}, status=409)
    assert "Say how it was" in ana.get(evening.address()).links
    ben.get(address, status=404)
    evening.enter("maya").get(address, status=403)


def test_what_maya_thinks_of_it_is_hers_alone(evening: Evening, ana: Browser, ben: Browser, address: str) -> None:
    evening.send(name="ben")
    pages = [(ana, evening.address()), (ben, evening.address(name="ben")), (ana, "/home"), (ben, "/home")]
    for browser, page in pages:
        browser.get(page)
    maya = evening.enter("maya")
    maya.get(f"/review/{evening.steps['causes', 'ana']}")
    before = [bare(browser.get(page).response.data) for browser, page in pages]  # that Maya has read it is shown
    page = maya.submit("Rate", {"amount": "2", "quality": "1"})
    assert "Kept. Only you see this." in page.text
    assert page.tree.xpath("//input[@name='amount'][@checked]/@value") == ["2"]
    assert before == [bare(browser.get(page).response.data) for browser, page in pages]
    maya.post(f"/review/{evening.steps['causes', 'ana']}/rate", {"amount": "7"}, status=409)


def test_nothing_is_rated_that_was_not_sent(evening: Evening) -> None:
    maya = evening.enter("maya")
    page = maya.get(f"/review/{evening.steps['causes', 'ana']}")
    assert "How it went, say you" not in page.text
    maya.post(f"/review/{evening.steps['causes', 'ana']}/rate", {"amount": "2"}, status=409)


def test_a_step_that_stirs_up_much_ends_with_a_quiet_minute(evening: Evening, ana: Browser) -> None:
    part = f"/steps/{evening.steps['fears', 'ana']}"
    ana.get(f"{part}/greatest")
    ana.submit("Save and go on", {"q-greatest_before": "8", "q-greatest_words": "Being alone.", "q-greatest_after": "5"})
    assert ana.page.h1 == "The second face: perhaps not having what you want"
    ana.submit("Save for later")
    ana.get(f"{part}/check")
    page = ana.submit("Send to Maya")
    assert page.h1 == "A quiet minute"
    assert "It is with Maya now." in page.text
    drawn = ana.click("Look at the step again").tree.xpath("//*[local-name()='svg'][contains(@class, 'before-and-after')]")
    assert [each.get("aria-label") for each in drawn] == ["Your greatest fear: 8 before, 5 after"]
    seen = evening.enter("maya").get(f"/review/{evening.steps['fears', 'ana']}").tree
    assert seen.xpath("string(//*[local-name()='svg'][contains(@class, 'before-and-after')]/@aria-label)").endswith(
        "8 before, 5 after"
    )


def test_a_step_without_such_words_has_no_such_page(evening: Evening, ana: Browser) -> None:
    page = ana.get(f"/calm/{evening.steps['causes', 'ana']}", status=303)
    assert page.response.location == evening.address()
