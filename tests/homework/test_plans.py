"""Ana makes a plan of her own for a step."""

from typing import Any

import pytest

from tests.browser import Browser
from tests.homework.conftest import Evening

KEEP = "Keep this plan"
PLAN = {
    "when": "Sunday at four",
    "where": "the kitchen",
    "with_whom": "alone",
    "hindrance": "I am too tired",
    "answer": "I write three lines on Monday",
    "confidence": "8",
}


@pytest.fixture
def address(evening: Evening) -> str:
    return f"/plan/{evening.steps['causes', 'ana']}"


def test_it_stands_beside_the_writing_and_maya_reads_it(evening: Evening, ana: Browser, address: str) -> None:
    page = ana.get(address)
    assert "Maya reads this. Under your agreement" in page.text
    page = ana.submit(KEEP, PLAN)
    assert "Your plan is kept." in page.text
    assert "If I am too tired, then I write three lines on Monday" in page.text
    beside = ana.get(f"{evening.address()}/contributions").tree.xpath("string(//aside[contains(@class, 'plan')])")
    assert "Sunday at four" in beside
    review = evening.enter("maya").get(f"/review/{evening.steps['causes', 'ana']}")
    assert "Ana’s plan" in review.text
    assert "8 out of 10" in review.text


def test_who_is_not_sure_is_asked_once_what_would_make_it_easier(evening: Evening, ana: Browser, address: str) -> None:
    ana.get(address)
    page = ana.submit(KEEP, {**PLAN, "confidence": "6"})
    assert page.path == address
    assert "What would make it easier? A smaller piece" in page.text
    page = ana.submit(KEEP, {"easier": "Half of it"})
    assert page.path == evening.address()
    assert "Half of it" in page.text
    ana.get(address)
    ana.submit(KEEP, {**PLAN, "confidence": "0", "easier": ""})
    assert ana.submit(KEEP).path == evening.address(), "asked once, never twice"


def test_a_later_plan_takes_the_place_of_an_earlier_one(evening: Evening, ana: Browser, address: str) -> None:
    for where in ("the kitchen", "the garden"):
        ana.get(address)
        ana.submit(KEEP, {**PLAN, "where": where})
    assert "the garden" in ana.page.text
    assert "the kitchen" not in ana.page.text
    assert ana.get(address).value("where") == "the garden"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"when": "x" * 501}, "501 characters long"),
        ({"easier": "x" * 2001}, "2,001 characters long"),
        ({"where": "a\0b"}, "a character that cannot be kept"),
        ({"confidence": "11"}, "Not a valid choice"),
    ],
)
def test_wrong_text_is_told_and_stays(ana: Browser, address: str, typed: dict[str, str], sentence: str) -> None:
    ana.get(address)
    page = ana.submit(KEEP, {**PLAN, **typed}, status=422)
    assert sentence in page.text
    assert page.title.startswith("Error:")
    assert page.value("with_whom") == "alone"


def test_somebody_elses_plan_is_not_kept(evening: Evening, ana: Browser, ben: Browser, address: str) -> None:
    ana.get(address)
    page = ana.submit(KEEP, {**PLAN, "answering_as": evening.cast.ben}, status=409)
    assert "Somebody else opened this page" in page.text
    assert page.value("when") == "Sunday at four"
    assert ana.get(address).value("when") == ""
    ben.get(address, status=404)
    evening.enter("maya").get(address, status=403)
    evening.enter("noor").get(address, status=404)


@pytest.mark.parametrize("happened", ["withdrawn", "paused"])
def test_nothing_is_planned_while_nothing_can_be_done(evening: Evening, ana: Browser, address: str, happened: str) -> None:
    def act(part: Any) -> None:
        couple = part.assignment.couple
        part.assignment.withdraw(by=couple.coach) if happened == "withdrawn" else couple.pause(by=couple.coach)

    ana.get(address)
    evening.act(act)
    page = ana.submit(KEEP, PLAN, status=409)
    assert page.value("when") == "Sunday at four"
    assert ana.get(address).value("when") == ""
