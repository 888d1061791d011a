"""Reading: earlier wordings and what changed, what both wrote before, pauses, and what costs how much."""

import pytest

from practice.agreements import difference, text_standing
from practice.agreements.difference import Kind
from practice.db import db
from practice.programme.library import Readers
from tests import writing
from tests.agreements.texts.conftest import FIRST, KEY, SECOND, Signing
from tests.homework.conftest import bare
from tests.queries import asked


def test_every_wording_stays_readable_with_what_it_changed(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    signing.propose("ben", SECOND)
    for name in ("ana", "ben", "maya"):
        page = signing.browsers[name].get(f"{signing.addresses[name]}/wordings?number=2")
        assert "By Ben" in page.text
        assert [tag.text_content() for tag in page.tree.xpath("//del[@class='went']")][1:] == [" [went:] six months [end] "]
        assert " [came:] a year [end] " in [tag.text_content() for tag in page.tree.xpath("//ins[@class='came']")]
        page = signing.browsers[name].get(f"{signing.addresses[name]}/wordings?number=1")
        assert FIRST in page.text
        assert "By Ana" in page.text
    signing.browsers["ana"].get(f"{signing.addresses['ana']}/wordings?number=3", 404)


def test_markup_is_text(signing: Signing) -> None:
    signing.propose("ana", "<b>We</b> stay <script>alert(1)</script>")
    signing.propose("ben", "<i>We</i> stay & <script>alert(2)</script>")
    page = signing.browsers["maya"].get(f"{signing.addresses['maya']}/wordings")
    assert "<i>We</i> stay & <script>alert(2)</script>" in page.text
    assert page.tree.xpath("//main//script | //main//b | //main//i") == []


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("we stay", "we stay", [(Kind.SAME, "we stay")]),
        ("", "we stay", [(Kind.ADDED, "we stay")]),
        ("we stay", "we may stay", [(Kind.SAME, "we "), (Kind.ADDED, "may "), (Kind.SAME, "stay")]),
        ("we stay.", "we go.", [(Kind.SAME, "we "), (Kind.REMOVED, "stay"), (Kind.ADDED, "go"), (Kind.SAME, ".")]),
    ],
)
def test_a_difference_is_told_word_by_word(before: str, after: str, pieces: list[tuple[Kind, str]]) -> None:
    assert [(piece.kind, piece.text) for piece in difference.between(before, after)] == pieces


@pytest.mark.parametrize("shift", [1, 7])
def test_a_difference_holds_both_texts_whole_and_is_quick(shift: int) -> None:
    before = " ".join(f"{chr(97 + number % 26)}{number % 40}" for number in range(5000))
    after = " ".join(reversed(before[: 20_000 - shift].split()))
    found = difference.between(before, after)
    assert "".join(piece.text for piece in found if piece.kind is not Kind.ADDED) == before
    assert "".join(piece.text for piece in found if piece.kind is not Kind.REMOVED) == after
    assert len(found) < 5000


def test_what_both_wrote_before_stands_beside_it_after_the_reveal_and_not_before(signing: Signing) -> None:
    with signing.app.app_context():
        given = signing.assignment()
        for name, told in (("ana", "ANAS WORDS"), ("ben", "BENS WORDS")):
            answers = {"our_words": told, "trying_again": f"KEPT FROM THE OTHER BY {name}", "hardest_exit": "NOT ASKED FOR HERE"}
            writing.write(signing.cast.person(name), given, answers, {"trying_again": Readers.COACH})
    for name in ("ana", "ben", "maya"):
        assert "WORDS" not in signing.look(name).text
    with signing.app.app_context():
        signing.assignment().reveal(by=signing.cast.person("maya"))
        db.session.commit()
    for name in ("ana", "ben", "maya"):
        page = signing.look(name).text
        assert "ANAS WORDS" in page
        assert "BENS WORDS" in page
        assert "KEPT FROM" not in page
        assert "NOT ASKED FOR" not in page


def test_bens_page_tells_nothing_of_what_ana_does_alone(signing: Signing) -> None:
    before = bare(signing.look("ben").response.data)
    signing.look("ana")
    with signing.app.app_context():
        writing.write(signing.cast.person("ana"), signing.assignment(), {"our_words": "Mine"})
    assert bare(signing.look("ben").response.data) == before


@pytest.mark.parametrize("act", ["pause", "close", "withdraw"])
def test_while_it_rests_everything_can_be_read_and_nothing_changed(signing: Signing, act: str) -> None:
    signing.propose("ana", FIRST)
    open_page = {name: signing.fields(name) for name in ("ben", "maya")}
    with signing.app.app_context():
        given = signing.assignment()
        getattr(given if act == "withdraw" else given.couple, act)(by=given.couple.coach)
        db.session.commit()
    for name in ("ben", "maya"):
        page = signing.look(name)
        assert FIRST in page.text
        assert (
            page.tree.xpath("//main//button[not(contains(@class, 'first-button')) and not(contains(@class, 'btn-plain'))]") == []
        )
        page = signing.browsers[name].post(signing.addresses[name], open_page[name] | {"wording": SECOND}, 409)
        assert page.value("wording") == SECOND
    for verb in ("approve", "take-back", "renew"):
        signing.browsers["ben"].post(f"{signing.addresses['ben']}/{verb}", open_page["ben"], 409)
    with signing.app.app_context():
        assert [version.approvals for version in signing.text().versions] == [[]]


def test_a_page_costs_the_same_however_many_wordings_there_are(signing: Signing) -> None:
    def cost(address: str) -> int:
        signing.browsers["ana"].get(address)  # what is noted once is not counted
        with asked() as statements:
            signing.browsers["ana"].get(address)
        return len(statements)

    signing.propose("ana", FIRST)
    signing.propose("ben", SECOND)
    pages = (signing.addresses["ana"], f"{signing.addresses['ana']}/wordings")
    few = [cost(page) for page in pages]
    for number in range(12):
        signing.propose(("ana", "ben")[number % 2], f"Wording number {number}")
    assert [cost(page) for page in pages] == few


def test_where_the_texts_of_a_couple_stand_costs_the_same_however_many(signing: Signing) -> None:
    def cost() -> int:
        with signing.app.app_context(), asked() as statements:
            found = text_standing.of_couple(signing.cast.couple("ana"))
            assert [each.in_force.text for each in found if each.in_force] == [FIRST] * len(found)
        return len(statements)

    def sign() -> None:
        signing.propose("ana", FIRST)
        for name in ("ana", "ben"):
            signing.press(name, "Approve")

    sign()
    few = cost()
    for _ in range(3):
        with signing.app.app_context():
            maya = signing.cast.person("maya")
            signing.assignment().withdraw(by=maya)
            again = writing.assign(signing.cast.couple("ana"), "commit")
            signing.assignment_id = again.id
            parts = {part.person.name.lower(): part.public_id for part in again.parts}
            signing.addresses |= {name: f"/texts/{public_id}/{KEY}" for name, public_id in parts.items()}
        sign()
    assert cost() == few


def test_it_stands_with_their_agreements_for_both_and_their_coach(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    pages = {"ana": "/agreements", "ben": "/agreements", "maya": f"/couples/{signing.cast.ana_and_ben}/agreements"}
    for name, page in pages.items():
        assert "A wording is proposed" in signing.browsers[name].get(page).text
    for name in ("ana", "ben"):
        signing.press(name, "Approve")
    for name, page in pages.items():
        browser = signing.browsers[name]
        browser.get(page)
        assert FIRST in browser.page.tree.xpath("string(//section[@id='texts'])")
        assert browser.click("Our commitment").path == signing.addresses[name]
