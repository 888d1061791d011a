"""Beginning, rating, changing, showing and letting go of goals."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from practice import clock
from practice.db import db
from practice.goals import models
from practice.goals.models import Goal
from practice.goals.words import Words
from tests.browser import Browser
from tests.goals.conftest import Wishing
from tests.homework.conftest import bare


def hidden(browser: Browser, address: str, button: str) -> dict[str, str]:
    """The hidden fields of a form as it is now."""
    form = browser.get(address).form(button)
    return {field.get("name"): field.get("value", "") for field in form.xpath(".//input[@type='hidden']")}


def test_ana_begins_a_goal_and_finds_it_with_its_number(wishing: Wishing) -> None:
    page = wishing.begin("ana", "Evenings without phones", 4, "We would laugh at supper")
    assert "Evenings without phones" in page.text
    assert "4 of 10" in page.text
    assert page.title == "Goals · Homeward"


def test_only_ana_and_maya_know_it_until_she_shows_it(wishing: Wishing) -> None:
    wishing.begin("ana", "Evenings without phones", 4)
    assert wishing.known("ana") == wishing.known("maya") == wishing.known("ana", "maya") == [("Evenings without phones", 4, 4)]
    assert wishing.known("ben") == wishing.known("ana", "ben", "maya") == wishing.known("noor") == []
    address = wishing.address("Evenings without phones")
    wishing["ben"].get(f"{address}/rate", 404)
    wishing["ana"].get(f"{address}/share")
    wishing["ana"].submit("Show it to Ben")
    assert wishing.known("ana", "ben", "maya") == [("Evenings without phones", 4, 4)]
    assert "Evenings without phones" in wishing["ben"].get("/goals").text
    wishing["ben"].get(f"{address}/rate", 403)
    wishing["ana"].get("/goals")
    wishing["ana"].post(f"{address}/unshare")
    assert wishing.known("ben") == []


def test_of_a_day_the_last_number_counts_and_days_make_a_line(wishing: Wishing) -> None:
    with clock.at(clock.now() - timedelta(days=7)), wishing.app.app_context():
        ana = wishing.cast.person("ana")
        models.begin(ana, wishing.cast.couple("ana"), Words("Singing again"), 2, save_key="a week ago")
        db.session.commit()
    address = wishing.address("Singing again")
    for value in ("5", "7"):
        wishing["ana"].get(f"{address}/rate")
        page = wishing["ana"].submit("Keep", {"value": value})
    assert wishing.known("ana") == [("Singing again", 2, 7)]
    assert [cell.text_content() for cell in page.tree.xpath("//tbody//td")] == ["7", "2"]


def test_maya_reads_both_on_the_couples_page(wishing: Wishing) -> None:
    wishing.begin("ana", "Singing again", 2)
    wishing.begin("ben", "Fewer sharp words", 6)
    section = wishing["maya"].get(f"/couples/{wishing.cast.ana_and_ben}").tree.xpath("string(//*[@id='goals'])")
    assert "Singing again" in section
    assert "Fewer sharp words" in section


def test_three_are_enough(wishing: Wishing) -> None:
    for number in range(3):
        wishing.begin("ana", f"Wish {number}")
    page = wishing.begin("ana", "One more", status=409)
    assert "You have three goals" in page.text
    assert page.value("wants") == "One more"
    wishing["ana"].get(f"{wishing.address('Wish 1')}/let-go")
    wishing["ana"].submit("Let go")
    wishing.begin("ana", "One more")
    assert [wants for wants, _, _ in wishing.known("ana")] == ["Wish 0", "Wish 2", "One more"]


@pytest.mark.parametrize(("sent", "words"), [({"wants": ""}, "what you want more of"), ({"value": "11"}, "Not a valid choice")])
def test_what_is_wrong_is_told_and_words_stay(wishing: Wishing, sent: dict[str, str], words: str) -> None:
    wishing["ana"].get("/goals/new")
    page = wishing["ana"].submit("Keep", {"wants": "Rain on the roof", "value": "3", "notices": "Wet hair", **sent}, 422)
    assert words in page.text
    assert page.value("notices") == "Wet hair"
    assert wishing.known("ana") == []


def test_a_double_click_begins_one_and_two_tabs_lose_nothing(wishing: Wishing) -> None:
    sent = hidden(wishing["ana"], "/goals/new", "Keep") | {"wants": "Tea at four", "value": "3"}
    for _ in range(2):
        wishing["ana"].post("/goals/new", sent)
    address = wishing.address("Tea at four")
    old = hidden(wishing["ana"], f"{address}/change", "Save")
    wishing["ana"].post(f"{address}/change", old | {"wants": "Tea at five"})
    page = wishing["ana"].post(f"{address}/change", old | {"wants": "Tea at six"}, 409)
    assert "on another page or device" in page.text
    assert "Tea at five" in page.text
    assert page.value("wants") == "Tea at six"
    assert [wants for wants, _, _ in wishing.known("ana")] == ["Tea at five"]


def test_at_once_there_are_never_more_than_three(wishing: Wishing) -> None:
    for wants in ("One", "Two"):
        wishing.begin("ana", wants)
    tabs = [hidden(wishing["ana"], "/goals/new", "Keep") | {"wants": wants, "value": "1"} for wants in ("Three", "Four")]
    client = wishing["ana"].client

    def press(sent: dict[str, str]) -> int:
        return client.post("/goals/new", data=sent).status_code

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, tabs)) == [303, 409]
    assert len(wishing.known("ana")) == 3


def test_letting_go_meanwhile_is_told(wishing: Wishing) -> None:
    wishing.begin("ana", "Tea at four")
    with wishing.app.app_context():
        goal = db.session.scalars(db.select(Goal)).one()
        goal.let_go()
        db.session.commit()
    assert wishing.known("ana") == []


def test_a_page_opened_for_ben_does_nothing_for_ana(wishing: Wishing) -> None:
    of_ben = hidden(wishing["ben"], "/goals/new", "Keep")
    del of_ben["csrf_token"]
    wishing["ana"].get("/goals/new")
    page = wishing["ana"].post("/goals/new", of_ben | {"wants": "Mine", "value": "2"}, 409)
    assert "Somebody else opened this page" in page.text
    assert wishing.known("ana") == wishing.known("ben") == []


def test_while_their_work_rests_one_may_only_take_back(wishing: Wishing) -> None:
    wishing.begin("ana", "Tea at four")
    address = wishing.address("Tea at four")
    wishing["ana"].get(f"{address}/share")
    wishing["ana"].submit("Show it to Ben")
    with wishing.app.app_context():
        couple = wishing.cast.couple("ana")
        couple.pause(by=couple.coach)
        db.session.commit()
    wishing["ana"].get(f"{address}/rate")
    assert "rests at the moment" in wishing["ana"].submit("Keep", {"value": "5"}, 409).text
    assert "Begin another goal" not in wishing["ana"].get("/goals").links
    wishing["ana"].post(f"{address}/unshare")
    assert wishing.known("ben") == []


def test_bens_pages_tell_nothing_of_anas_goals(wishing: Wishing) -> None:
    pages = [bare(wishing["ben"].get(path).response.data) for path in ("/home", "/goals")]
    wishing.begin("ana", "Tea at four")
    assert [bare(wishing["ben"].get(path).response.data) for path in ("/home", "/goals")] == pages
