"""The wording changes while somebody reads or types: each case has one right outcome, and nothing typed is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from practice.agreements.texts import TextVersion
from practice.db import db
from practice.trail.models import Event
from tests.agreements.texts.conftest import FIRST, SECOND, Signing
from tests.browser import Browser
from tests.cast import sign_in


def test_nobody_approves_words_they_have_not_seen(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    stale = signing.fields("ben")
    signing.propose("ana", SECOND)
    page = signing.browsers["ben"].post(f"{signing.addresses['ben']}/approve", stale, 409)
    assert "The wording was changed while you had this page open." in page.text
    assert SECOND in page.tree.xpath("string(//*[@aria-labelledby='is-proposed'])")
    assert page.value("wording") == SECOND
    signing.browsers["ben"].submit("Approve")
    with signing.app.app_context():
        assert [approval.person.name for approval in signing.text().versions[1].approvals] == ["Ben"]
        assert signing.text().versions[0].approvals == []


def test_an_edit_after_an_approval_needs_both_again(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    signing.press("ana", "Approve")
    signing.propose("ana", SECOND)
    signing.press("ben", "Approve")
    with signing.app.app_context():
        assert signing.text().in_force is None


def test_two_who_change_it_meanwhile_see_both_texts(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    typed = signing.fields("ben") | {"wording": "Ben's own words"}
    signing.propose("ana", SECOND)
    page = signing.browsers["ben"].post(signing.addresses["ben"], typed, 409)
    assert page.value("wording") == "Ben's own words"
    assert SECOND in page.tree.xpath("string(//*[@aria-labelledby='is-proposed'])")
    signing.browsers["ben"].submit("Propose")
    with signing.app.app_context():
        assert [version.text for version in signing.text().versions] == [FIRST, SECOND, "Ben's own words"]


def test_words_typed_and_not_proposed_are_neither_approved_nor_lost(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    page = signing.press("ben", "Approve", 409, wording="Half a thought")
    assert "Propose them first" in page.text
    assert page.value("wording") == "Half a thought"
    with signing.app.app_context():
        assert signing.text().versions[0].approvals == []
    signing.press("ben", "Approve")
    page = signing.press("ben", "Take back", wording="Half a thought")
    assert page.value("wording") == "Half a thought"
    assert "Ben has not approved" in page.text


@pytest.mark.parametrize("key", ["", "\0", "x" * 500, "\0" * 70])
def test_a_page_with_an_odd_key_or_none_proposes_all_the_same(signing: Signing, key: str) -> None:
    ana = signing.browsers["ana"]
    for wording, carried in ((FIRST, key), ("Without", ""), ("And again", "")):
        ana.post(signing.addresses["ana"], signing.fields("ana") | {"wording": wording, "save_key": carried})
    with signing.app.app_context():
        assert [version.text for version in signing.text().versions] == [FIRST, "Without", "And again"]


def test_a_double_click_proposes_and_approves_once(signing: Signing) -> None:
    typed = signing.fields("ana") | {"wording": FIRST}
    ana = signing.browsers["ana"]
    for _ in range(2):
        ana.post(signing.addresses["ana"], typed)
    pressed = signing.fields("ana")
    for _ in range(2):
        ana.post(f"{signing.addresses['ana']}/approve", pressed)
    with signing.app.app_context():
        assert len(signing.text().versions) == 1
        assert len(signing.text().versions[0].approvals) == 1


def test_the_second_press_on_renew_does_not_begin_another_turn(signing: Signing) -> None:
    signing.propose("ana", FIRST)
    for name in ("ana", "ben"):
        signing.press(name, "Approve")
    pressed = {name: signing.fields(name) for name in ("ana", "ben")}
    for name in ("ben", "ana", "ana"):
        signing.browsers[name].post(f"{signing.addresses[name]}/renew", pressed[name])
    with signing.app.app_context():
        held = signing.text().in_force
        assert held
        assert len(held.renewals) == 2


def at_once(*acts: Callable[[], int]) -> list[int]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result() for running in [pool.submit(act) for act in acts]]


def test_both_approve_at_once_and_it_is_signed_once(signing: Signing) -> None:
    signing.propose("maya", FIRST)
    pressed = {name: signing.fields(name) for name in ("ana", "ben")}

    def press(name: str) -> Callable[[], int]:
        address = f"{signing.addresses[name]}/approve"
        return lambda: signing.browsers[name].client.post(address, data=pressed[name]).status_code

    assert at_once(press("ana"), press("ben"), press("ana")) == [303, 303, 303]
    with signing.app.app_context():
        assert signing.text().in_force is signing.text().newest
        assert signing.text().signed_at
        assert db.session.scalar(select(func.count()).where(Event.verb == "text.signed")) == 1


def test_both_propose_at_once_and_neither_is_lost(signing: Signing) -> None:
    typed = {name: signing.fields(name) | {"wording": f"By {name}"} for name in ("ana", "ben")}

    def propose(name: str) -> Callable[[], int]:
        return lambda: signing.browsers[name].client.post(signing.addresses[name], data=typed[name]).status_code

    assert sorted(at_once(propose("ana"), propose("ben"))) == [303, 409]
    with signing.app.app_context():
        assert len(db.session.scalars(select(TextVersion)).all()) == 1


def test_two_devices_of_one_person_do_not_overwrite_each_other(signing: Signing) -> None:
    phone = Browser(signing.app.test_client())
    sign_in(phone.client, "ana")
    phone.get(signing.addresses["ana"])
    signing.propose("ana", FIRST)
    page = phone.submit("Propose", {"wording": "From the phone"}, 409)
    assert page.value("wording") == "From the phone"
    assert FIRST in page.text


@pytest.mark.parametrize("verb", ["", "/approve", "/take-back", "/renew"])
def test_a_page_opened_for_ben_does_nothing_for_ana(signing: Signing, verb: str) -> None:
    signing.propose("maya", FIRST)
    of_ben = signing.fields("ben") | {"wording": "What Ben typed"}
    del of_ben["csrf_token"]  # whoever is signed in now has a token of their own
    signing.look("ana")
    page = signing.browsers["ana"].post(signing.addresses["ana"] + verb, of_ben, 409)
    assert "Somebody else opened this page" in page.text
    assert page.value("wording") == "What Ben typed"
    assert page.value("answering_as") == signing.cast.ben
    with signing.app.app_context():
        assert [version.text for version in signing.text().versions] == [FIRST]
        assert signing.text().versions[0].approvals == []
