"""Setting a pace alone, what the other sees of it, and changing one's mind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from practice.db import db
from practice.homework.states import Reveals
from practice.trail.models import Event
from tests.browser import Browser
from tests.cast import sign_in
from tests.homework.conftest import bare
from tests.pace.conftest import Pacing

ITSELF = pytest.mark.parametrize("reveals", [Reveals.ITSELF])


def page_of_ben(pacing: Pacing) -> bytes:
    return bare(pacing.look("ben").response.data)


def test_only_what_both_accept_is_shown_and_the_slower_of_both(pacing: Pacing) -> None:
    pacing.set("ana", "side", "hands", "kissing", fast="sooner")
    pacing.set("ben", "hands", "side", "hugs", fast="slowly")
    pacing.open()
    for name in ("ana", "ben"):
        assert pacing.shown(name) == ["Sitting close, side by side", "Holding hands"]
        words = pacing.look(name).tree.xpath("string(//*[@aria-labelledby='both'])")
        assert "Very slowly, over months" in words
        assert "Hugs" not in words
        assert "Kissing" not in words


@pytest.mark.parametrize("reveals", list(Reveals))
def test_before_it_is_open_the_page_is_the_same_whatever_the_other_does(pacing: Pacing) -> None:
    before = page_of_ben(pacing)
    pacing.look("ana")
    assert page_of_ben(pacing) == before
    pacing.set("ana", "side")
    assert page_of_ben(pacing) == before
    pacing.set("ana", "kissing", "more", fast="sooner")
    assert page_of_ben(pacing) == before


def test_whoever_has_chosen_learns_nothing_until_maya_opens_it(pacing: Pacing) -> None:
    pacing.set("ben", "side")
    pacing.look("ben")  # the quiet note after saving is shown once
    before = page_of_ben(pacing)
    pacing.set("ana", "side")
    assert page_of_ben(pacing) == before
    pacing.open()
    assert page_of_ben(pacing) != before


@ITSELF
def test_where_it_opens_by_itself_it_does_so_when_both_have_chosen(pacing: Pacing) -> None:
    pacing.set("ana", "side", "hugs")
    assert pacing.shown("ana") == []
    pacing.set("ben", "hugs")
    assert pacing.shown("ana") == pacing.shown("ben") == ["Hugs"]


def test_less_is_heeded_at_once_and_more_when_it_is_opened_again(pacing: Pacing) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side", "hands", "hugs", fast="sooner")
    pacing.open()
    pacing.set("ana", "side", "hugs", fast="stay")
    assert pacing.shown("ben") == ["Sitting close, side by side", "Hugs"]
    assert "Let it stay" in pacing.look("ben").tree.xpath("string(//*[@aria-labelledby='both'])")
    pacing.set("ana", "side", "hands", "hugs", fast="sooner")
    assert pacing.shown("ben") == ["Sitting close, side by side", "Hugs"]
    pacing.open()
    assert pacing.shown("ben") == ["Sitting close, side by side", "Holding hands", "Hugs"]


def test_a_smaller_list_says_neither_who_nor_when(pacing: Pacing) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side", "hands")
    pacing.open()
    pacing.set("ana", "side")
    page = pacing.look("ana").tree.xpath("string(//*[@aria-labelledby='both'])")
    after_ana = bare(pacing.look("ben").response.data)
    assert page.split() == pacing.look("ben").tree.xpath("string(//*[@aria-labelledby='both'])").split()
    pacing.set("ana", "side", fast="gently")
    assert bare(pacing.look("ben").response.data) == after_ana


def test_nothing_in_common_is_said_kindly_and_no_speed_with_it(pacing: Pacing) -> None:
    pacing.set("ana", "side")
    pacing.set("ben")
    pacing.open()
    words = pacing.look("ana").tree.xpath("string(//*[@aria-labelledby='both'])")
    assert "nothing here that you both chose" in words
    assert "every few weeks" not in words


def test_what_the_other_could_work_out_is_said_before_choosing(pacing: Pacing) -> None:
    text = pacing.look("ana").text
    assert "Ben sees only what you both chose: if something that Ben chose is missing there, Ben can work out that you" in text
    assert text.index("can work out") < text.index("How fast Let it stay")


def test_the_speed_is_asked_for_and_ticks_stay(pacing: Pacing) -> None:
    pacing.look("ana")
    page = pacing.browsers["ana"].post(pacing.addresses["ana"], form(pacing, "ana") | {"far": ["hugs"]}, 422)
    assert page.title.startswith("Error:")
    assert page.tree.xpath("//input[@name='far'][@checked]/@value") == ["hugs"]


@pytest.mark.parametrize("sent", [{"far": ["moon"], "fast": "gently"}, {"far": ["hugs"], "fast": "at once"}])
def test_what_is_not_offered_is_not_kept(pacing: Pacing, sent: dict[str, str]) -> None:
    pacing.browsers["ana"].post(pacing.addresses["ana"], form(pacing, "ana") | sent, 422)
    with pytest.raises(AssertionError):
        pacing.kept("ana")


def test_two_devices_do_not_widen_what_was_narrowed(pacing: Pacing) -> None:
    pacing.set("ana", "side", "hugs")
    old_page = form(pacing, "ana")
    pacing.set("ana", "side")
    page = pacing.browsers["ana"].post(pacing.addresses["ana"], old_page | {"far": ["side", "hugs"], "fast": "gently"}, 409)
    assert "on another page or device" in page.text
    assert page.tree.xpath("//input[@name='far'][@checked]/@value") == ["side", "hugs"]
    assert pacing.kept("ana").far == ("side",)


def test_a_double_click_counts_once(pacing: Pacing) -> None:
    sent = form(pacing, "ana") | {"far": ["side"], "fast": "stay"}
    for _ in range(2):
        pacing.browsers["ana"].post(pacing.addresses["ana"], sent)
    with pacing.app.app_context():
        assert db.session.scalar(select(func.count()).where(Event.verb == "pace.chosen")) == 1


def test_a_page_opened_for_ben_does_nothing_for_ana(pacing: Pacing) -> None:
    of_ben = form(pacing, "ben") | {"far": ["side"], "fast": "stay"}
    del of_ben["csrf_token"]
    pacing.look("ana")
    page = pacing.browsers["ana"].post(pacing.addresses["ana"], of_ben, 409)
    assert "Somebody else opened this page" in page.text
    with pytest.raises(AssertionError):
        pacing.kept("ana")


@ITSELF
def test_both_at_once_open_it_once(pacing: Pacing) -> None:
    sent = {name: form(pacing, name) | {"far": ["side"], "fast": "stay"} for name in ("ana", "ben")}

    def press(name: str) -> Callable[[], int]:
        return lambda: pacing.browsers[name].client.post(pacing.addresses[name], data=sent[name]).status_code

    with ThreadPoolExecutor(2) as pool:
        assert [each.result() for each in [pool.submit(press("ana")), pool.submit(press("ben"))]] == [303, 303]
    assert pacing.shown("ana") == pacing.shown("ben") == ["Sitting close, side by side"]
    with pacing.app.app_context():
        assert db.session.scalar(select(func.count()).where(Event.verb == "pace.opened")) == 1


@pytest.mark.parametrize("act", ["pause", "close", "withdraw"])
def test_while_it_rests_one_may_take_away_and_not_add(pacing: Pacing, act: str) -> None:
    for name in ("ana", "ben"):
        pacing.set(name, "side", "hands")
    pacing.open()
    pacing.act(act)
    page = pacing.set("ana", "side", "hands", "hugs", status=409)
    assert page.tree.xpath("//input[@name='far'][@checked]/@value") == ["side", "hands", "hugs"]
    pacing.set("ana", "side")
    assert pacing.shown("ben") == ["Sitting close, side by side"]


@pytest.mark.parametrize("act", ["pause", "withdraw"])
def test_while_it_rests_nobody_begins(pacing: Pacing, act: str) -> None:
    pacing.act(act)
    pacing.set("ana", "side", status=409)
    with pytest.raises(AssertionError):
        pacing.kept("ana")


def test_nobody_else_finds_it(pacing: Pacing) -> None:
    pacing.set("ana", "side")
    pacing.browsers["ben"].get(pacing.addresses["ana"], 404)
    pacing.browsers["maya"].get(pacing.addresses["ana"], 403)
    for stranger in ("noor", "kim"):
        browser = Browser(pacing.app.test_client())
        sign_in(browser.client, stranger)
        browser.get(pacing.addresses["ana"], 404)
        browser.post(pacing.addresses["ana"], {"fast": "stay"}, 404)


def form(pacing: Pacing, name: str) -> dict[str, object]:
    """The hidden fields of the page as it is now."""
    found = pacing.look(name).form("Set")
    return {field.get("name"): field.get("value", "") for field in found.xpath(".//input[@type='hidden']")}
