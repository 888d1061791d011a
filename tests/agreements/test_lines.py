"""Writing a line, saying it otherwise, saying yes to it: on the pages of both."""

from practice.agreements.models import LineState
from tests.agreements.conftest import Evening
from tests.browser import Browser

PHONES = {"w-what": "Phones sleep in the hall", "owner": "both", "from_on": "2026-12-01"}


def test_ana_writes_an_agreement_and_ben_says_yes(evening: Evening, ana: Browser, ben: Browser) -> None:
    ana.get(evening.ledger())
    page = ana.submit("Add", PHONES)
    assert "Added. It counts once Ben has said yes." in page.text
    assert "Waits for a yes" in page.text
    page = ben.get("/agreements")
    assert "For you to say yes to" in page.text
    page = ben.submit("Say yes")
    assert "You have both said yes" in page.text
    assert "For you to say yes to" not in page.text
    address = page.links["Phones sleep in the hall Agreed"]
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_ana_is_not_asked_to_say_yes_to_her_own_words(evening: Evening, ana: Browser) -> None:
    address = evening.add()
    assert "Say yes" not in ana.get(address).text
    assert "Say yes" not in ana.get("/agreements").text
    page = ana.post(f"{address}/say-yes", {"answering_as": evening.cast.ana, "revision": "1"}, status=409)
    assert "These are your own words. They count once Ben has said yes." in page.text


def test_a_change_clears_the_yes_and_says_so(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.agreed()
    ana.get(f"{address}/change")
    page = ana.submit("Save", {"w-what": "Phones sleep in the kitchen"})
    assert "You had both said yes to the earlier words, so Ben is asked about the new ones." in page.text
    assert "Earlier words: 1" in page.text
    assert "Phones sleep in the kitchen" in ben.get("/agreements").text
    ben.submit("Say yes")
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_saving_the_same_words_leaves_the_yes_alone(evening: Evening, ana: Browser) -> None:
    address = evening.agreed()
    ana.get(f"{address}/change")
    ana.submit("Save")
    with evening.app.app_context():
        assert (evening.line(address).state, evening.line(address).revision) == (LineState.AGREED, 1)


def test_a_yes_to_stale_words_is_refused_with_both_wordings(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.add()
    ben.get(address)
    ana.get(f"{address}/change")
    ana.submit("Save", {"w-what": "Phones sleep in the kitchen"})
    page = ben.submit(f"{address}/say-yes", status=409)
    assert "The words have changed since you opened this page." in page.text
    assert "What you read before" in page.text
    assert "Phones sleep in the hall" in page.text
    assert "Phones sleep in the kitchen" in page.text
    ben.submit(f"{address}/say-yes")
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_an_edit_of_words_that_changed_meanwhile_keeps_both(evening: Evening, ana: Browser, ben: Browser) -> None:
    address = evening.add()
    ben.get(f"{address}/change")
    ana.get(f"{address}/change")
    ana.submit("Save", {"w-what": "Phones sleep in the kitchen"})
    page = ben.submit("Save", {"w-what": "Phones sleep in the car"}, status=409)
    assert "Phones sleep in the kitchen" in page.text
    assert page.value("w-what") == "Phones sleep in the car"
    page = ben.submit("Save")
    assert "Earlier words: 2" in page.text
    with evening.app.app_context():
        assert evening.line(address).wording.words == {"what": "Phones sleep in the car"}


def test_letting_go_can_be_undone_with_the_yes_intact(evening: Evening, ana: Browser) -> None:
    address = evening.agreed()
    page = evening.press("ana", address, "let-go")
    assert "Let go. What was written is kept." in page.text
    ana.submit("Undo")
    with evening.app.app_context():
        assert evening.line(address).state is LineState.AGREED


def test_an_action_is_done_with_evidence(evening: Evening, ana: Browser) -> None:
    address = evening.add("act", "actions", words="I show you the account on the first")
    ana.get(address)
    ana.click("It is done")
    assert "Please write a few words about this first." in ana.submit("It is done", {"evidence": " "}, status=422).text
    page = ana.submit("It is done", {"evidence": "You saw it on Sunday"})
    assert "You saw it on Sunday" in page.text
    assert "Reopen" in page.text


def test_a_private_line_is_its_writers_and_the_coachs(evening: Evening, ana: Browser, ben: Browser, maya: Browser) -> None:
    ana.get(evening.ledger("wider-life", "commitments"))
    page = ana.submit("Add", {"w-area": "The choir", "w-commitment": "Sing on Tuesdays", "w-hours": "2"})
    assert "Maya reads this." in page.text
    assert "Ben does not see it, nor that it is here." in page.text
    address = next(href for words, href in page.links.items() if words.startswith("The choir"))
    ben.get(address, status=404)
    assert "The choir" in maya.get(f"/couples/{evening.cast.ana_and_ben}/agreements").text
    assert "Sing on Tuesdays" in maya.get(address).text
