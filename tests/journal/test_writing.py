"""A few words a day: from Ana's first page in one tap, kept on her day, read by whom she says."""

from datetime import timedelta

import pytest

from practice.db import db
from practice.programme.library import Readers
from tests.journal.conftest import Diary
from tests.writing import draft, write


def test_from_home_it_is_one_tap_and_a_few_words(diary: Diary) -> None:
    diary.give("gratitude")
    ana = diary.browser()
    ana.get("/home")
    ana.click("What was good Nothing yet")
    page = ana.submit("Keep", {"line-first": "Sam saved me a seat"})
    assert page.path == "/home"
    assert "What was good Kept today" in page.links
    assert diary.words("gratitude") == [{"first": "Sam saved me a seat"}]


def test_the_page_says_in_true_words_who_reads_it(diary: Diary) -> None:
    diary.give("gratitude")
    page = diary.open("gratitude")
    assert "Only you, Ana. Maya sees that you answered, not what." in page.text
    assert "Maya reads this. Under your agreement (Limited secrets, version 1)" in page.text
    assert page.title == "Writing · Homeward"
    assert page.h1 == "What was good"


@pytest.mark.parametrize("readers", [Readers.ONLY_ME, Readers.COACH])
def test_ana_chooses_each_time_who_reads_it(diary: Diary, readers: Readers) -> None:
    diary.give("happiness")
    diary.write("happiness", {"line-moment": "A robin", "who-reads": readers.value})
    with diary.app.app_context():
        [entry] = diary.kept("happiness")
        assert entry.readers is readers
        assert entry.sealed_for.endswith(f":{readers}")
        assert b"robin" not in entry.sealed


def test_minutes_numbers_and_kinds_are_kept(diary: Diary) -> None:
    for slug in ("stillness", "commit", "talk"):
        diary.give(slug)
    diary.write("stillness", {"minutes": "12", "line-how": "Restless, then not"})
    diary.write("commit", {"number": "0"}, key="feet")
    diary.write("talk", {"kind": "feelings"}, key="talk")
    with diary.app.app_context():
        assert diary.kept("stillness")[0].minutes == 12
        assert diary.kept("commit")[0].number == 0
        assert diary.kept("talk")[0].kind == "feelings"


def test_what_ana_wrote_in_the_step_is_what_she_ticks(diary: Diary) -> None:
    diary.give("routine")
    assert "Make your own list first" in diary.open("routine").links
    with diary.app.app_context():
        drafted = {"items": ["walk", "water"], "own_items": [{"item": "One song on the piano", "when": "evening"}]}
        draft(diary.cast.person("ana"), diary.part("routine").assignment, drafted)
    diary.write("routine", {"ticks": ["A walk", "One song on the piano"]})
    with diary.app.app_context():
        assert diary.kept("routine")[0].words.ticks == ("A walk", "One song on the piano")


def test_what_she_last_sent_comes_before_what_she_drafts(diary: Diary) -> None:
    diary.give("routine")
    with diary.app.app_context():
        write(diary.cast.person("ana"), diary.part("routine").assignment, {"items": ["food"]})
        part = diary.part("routine")
        part.ask_again(by=part.assignment.couple.coach)
        db.session.commit()
        draft(diary.cast.person("ana"), part.assignment, {"items": ["sleep"]})
    page = diary.open("routine")
    assert "Good food" in page.text
    assert "An early night" not in page.text


def test_a_day_has_one_entry_and_saving_again_changes_it(diary: Diary) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea"})
    assert diary.open("gratitude").value("line-first") == "Tea"
    diary.write("gratitude", {"line-first": "Tea with Sam", "line-second": "Dry socks"})
    assert diary.words("gratitude") == [{"first": "Tea with Sam", "second": "Dry socks"}]


def test_a_talk_is_noted_as_often_as_there_is_one(diary: Diary) -> None:
    diary.give("talk")
    for about in ("The garden", "Money"):
        diary.write("talk", {"kind": "everyday", "line-about": about}, key="talk")
    assert diary.words("talk") == [{"about": "The garden"}, {"about": "Money"}]


def test_an_earlier_day_is_written_down_later(diary: Diary) -> None:
    diary.give("gratitude")
    day = diary.today() - timedelta(days=3)
    page = diary.write("gratitude", {"line-first": "Snow", "on": day.isoformat()})
    assert page.path == "/journal"
    assert "Snow" in page.text
    with diary.app.app_context():
        assert [entry.on for entry in diary.kept("gratitude")] == [day]


def test_an_entry_written_without_sight_of_the_days_own_is_added_to_it(diary: Diary) -> None:
    diary.give("gratitude")
    day = (diary.today() - timedelta(days=1)).isoformat()
    diary.write("gratitude", {"line-first": "Snow", "on": day, "who-reads": "only_me"})
    page = diary.write("gratitude", {"line-first": "A letter", "on": day, "who-reads": "coach"})
    assert "Both are kept together" in page.text
    with diary.app.app_context():
        [entry] = diary.kept("gratitude")
        assert entry.words.lines == {"first": "Snow\nA letter"}
        # What was for her alone is not given to Maya by being joined.
        assert entry.readers is Readers.ONLY_ME


def test_an_empty_save_keeps_nothing_and_says_so_kindly(diary: Diary) -> None:
    diary.give("gratitude")
    page = diary.write("gratitude", {"line-first": "   "})
    assert "Nothing was written, so nothing is changed. That is fine" in page.text
    diary.write("gratitude", {"line-first": "Tea"})
    diary.write("gratitude", {"line-first": ""})
    assert diary.words("gratitude") == [{"first": "Tea"}]


def test_opening_the_form_changes_nothing(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    assert diary.words("gratitude") == []


def test_a_coach_writes_nothing_in_it(diary: Diary) -> None:
    diary.give("gratitude")
    address = diary.address("gratitude")
    diary.browser("maya").get(address, status=403)
    diary.browser("noor").get(address, status=404)
    diary.browser("ben").get(address, status=404)
    diary.browser("ana").get(f"{address}x", status=404)


def test_somebody_else_at_the_same_phone_saves_nothing(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    with diary.app.app_context():
        ben = diary.cast.person("ben").public_id
    page = diary.browser().submit("Keep", {"line-first": "Mine", "answering_as": ben}, status=409)
    assert "Somebody else opened this page" in page.text
    assert page.value("line-first") == "Mine"
    assert diary.words("gratitude") == []
