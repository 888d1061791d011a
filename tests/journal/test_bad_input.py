"""What cannot be kept is said, and what was typed stands on the page again."""

from datetime import timedelta

import pytest

from practice.db import db
from tests.browser import Page
from tests.journal.conftest import Diary
from tests.writing import draft


def refused(diary: Diary, slug: str, fields: dict[str, object], key: str = "", status: int = 422) -> Page:
    page = diary.write(slug, fields, key=key, status=status)
    assert diary.words(slug) == []
    assert page.title.startswith("Error: ")
    return page


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (1, "That day has not come yet. Choose today or a day that has been."),
        (-15, "That is a while ago. You can write down today and the 14 days before it."),
        (-40_000, "That is a while ago. You can write down today and the 14 days before it."),
    ],
)
def test_a_day_that_has_not_come_or_is_long_past(diary: Diary, days: int, sentence: str) -> None:
    diary.give("gratitude")
    day = (diary.today() + timedelta(days=days)).isoformat()
    page = refused(diary, "gratitude", {"line-first": "Tea", "on": day})
    assert sentence in page.text
    assert page.value("line-first") == "Tea"


@pytest.mark.parametrize("day", ["", "yesterday", "2026-02-30", "99999-01-01", "2026-W10-1x", "2026-03-01T00:00"])
def test_a_day_that_does_not_exist(diary: Diary, day: str) -> None:
    diary.give("gratitude")
    page = refused(diary, "gratitude", {"line-first": "Tea", "on": day})
    assert "Please give a day that exists." in page.text
    assert page.value("line-first") == "Tea"


@pytest.mark.parametrize("days", [0, -14])
def test_the_first_and_the_last_day_that_may_be_written_down(diary: Diary, days: int) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea", "on": (diary.today() + timedelta(days=days)).isoformat()})
    assert diary.words("gratitude") == [{"first": "Tea"}]


@pytest.mark.parametrize("minutes", ["-1", "1e9", "1000000000", "1441", "٣", "twelve", "1.5"])
def test_minutes_that_no_day_has(diary: Diary, minutes: str) -> None:
    diary.give("stillness")
    page = refused(diary, "stillness", {"minutes": minutes, "line-how": "Quiet"})
    assert "Please give the minutes as a number from 1 to 1,440." in page.text
    assert (page.value("minutes"), page.value("line-how")) == (minutes, "Quiet")


def test_a_kind_that_is_not_offered(diary: Diary) -> None:
    diary.give("talk")
    page = refused(diary, "talk", {"kind": "shouting", "line-about": "Money"}, key="talk")
    assert "Please choose one of the kinds listed." in page.text


@pytest.mark.parametrize("number", ["11", "-1", "٣", "ten"])
def test_a_number_that_is_not_offered(diary: Diary, number: str) -> None:
    diary.give("commit")
    assert "Please choose a number from 0 to 10." in refused(diary, "commit", {"number": number}, key="feet").text


@pytest.mark.parametrize("readers", ["both", "safety", "everybody"])
def test_readers_who_are_not_offered(diary: Diary, readers: str) -> None:
    diary.give("gratitude")
    page = refused(diary, "gratitude", {"line-first": "Tea", "who-reads": readers})
    assert "Please choose who may read this from the list." in page.text


@pytest.mark.parametrize("offered", [None, "", "forged", "WyJyb3V0aW5lIiwiQSBkcmluayJd.forged"])
def test_a_tick_that_is_not_offered(diary: Diary, offered: str | None) -> None:
    diary.give("routine")
    with diary.app.app_context():
        draft(diary.cast.person("ana"), diary.part("routine").assignment, {"items": ["walk"]})
    forged = {} if offered is None else {"offered": offered}
    page = refused(diary, "routine", {"ticks": ["A drink"], **forged})
    assert "Please tick only what is listed." in page.text
    # The true list stands there again, to be ticked.
    assert diary.browser().submit("Keep", {"ticks": ["A walk"]}).path == "/home"


def test_a_very_long_entry_is_kept_up_to_a_limit_that_is_told(diary: Diary) -> None:
    diary.give("gratitude")
    page = refused(diary, "gratitude", {"line-first": "a" * 20_001})
    assert "at most 20,000 can be kept" in page.text
    diary.browser().submit("Keep", {"line-first": "a" * 20_000})
    assert diary.words("gratitude") == [{"first": "a" * 20_000}]


def test_a_character_that_cannot_be_kept(diary: Diary) -> None:
    diary.give("gratitude")
    assert "This holds a character that cannot be kept." in refused(diary, "gratitude", {"line-first": "Tea\0"}).text


def test_half_a_character_does_no_harm(diary: Diary) -> None:
    diary.give("gratitude")
    page = diary.open("gratitude")
    form = dict(page.form("Keep").form_values())
    body = "&".join(f"{name}={value}" for name, value in form.items() if name != "line-first") + "&line-first=Tea%ED%A0%80"
    answer = diary.browser().client.post(page.path, data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 303
    [words] = diary.words("gratitude")
    assert words["first"].startswith("Tea")
    assert words["first"].encode("utf-8")


def test_words_for_a_step_that_was_taken_back_are_shown_again(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    with diary.app.app_context():
        part = diary.part("gratitude")
        part.assignment.withdraw(by=part.assignment.couple.coach)
        db.session.commit()
    page = diary.browser().submit("Keep", {"line-first": "Tea"}, status=409)
    assert "Maya has taken this step back. What you kept stays here to read." in page.text
    assert page.value("line-first") == "Tea"
    assert diary.words("gratitude") == []


@pytest.mark.parametrize(("act", "words"), [("pause", "rests at the moment"), ("close", "has come to its end")])
def test_words_for_a_couple_that_rests_are_shown_again(diary: Diary, act: str, words: str) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    with diary.app.app_context():
        couple = diary.cast.couple("ana")
        getattr(couple, act)(by=couple.coach)
        db.session.commit()
    page = diary.browser().submit("Keep", {"line-first": "Tea"}, status=409)
    assert words in page.text
    assert page.value("line-first") == "Tea"


def test_words_of_somebody_whose_account_was_closed_are_shown_again(diary: Diary) -> None:
    diary.give("gratitude")
    diary.open("gratitude")
    form = dict(diary.browser().page.form("Keep").form_values()) | {"line-first": "Tea with Sam"}
    with diary.app.app_context():
        diary.cast.person("ana").disabled_at = diary.cast.person("ana").joined_at
        db.session.commit()
    page = diary.browser().post(diary.address("gratitude"), form, status=401)
    assert page.value("line-first") == "Tea with Sam"
    assert diary.words("gratitude") == []


def test_a_daily_that_the_step_does_not_ask_for_is_not_there(diary: Diary) -> None:
    diary.give("gratitude")
    address = diary.address("gratitude").removesuffix("gratitude")
    for key in ("talk", "x", "%00", "a" * 3000):
        diary.browser().get(f"{address}{key}", status=404)
