"""One's own weeks: a quiet mark for a day with something in it, nothing for a day without; and what may become of an entry."""

from datetime import UTC, datetime, timedelta

import pytest

from practice import clock
from practice.db import db
from practice.programme.library import Readers
from tests.daily import keep
from tests.journal.conftest import Diary

WEDNESDAY = datetime(2026, 3, 4, 10, tzinfo=UTC)


@pytest.fixture
def week(diary: Diary) -> Diary:
    """Ana kept something on Monday and on Wednesday, and something last week."""
    with clock.at(WEDNESDAY):
        diary.give("gratitude")
        diary.give("stillness")
        with diary.app.app_context():
            for days, text in ((0, "Tea"), (2, "A letter"), (7, "Snow")):
                keep(diary.part("gratitude"), "gratitude", text, on=WEDNESDAY.date() - timedelta(days=days))
    return diary


def marks(diary: Diary, row: str, query: str = "") -> list[str]:
    """The days of a row with a mark."""
    page = diary.browser().get(f"/journal{query}")
    [found] = [each for each in page.tree.xpath("//*[@class='kept-row']") if each.xpath("string(h2)") == row]
    return [" ".join(each.text_content().split())[:1] for each in found.xpath(".//li[@class='is-kept']")]


def test_a_missed_day_is_just_blank(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        assert marks(week, "What was good") == ["M", "W"]
        assert marks(week, "Being still") == []
        page = week.browser().get("/journal")
    assert "missed" not in page.text.lower()
    assert "Tea" in page.text
    assert "Snow" not in page.text


def test_arrows_lead_to_other_weeks_and_never_into_the_future(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        ana = week.browser()
        assert "The week after →" not in ana.get("/journal").links
        page = ana.click("← The week before")
        assert "Snow" in page.text
        assert "Tea" not in page.text
        assert "Tea" in ana.click("The week after →").text


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "x", "", "2026-13-01"])
def test_any_day_in_the_address_leads_somewhere(week: Diary, day: str) -> None:
    with clock.at(WEDNESDAY):
        assert week.browser().get(f"/journal?day={day}").h1 == "Your days"


def test_a_blank_day_of_the_last_fortnight_leads_to_its_form(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        ana = week.browser()
        links = ana.get("/journal").tree.xpath("//ol[@class='kept-days']//a/@aria-label")
        assert "What was good, Tue 3 Mar" in links
        assert not [label for label in links if "5 Mar" in label], "a day that has not come"
        week.write("gratitude", {"line-first": "Rain"}, query="?on=2026-03-03")
        assert marks(week, "What was good") == ["M", "T", "W"]


def test_an_entry_of_any_age_may_be_changed(week: Diary) -> None:
    with clock.at(WEDNESDAY + timedelta(days=300)):
        ana = week.browser()
        page = ana.get(week.entry_address("gratitude", "change"))
        assert page.value("line-first") == "Snow"
        page = ana.submit("Keep", {"line-first": "Much snow", "who-reads": "only_me"})
    assert "Much snow" in page.text
    with week.app.app_context():
        changed = week.kept("gratitude")[-1]
        assert changed.on == WEDNESDAY.date() - timedelta(days=7)
        assert changed.readers is Readers.ONLY_ME


def test_removing_is_asked_once_and_then_it_is_gone(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        ana = week.browser()
        page = ana.get(week.entry_address("gratitude", "remove"))
        assert "This cannot be undone." in page.text
        assert len(week.words("gratitude")) == 3
        ana.submit("Remove")
    assert len(week.words("gratitude")) == 2


def test_nobody_else_opens_her_entry(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        for verb in ("change", "share", "remove"):
            address = week.entry_address("gratitude", verb)
            week.browser("maya").get(address, status=403)
            for name in ("ben", "kim", "noor"):
                week.browser(name).get(address, status=404)


def test_what_was_kept_stays_to_be_read_after_the_step_was_taken_back(week: Diary) -> None:
    with clock.at(WEDNESDAY):
        with week.app.app_context():
            part = week.part("gratitude")
            part.assignment.withdraw(by=part.assignment.couple.coach)
            db.session.commit()
        page = week.browser().get("/journal")
        assert "Tea" in page.text
        assert not page.tree.xpath("//a[starts-with(@aria-label, 'What was good')]")
        assert "What was good" not in week.browser().get("/home").text
        assert "Your days, as you kept them" in week.browser().page.links


def test_a_coach_has_no_days_of_this_kind(diary: Diary) -> None:
    for path in ("/journal", "/journal/shared"):
        diary.browser("maya").get(path, status=404)


def test_an_empty_journal_says_so_kindly(diary: Diary) -> None:
    assert "Nothing to write down yet" in diary.browser().get("/journal").text
