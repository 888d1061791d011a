"""The coach's page of a couple's days: what is meant for the coach, and of the rest only that there was something."""

from datetime import UTC, datetime, timedelta

from practice import clock
from practice.programme.library import Readers
from tests.browser import Page
from tests.daily import keep
from tests.journal.conftest import Diary

NOW = datetime(2026, 3, 4, 10, tzinfo=UTC)


def page(diary: Diary, query: str = "") -> Page:
    with clock.at(NOW):
        return diary.browser("maya").get(f"/couples/{diary.cast.ana_and_ben}/journal{query}")


def write(diary: Diary, slug: str, key: str, text: str = "", days: int = 0, **more: object) -> None:
    with clock.at(NOW), diary.app.app_context():
        keep(diary.part(slug), key, text, on=NOW.date() - timedelta(days=days), **more)


def test_maya_reads_what_is_meant_for_her(diary: Diary) -> None:
    with clock.at(NOW):
        diary.give("gratitude")
    write(diary, "gratitude", "gratitude", "Tea with Sam", days=1)
    text = page(diary).text
    assert "Tea with Sam" in text
    assert "1 day of 28" in text


def test_of_what_ana_keeps_for_herself_she_learns_the_day_alone(diary: Diary) -> None:
    with clock.at(NOW):
        diary.give("commit")
    write(diary, "commit", "feet", days=2, readers=Readers.ONLY_ME, number=3)
    found = page(diary)
    assert "Kept for themselves: Mon 2 Mar." in found.text
    assert not found.tree.xpath("//*[contains(@class, 'spark')]")
    assert "Read what is meant for you" not in found.text


def test_numbers_are_a_small_line_and_numbers(diary: Diary) -> None:
    with clock.at(NOW):
        diary.give("commit")
    for days, number in ((5, 2), (3, 0), (1, 7)):
        write(diary, "commit", "feet", days=days, number=number)
    found = page(diary)
    assert "2, 0, 7 (0: One foot out of the door; 10: Both feet in)" in found.text
    assert len(found.tree.xpath("//*[name()='svg'][contains(@class, 'spark')]//*[name()='circle']")) == 3


def test_other_weeks_are_an_arrow_away(diary: Diary) -> None:
    with clock.at(NOW):
        diary.give("gratitude")
    write(diary, "gratitude", "gratitude", "Long ago", days=28)
    assert "Long ago" not in page(diary).text
    with clock.at(NOW):
        assert "Long ago" in diary.browser("maya").click("← Earlier").text
        assert "Long ago" not in diary.browser("maya").click("Later →").text
    assert page(diary, "?day=0001-01-01").status == page(diary, "?day=9999-12-31").status == 200


def test_the_couples_page_leads_there(diary: Diary) -> None:
    maya = diary.browser("maya")
    maya.get(f"/couples/{diary.cast.ana_and_ben}")
    assert maya.click("Their daily entries of the last four weeks").h1 == "Day by day"
    assert "No step with daily entries yet." in maya.page.text


def test_it_is_for_their_coach_alone(diary: Diary) -> None:
    address = f"/couples/{diary.cast.ana_and_ben}/journal"
    for name in ("ana", "ben", "noor", "kim"):
        diary.browser(name).get(address, status=404)
    diary.browser("olu").get(f"/couples/{diary.cast.kim_and_lee}/journal", status=403)
