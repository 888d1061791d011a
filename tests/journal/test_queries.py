"""What it costs: a save is four questions to the database, and first pages do not grow with the years."""

from datetime import timedelta

import pytest

from practice import clock
from practice.db import db, insert_once, public_id
from practice.homework.models import Homework
from practice.journal.models import Entry
from practice.programme.library import Readers
from tests import queries
from tests.daily import keep
from tests.journal.conftest import Diary
from tests.writing import draft

DAILIES = ("commit", "work", "talk", "joy", "stillness", "gratitude", "routine", "happiness")


def years_of(part: Homework, days: int) -> None:
    """Two entries a day of each of its dailies, as plain rows; needs an app context and commits."""
    for daily in part.assignment.published.step.dailies:
        for number in range(2 * days):
            on = clock.today() - timedelta(days=number // 2)
            insert_once(
                Entry, homework_id=part.id, person_id=part.person_id, key=daily.key, on=on, readers=Readers.COACH,
                written_at=clock.now(), save_key=public_id(), public_id=public_id(), sealed=b"", sealed_for="",
            )  # fmt: skip
    db.session.commit()


FIELDS = {
    "gratitude": {"line-first": "Tea"},
    "stillness": {"minutes": "5"},
    "talk": {"kind": "wants"},
    "routine": {"ticks": ["A walk"]},
    "happiness": {"line-moment": "A robin", "who-reads": "only_me"},
}


@pytest.mark.parametrize("slug", FIELDS)
def test_an_entry_is_saved_in_one_request_and_four_queries(diary: Diary, slug: str) -> None:
    diary.give(slug)
    with diary.app.app_context():
        if slug == "routine":
            draft(diary.cast.person("ana"), diary.part(slug).assignment, {"items": ["walk"]})
    yesterday = (diary.today() - timedelta(days=1)).isoformat()
    diary.write(slug, {**FIELDS[slug], "on": yesterday})  # the very first makes Ana's key
    page = diary.open(slug)
    form = {**dict(page.form("Keep").form_values()), **FIELDS[slug]}
    with queries.asked() as statements:
        answer = diary.browser().client.post(page.path, data=form)
    assert (answer.status_code, answer.location) == (303, "/home")
    assert len(statements) <= 4, "\n".join(statements)
    with diary.app.app_context():
        assert len(diary.kept(slug)) == 2


def test_changing_the_days_entry_costs_no_more(diary: Diary) -> None:
    diary.give("gratitude")
    diary.write("gratitude", {"line-first": "Tea"})
    page = diary.open("gratitude")
    form = {**dict(page.form("Keep").form_values()), "line-first": "Tea with Sam"}
    with queries.asked() as statements:
        diary.browser().client.post(page.path, data=form)
    assert len(statements) <= 4, "\n".join(statements)
    assert diary.words("gratitude") == [{"first": "Tea with Sam"}]


def test_home_asks_as_often_after_two_years_as_after_a_week(diary: Diary) -> None:
    for slug in DAILIES:
        diary.give(slug)
    ana = diary.browser()

    def statements() -> list[str]:
        ana.get("/home")
        with queries.asked() as asked:
            ana.get("/home")
        return asked

    with diary.app.app_context():
        for slug in DAILIES:
            years_of(diary.part(slug), 7)
    week = statements()
    with diary.app.app_context():
        for slug in DAILIES:
            years_of(diary.part(slug), 90)
    assert len(statements()) == len(week) <= 20, "\n".join(week)


@pytest.mark.parametrize("path", ["/journal", "/journal/shared", "/couples/{couple}/journal"])
def test_reading_days_asks_as_often_for_one_entry_as_for_many(diary: Diary, path: str) -> None:
    for name in ("ana", "ben"):
        diary.give("gratitude", name)
    reader = diary.browser("maya" if "couples" in path else "ana")
    address = path.format(couple=diary.cast.ana_and_ben)

    def statements() -> int:
        reader.get(address)
        with queries.asked() as asked:
            reader.get(address)
        return len(asked)

    with diary.app.app_context():
        live(diary, 1)
    few = statements()
    with diary.app.app_context():
        live(diary, 9)
    assert statements() == few <= 16


def live(diary: Diary, days: int) -> None:
    """So many days lately, and as many long ago, by both, each with a word for the other; needs an app context."""
    for name in ("ana", "ben"):
        for ago in [*range(days), *range(40, 40 + days)]:
            with clock.at(clock.now() - timedelta(days=ago)):
                keep(diary.part("gratitude", name), "gratitude", f"{ago} days ago", shared=True)
