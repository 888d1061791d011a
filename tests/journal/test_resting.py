"""A daily that Ana does not want to see for a while rests, and wakes when she likes."""

from practice.db import db
from tests.journal.conftest import Diary


def test_a_daily_rests_and_wakes(diary: Diary) -> None:
    diary.give("gratitude")
    ana = diary.browser()
    diary.open("gratitude")
    page = ana.submit("Let it rest")
    assert "It rests now." in page.text
    assert "What was good Nothing yet" not in page.links
    ana.get("/journal")
    page = ana.submit("Wake it: What was good")
    assert "What was good Nothing yet" in page.links


def test_resting_can_be_undone_at_once(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    diary.browser().submit("Let it rest")
    assert "What was good Nothing yet" in diary.browser().submit("Undo").links


def test_resting_twice_is_resting_once(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    token = {"csrf_token": diary.browser().page.value("csrf_token")}
    for verb in ("rest", "rest", "wake", "wake"):
        diary.browser().post(f"{diary.address('gratitude')}/{verb}", token)
    assert "What was good Nothing yet" in diary.browser().get("/home").links


def test_what_was_kept_of_it_is_still_there_and_it_may_be_written(diary: Diary) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea"})
    with diary.app.app_context():
        part = diary.part("gratitude")
        part_address = part.public_id
        db.session.commit()
    token = {"csrf_token": diary.open("gratitude").value("csrf_token")}
    diary.browser().post(f"/journal/{part_address}/gratitude/rest", token)
    assert "Tea" in diary.browser().get("/journal").text
    diary.write("gratitude", {"line-first": "Tea and cake"})
    assert diary.words("gratitude") == [{"first": "Tea and cake"}]


def test_only_ana_lets_hers_rest(diary: Diary) -> None:
    diary.give("gratitude")
    address = diary.address("gratitude")
    for name, status in (("maya", 403), ("ben", 404), ("noor", 404)):
        browser = diary.browser(name)
        token = {"csrf_token": browser.get("/account").value("csrf_token")}
        browser.post(f"{address}/rest", token, status=status)
    assert "What was good Nothing yet" in diary.browser().get("/home").links


def test_a_couple_that_rests_is_asked_for_nothing(diary: Diary) -> None:
    diary.give("gratitude")
    with diary.app.app_context():
        couple = diary.cast.couple("ana")
        couple.pause(by=couple.coach)
        db.session.commit()
    assert "What was good" not in diary.browser().get("/home").text
