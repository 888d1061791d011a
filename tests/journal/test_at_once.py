"""A double click keeps once, and two devices lose nothing."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from practice.db import db
from tests.browser import Browser
from tests.cast import sign_in
from tests.journal.conftest import Diary


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result() for running in [pool.submit(act) for act in acts]]


def device(diary: Diary) -> Browser:
    """One more device on which Ana is signed in."""
    browser = Browser(diary.new_browser())
    sign_in(browser.client, "ana")
    return browser


def presser(browser: Browser, address: str, **fields: Any) -> Callable[[], int]:
    """The press of "Keep" on a page that is open already."""
    form = {**dict(browser.get(address).form("Keep").form_values()), **fields}
    return lambda: browser.client.post(address, data=form).status_code


@pytest.mark.parametrize("slug", ["talk", "happiness"])
def test_a_double_click_keeps_once(diary: Diary, slug: str) -> None:
    diary.give(slug)
    fields = {"line-about": "The garden"} if slug == "talk" else {"line-moment": "A robin"}
    press = presser(diary.browser(), diary.address(slug), **fields)
    assert [press(), *at_once(press, press)] == [303, 303, 303]
    assert len(diary.words(slug)) == 1
    assert "The garden\n" not in str(diary.words(slug))


def test_a_double_click_on_minutes_does_not_add_them_up(diary: Diary) -> None:
    diary.give("stillness")
    press = presser(diary.browser(), diary.address("stillness"), minutes="10")
    assert at_once(press, press, press) == [303, 303, 303]
    with diary.app.app_context():
        assert [entry.minutes for entry in diary.kept("stillness")] == [10]


def test_two_devices_at_once_lose_nothing(diary: Diary) -> None:
    diary.give("gratitude")
    address = diary.address("gratitude")
    phone = presser(device(diary), address, **{"line-first": "from the phone"})
    laptop = presser(device(diary), address, **{"line-first": "from the laptop", "line-second": "more"})
    assert at_once(phone, laptop) == [303, 303]
    [words] = diary.words("gratitude")
    assert set(words["first"].split("\n")) == {"from the phone", "from the laptop"}
    assert words["second"] == "more"


def test_two_devices_that_change_the_same_entry_lose_nothing(diary: Diary) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea"})
    address = diary.address("gratitude")
    phone = presser(device(diary), address, **{"line-first": "Tea and cake"})
    laptop = presser(device(diary), address, **{"line-first": "Tea and rain"})
    assert at_once(phone, laptop, phone) == [303, 303, 303]
    [words] = diary.words("gratitude")
    assert sorted(words["first"].split("\n")) == ["Tea and cake", "Tea and rain"]


def test_two_talks_at_once_are_two(diary: Diary) -> None:
    diary.give("talk")
    address = diary.address("talk")
    acts = [presser(device(diary), address, **{"line-about": about}) for about in ("Money", "The garden")]
    assert at_once(*acts) == [303, 303]
    assert sorted(words["about"] for words in diary.words("talk")) == ["Money", "The garden"]


def test_going_back_and_writing_something_else_keeps_both(diary: Diary) -> None:
    diary.give("talk")
    form = {**dict(diary.open("talk").form("Keep").form_values()), "line-about": "Money"}
    client, address = diary.browser().client, diary.address("talk")
    for about in ("Money", "The garden"):
        assert client.post(address, data={**form, "line-about": about}).status_code == 303
    assert [words["about"] for words in diary.words("talk")] == ["Money", "The garden"]


def test_an_entry_removed_on_one_device_while_it_is_changed_on_another_comes_back(diary: Diary) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea"})
    change = presser(device(diary), diary.entry_address("gratitude", "change"), **{"line-first": "Tea with Sam"})
    here = presser(device(diary), diary.address("gratitude"), **{"line-first": "Tea with Sam"})
    with diary.app.app_context():
        diary.kept("gratitude")[0].remove(by=diary.cast.person("ana"))
        db.session.commit()
    assert change() == 404  # the page gives the words back
    assert here() == 303
    assert diary.words("gratitude") == [{"first": "Tea with Sam"}]


def test_the_first_two_entries_of_a_life_at_once_make_one_key(diary: Diary) -> None:
    for slug in ("gratitude", "happiness"):
        diary.give(slug)
    acts = [
        presser(device(diary), diary.address("gratitude"), **{"line-first": "Tea"}),
        presser(device(diary), diary.address("happiness"), **{"line-moment": "A robin"}),
    ]
    assert at_once(*acts) == [303, 303]
    assert (diary.words("gratitude"), diary.words("happiness")) == ([{"first": "Tea"}], [{"moment": "A robin"}])
