"""One text for two: proposing, approving, changing one's mind, and what each page says."""

import pytest

from tests.agreements.texts.conftest import FIRST, SECOND, Signing
from tests.browser import Browser
from tests.cast import sign_in


def test_a_wording_that_both_approve_is_signed(signing: Signing) -> None:
    assert "Ana has not approved this wording yet." in signing.propose("ana", FIRST).text
    page = signing.press("ana", "Approve")
    assert "Ana has approved this wording." in page.text
    assert "Ben has not approved this wording yet." in page.text
    page = signing.press("ben", "Approve")
    assert "What you both signed" in page.text
    assert page.tree.xpath("//*[@aria-labelledby='is-signed']//*[@class='words']")[0].text_content() == FIRST
    assert "Approve" not in [button.text for button in page.tree.xpath("//button")]


def test_maya_reads_it_and_may_propose_but_not_approve(signing: Signing) -> None:
    signing.propose("maya", FIRST)
    assert "by Maya" in signing.look("ben").text
    page = signing.look("maya")
    assert page.tree.xpath("//button[normalize-space()='Approve']") == []
    signing.propose("ben", SECOND)
    assert SECOND in signing.look("maya").text


def test_who_reads_it_is_said_before_a_word_is_typed(signing: Signing) -> None:
    assert "Ben and Maya read every wording from the moment you propose it" in signing.look("ana").text
    assert "Ana and Ben both read a wording from the moment you propose it" in signing.look("maya").text


def test_another_wording_clears_both_approvals(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    signing.press("ana", "Approve")
    page = signing.propose("ben", SECOND)
    assert "Ana has not approved this wording yet." in page.text
    assert "Ben has not approved this wording yet." in page.text


def test_the_same_words_again_clear_nothing(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    signing.press("ana", "Approve")
    assert "Ana has approved this wording." in signing.propose("ben", f"  {FIRST}\r\n").text


def test_an_approval_can_be_taken_back_until_the_other_approves(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    signing.press("ana", "Approve")
    assert "Ana has not approved" in signing.press("ana", "Take back").text
    signing.press("ana", "Approve")
    stale = signing.fields("ana")
    signing.press("ben", "Approve")
    page = signing.browsers["ana"].post(f"{signing.addresses['ana']}/take-back", stale, 409)
    assert "so it is signed" in page.text


def test_what_is_signed_holds_until_another_wording_is_signed(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    for name in ("ana", "ben"):
        signing.press(name, "Approve")
    page = signing.propose("ben", SECOND)
    assert FIRST in page.tree.xpath("string(//*[@aria-labelledby='is-signed'])")
    assert SECOND in page.tree.xpath("string(//*[@aria-labelledby='is-proposed'])")
    signing.press("ben", "Approve")
    page = signing.press("ana", "Approve")
    assert SECOND in page.tree.xpath("string(//*[@aria-labelledby='is-signed'])")
    assert "Signed before" in page.text


def test_it_is_renewed_once_both_have_looked_at_it_again(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    for name in ("ana", "ben"):
        signing.press(name, "Approve")
    page = signing.press("ben", "Renew")
    assert "Ben has looked at it again" in page.text
    assert "Renewed on" not in page.text
    assert "Renewed on" in signing.press("ana", "Renew").text
    with signing.app.app_context():
        held = signing.text().in_force
        assert held
        assert held.turn == 2
        assert held.renewed_at == [held.renewals[1].renewed_at]


@pytest.mark.parametrize("wording", ["", "  \n ", "x" * 20_001])
def test_too_little_and_too_much_is_told_and_stays(signing: Signing, wording: str) -> None:
    signing.look("ana")
    page = signing.browsers["ana"].submit("Propose", {"wording": wording}, 422)
    assert page.title.startswith("Error:")
    assert page.value("wording") == wording.strip()
    with signing.app.app_context(), pytest.raises(AssertionError):
        signing.text()


def test_the_longest_text_with_its_line_breaks_is_kept(signing: Signing) -> None:
    signing.propose("ana", ("x" * 99 + "\r\n") * 199 + "y" * 100)
    assert signing.look("ben").value("wording").endswith("y" * 100)


def test_looking_changes_nothing(signing: Signing) -> None:
    for name in ("ana", "maya"):
        signing.look(name)
        signing.browsers[name].get(f"{signing.addresses[name]}/wordings")
    with signing.app.app_context(), pytest.raises(AssertionError):
        signing.text()


def test_nobody_else_finds_it(signing: Signing, app: object) -> None:
    signing.propose("ana", FIRST)
    signing.browsers["ben"].get(signing.addresses["ana"], 404)
    signing.browsers["ana"].get(signing.addresses["maya"], 403)
    signing.browsers["maya"].get(signing.addresses["ana"], 403)
    for stranger in ("noor", "kim"):
        browser = Browser(signing.app.test_client())
        sign_in(browser.client, stranger)
        for name in ("ana", "maya"):
            browser.get(signing.addresses[name], 404)
            browser.get(f"{signing.addresses[name]}/wordings", 404)
            browser.post(signing.addresses[name], {"wording": "Mine"}, 404)


def test_a_text_the_step_does_not_have_is_not_there(signing: Signing) -> None:
    for name in ("ana", "maya"):
        address = signing.addresses[name].replace("commitment", "other")
        signing.browsers[name].get(address, 404)
        signing.browsers[name].get(f"{address}/wordings", 404)
        signing.browsers[name].post(address, {"wording": FIRST}, 404)
