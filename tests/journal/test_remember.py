"""Remember when: an older entry of one's own, by chance, at a cost that does not grow."""

from datetime import UTC, datetime, timedelta

from practice import clock
from practice.journal.memory import remember
from tests import queries
from tests.daily import keep
from tests.journal.conftest import Diary

NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)


def write(diary: Diary, *ages: int, name: str = "ana") -> None:
    """An entry so many days ago each."""
    with clock.at(NOW), diary.app.app_context():
        for age in ages:
            keep(diary.part("gratitude", name), "gratitude", f"{age} days ago", on=NOW.date() - timedelta(days=age))


def drawn(diary: Diary, number: int) -> str:
    """What comes up when chance says this number each time, or the highest it may."""
    with diary.app.app_context():
        found = remember(diary.cast.person("ana"), NOW.date(), lambda below: min(number, below - 1))
        return found.lines[0] if found else ""


def test_only_what_is_older_than_thirty_days_comes_back(diary: Diary) -> None:
    diary.give("gratitude")
    write(diary, 0, 29, 30)
    assert drawn(diary, 0) == ""
    write(diary, 31)
    assert drawn(diary, 0) == "31 days ago"


def test_every_older_entry_may_come_up(diary: Diary) -> None:
    diary.give("gratitude")
    write(diary, 31, 60, 61, 200)
    assert {drawn(diary, number) for number in range(300)} == {f"{age} days ago" for age in (31, 60, 61, 200)}


def test_another_one_and_never_somebody_elses(diary: Diary) -> None:
    with clock.at(NOW):
        for name in ("ana", "ben"):
            diary.give("gratitude", name)
        write(diary, 40)
        write(diary, *range(41, 60), name="ben")
        page = diary.browser().get("/journal")
        assert "40 days ago" in page.text
        assert "Remember when" in diary.browser().click("Another one").text
        assert "Remember when" in diary.browser().click("Another one").text


def test_it_costs_the_same_after_years(diary: Diary) -> None:
    diary.give("gratitude")
    write(diary, 40)
    with queries.asked() as few:
        drawn(diary, 0)
    write(diary, *range(41, 160))
    with queries.asked() as many:
        drawn(diary, 0)
    assert len(few) == len(many)
    assert [
        statement for statement in many if "FROM entries" in statement and "min(" not in statement and "LIMIT" not in statement
    ] == []
