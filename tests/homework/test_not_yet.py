"""Ana says "not yet": one tap, and a smaller version."""

import pytest

from practice.homework.models import State
from tests.browser import Browser
from tests.homework.conftest import Evening, bare


def address(evening: Evening) -> str:
    return f"/not-yet/{evening.steps['causes', 'ana']}"


def test_one_tap_offers_a_smaller_version_and_keeps_the_step_open(evening: Evening, ana: Browser) -> None:
    ana.get(evening.address())
    page = ana.submit("Too sore", {"words": "After Tuesday."})
    assert "You said “Too sore”" in page.text
    assert "A smaller version" in page.text
    with evening.app.app_context():
        assert evening.part().state is State.OPENED
    assert "Continue" in ana.get(evening.address()).text or "Begin" in ana.page.text
    seen = evening.enter("maya").get(f"/review/{evening.steps['causes', 'ana']}").text
    assert "Too sore" in seen
    assert "After Tuesday." in seen


def test_ben_learns_nothing_of_it(evening: Evening, ana: Browser, ben: Browser) -> None:
    pages = ("/home", evening.address(name="ben"), f"/not-yet/{evening.steps['causes', 'ben']}")
    for page in pages:
        ben.get(page)
    before = [bare(ben.get(page).response.data) for page in pages]
    ana.get(address(evening))
    ana.submit("No time")
    assert before == [bare(ben.get(page).response.data) for page in pages]
    ben.get(address(evening), status=404)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"reason": "lazy"}, "Please press one of the reasons."), ({"words": "x" * 2001}, "2,001 characters long")],
)
def test_wrong_text_is_told_and_stays(evening: Evening, ana: Browser, typed: dict[str, str], sentence: str) -> None:
    ana.get(address(evening))
    page = ana.submit("Away", {"words": "Back on Friday", **typed}, status=422)
    assert sentence in page.text
    assert page.value("words").endswith(("Friday", "x"))


def test_somebody_elses_is_not_kept(evening: Evening, ana: Browser) -> None:
    ana.get(address(evening))
    assert "Somebody else opened" in ana.submit("Away", {"answering_as": evening.cast.ben}, status=409).text
    assert "You said" not in ana.get(address(evening)).text


def test_what_was_sent_meanwhile_needs_no_not_yet(evening: Evening, ana: Browser) -> None:
    ana.get(address(evening))
    evening.send()
    page = ana.submit("Away", {"words": "Back on Friday"}, status=409)
    assert "You have sent this already." in page.text
    assert page.value("words") == "Back on Friday"
