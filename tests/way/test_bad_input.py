"""Whatever is typed or pressed in whatever order, there is one right outcome, and nothing typed is lost."""

from typing import Any

import pytest
from flask import Flask

from practice.way import planning
from tests.browser import Browser
from tests.cast import Cast
from tests.way.conftest import Days

pytestmark = pytest.mark.usefixtures("monday")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"steps": []}, "Please choose at least one step."),
        ({"steps": ["nonsense"]}, "valid choice"),
        ({"begins_on": "2026-03-01"}, "That day is over."),
        ({"begins_on": ""}, "Please choose a day."),
        ({"begins_on": "0001-01-01"}, "That day is over."),
        ({"begins_on": "9999-12-31"}, "more than five years away"),
        ({"begins_on": "tomorrow"}, "Not a valid date"),
        ({"every": "0"}, "a whole number from 1 to 90"),
        ({"every": "-7"}, "a whole number from 1 to 90"),
        ({"every": "1e9"}, "Not a valid integer"),
        ({"every": "1" + "0" * 30}, "a whole number from 1 to 90"),
        ({"due_after_days": "1000000000"}, "a whole number from 0 to 365"),
        ({"whom": "kim"}, "Not a valid choice"),
        ({"opens": "now"}, "Not a valid choice"),
        ({"reveals": "never"}, "Not a valid choice"),
        ({"note": "x" * 5001}, "at most 5,000 characters"),
    ],
)
def test_wrong_text_is_told_when_planning(way: Days, maya: Browser, cast: Cast, fields: dict[str, Any], sentence: str) -> None:
    maya.get(f"/couples/{cast.ana_and_ben}/way/plan")
    page = maya.submit("Plan", {"note": "Dear both", **fields}, status=422)
    assert sentence in page.text
    assert page.title.startswith("Error:")
    assert "Dear both" in page.value("note") or "note" in fields
    assert way.days() == {}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"opens": "on_day", "opens_on": ""}, "Please choose the day."),
        ({"opens": "on_day", "opens_on": "2026-03-01"}, "That day is over."),
        ({"opens": "on_day", "opens_on": "9999-12-31"}, "more than five years away"),
        ({"opens": "after_days", "after_days": ""}, "Please give a number of days."),
        ({"opens": "after_days", "after_days": "1000000000"}, "a whole number from 0 to 365"),
        ({"opens": "whenever"}, "Not a valid choice"),
        ({"whom": "nobody"}, "Not a valid choice"),
    ],
)
def test_wrong_text_is_told_when_changing(way: Days, maya: Browser, fields: dict[str, Any], sentence: str) -> None:
    [fears] = way.lay("fears")
    before = way.days()
    maya.get(f"/planned/{fears}/change")
    page = maya.submit("Save", {"note": "Dear Ana", **fields}, status=422)
    assert sentence in page.text
    assert page.value("note") == "Dear Ana"
    assert way.days() == before


def test_two_windows_change_the_order(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("commit", "causes", "talk")
    address = f"/couples/{cast.ana_and_ben}/way"
    with app.app_context():
        first, _, last = [row.public_id for row in way.rows()]
    one = maya.get(address)
    maya.post(f"/planned/{last}/move", {"where": "earlier", **_known(one)})
    page = maya.post(f"/planned/{first}/move", {"where": "later", **_known(one), "change_key": "another"}, status=409)
    assert "The plan was changed in another window, so nothing was changed from here." in page.text
    assert list(way.days()) == ["commit", "talk", "causes"]


def test_a_double_click_moves_plans_and_gives_once(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("commit", "causes", "talk")
    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    with app.app_context():
        first = way.rows()[0].public_id
    for _ in range(2):
        maya.post(f"/planned/{first}/move", {"where": "later", **_known(page)})
    assert list(way.days()) == ["causes", "commit", "talk"]

    page = maya.get(f"/couples/{cast.ana_and_ben}/way/plan?step=work")
    sent = dict(page.form("Plan").form_values())
    for _ in range(2):
        maya.post(f"/couples/{cast.ana_and_ben}/way/plan", sent)
    assert list(way.days()) == ["causes", "commit", "talk", "work"]

    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    for _ in range(2):
        maya.post(f"/planned/{first}/give", _known(page))
    assert way.given() == ["commit"]

    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    with app.app_context():
        gone = next(row.public_id for row in way.rows() if row.published.slug == "talk")
    for _ in range(2):
        maya.post(f"/couples/{cast.ana_and_ben}/way/remove", {"planned": gone, **_known(page)})
    assert list(way.days()) == ["causes", "work"]


def test_a_note_typed_while_it_was_given_stays_on_the_page(way: Days, maya: Browser) -> None:
    [commit] = way.lay("commit")
    maya.get(f"/planned/{commit}/change")
    way.tick()
    page = maya.submit("Save", {"note": "Too late, but mine."}, status=409)
    assert "has been given meanwhile" in page.text
    assert page.value("note") == "Too late, but mine."


def test_a_note_typed_in_two_windows_overwrites_nothing(way: Days, maya: Browser, app: Flask) -> None:
    [commit] = way.lay("commit", opens=planning.Opens.BY_HAND)
    sent = dict(maya.get(f"/planned/{commit}/change").form("Save").form_values())
    maya.post(f"/planned/{commit}/change", {**sent, "note": "From the desk"})
    maya.post(f"/planned/{commit}/change", {**sent, "note": "From the desk"})
    page = maya.post(f"/planned/{commit}/change", {**sent, "note": "From the phone"}, status=409)
    assert "changed in another window" in page.text
    assert page.value("note") == "From the phone"
    with app.app_context():
        assert way.rows()[0].note == "From the desk"


def test_a_step_of_another_couple_cannot_be_removed_here(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("commit")
    with app.app_context():
        kim = cast.couple("kim")
        terms = planning.Terms(planning.Opens.BY_HAND)
        days = {"begins_on": way.rows()[0].ruled_on, "every": 1, "today": way.rows()[0].ruled_on}
        [theirs] = planning.lay(planning.way_of(kim), [cast.step("commit")], terms, by=kim.coach, **days)
        planning.db.session.commit()
        public_id = theirs.public_id
    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    for planned in (public_id, "", "\0", "x" * 500):
        maya.post(f"/couples/{cast.ana_and_ben}/way/remove", {"planned": planned, **_known(page)}, status=404)
    maya.post(f"/planned/{public_id}/skip", _known(page), status=404)
    with app.app_context():
        assert len(way.rows()) == 2


def test_too_many_are_told_and_none_is_planned(way: Days, maya: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "MOST", 15)
    maya.get(f"/couples/{cast.ana_and_ben}/way/plan")
    page = maya.submit("Plan", {"note": "All of it"}, status=409)
    assert "At most 15 steps can be planned ahead." in page.text
    assert page.value("note") == "All of it"
    assert way.days() == {}


@pytest.mark.parametrize("month", ["", "2026-13", "0000-01", "9999-12", "1e9", "٢٠٢٦-٠٣", "2026-03'--", "-1"])
def test_a_month_that_is_none_is_this_month(way: Days, maya: Browser, cast: Cast, month: str) -> None:
    assert "March 2026" in maya.get(f"/couples/{cast.ana_and_ben}/way", query_string={"month": month}).text


def _known(page: Any) -> dict[str, str]:
    return {name: page.value(name) for name in ("csrf_token", "revision", "change_key")}
