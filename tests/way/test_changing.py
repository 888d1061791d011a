"""Maya plans the way and changes it: nothing that was given or written is touched by it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from practice.db import db
from practice.homework.models import Assignment
from practice.programme import moving
from practice.programme.library import SHIPPED, Step, load
from practice.programme.models import enrol, publish
from practice.way import planning
from practice.way.models import Opens, Planned, Whom
from tests.browser import Browser
from tests.cast import Cast
from tests.way.conftest import Days
from tests.writing import assign, write

pytestmark = pytest.mark.usefixtures("monday")


def order(way: Days) -> list[str]:
    with way.app.app_context():
        return [planned.published.slug for planned in planning.coming(way.cast.couple("ana"))]


def change(way: Days, maya: Browser, planned: str, status: int = 200, **fields: Any) -> str:
    maya.get(f"/planned/{planned}/change")
    return maya.submit("Save", fields, status).text


def test_the_whole_way_is_planned_in_one_go(way: Days, maya: Browser, cast: Cast) -> None:
    maya.get(f"/couples/{cast.ana_and_ben}/way")
    maya.click("Plan the way")
    page = maya.submit("Plan", {"begins_on": "2026-03-04", "every": "5", "due_after_days": "9", "note": "Hello"})
    assert "Planned." in page.text
    with way.app.app_context():
        rows = way.rows()
        assert len(rows) == 16
        assert [row.published.slug for row in rows][:5] == ["support", "commit", "fears", "causes", "fallback"]
        assert [row.opens_on for row in rows] == [date(2026, 3, 4) + timedelta(days=5 * n) for n in range(16)]
        assert {(row.due_after_days, row.note, row.whom, row.opens) for row in rows} == {(9, "Hello", Whom.BOTH, Opens.ON_DAY)}


@pytest.mark.parametrize("rule", ["after_days", "when_reviewed", "by_hand"])
def test_the_others_follow_by_the_rule_that_was_chosen(way: Days, maya: Browser, cast: Cast, rule: str) -> None:
    maya.get(f"/couples/{cast.ana_and_ben}/way/plan")
    maya.submit("Plan", {"steps": ["commit", "fears"], "opens": rule, "whom": "first", "every": "6"})
    with way.app.app_context():
        first, second = way.rows()
        assert (first.published.slug, first.opens) == ("commit", Opens.BY_HAND if rule == "by_hand" else Opens.ON_DAY)
        assert (second.opens, second.after_days) == (Opens(rule), 6 if rule == "after_days" else None)
        assert (first.whom, second.whom) == (Whom.BOTH, Whom.FIRST)


def test_what_is_planned_or_given_is_not_ticked_again_unless_asked_for(way: Days, maya: Browser, cast: Cast) -> None:
    way.lay("commit", "talk")
    way.tick()
    ticked = maya.get(f"/couples/{cast.ana_and_ben}/way/plan").tree.xpath("//input[@name='steps'][@checked]/@value")
    assert len(ticked) == 14
    assert not {"commit", "talk"} & set(ticked)
    page = maya.get(f"/couples/{cast.ana_and_ben}/way/plan?step=commit")
    assert page.tree.xpath("//input[@name='steps'][@checked]/@value") == ["commit"]
    maya.submit("Plan")
    assert order(way) == ["talk", "commit"]


def test_up_and_down_and_never_over_the_ends(way: Days, maya: Browser, cast: Cast) -> None:
    way.lay("commit", "causes", "talk")
    maya.get(f"/couples/{cast.ana_and_ben}/way")
    maya.submit(f"Move up “{_title(way, 'talk')}”", {"where": "earlier"})
    assert order(way) == ["commit", "talk", "causes"]
    maya.submit(f"Move down “{_title(way, 'commit')}”", {"where": "later"})
    assert order(way) == ["talk", "commit", "causes"]
    maya.submit(f"Move up “{_title(way, 'commit')}”", {"where": "earlier"})
    maya.post(f"/planned/{_id(way, 'commit')}/move", _known(maya) | {"where": "earlier"})
    assert order(way) == ["commit", "talk", "causes"]


def _id(way: Days, slug: str) -> str:
    with way.app.app_context():
        return next(row.public_id for row in way.rows() if row.published.slug == slug)


def _known(maya: Browser) -> dict[str, str]:
    return {name: maya.page.value(name) for name in ("csrf_token", "revision", "change_key")}


def test_every_term_can_be_changed(way: Days, maya: Browser, app: Flask) -> None:
    [fears] = way.lay("fears")
    change(way, maya, fears, opens="on_day", opens_on="2026-04-01", whom="second", due_after_days="3", note=" In your time. ")
    with app.app_context():
        [row] = way.rows()
        assert (row.opens_on, row.whom, row.due_after_days, row.note) == (date(2026, 4, 1), Whom.SECOND, 3, "In your time.")
    change(way, maya, fears, opens="after_days", after_days="4")
    with app.app_context():
        [row] = way.rows()
        assert (row.opens, row.after_days, row.opens_on) == (Opens.AFTER_DAYS, 4, None)


def test_now_means_today(way: Days, maya: Browser) -> None:
    [commit] = way.lay("commit", opens=Opens.BY_HAND)
    change(way, maya, commit, opens="now")
    assert way.tick() == ["commit"]


def test_skipped_it_stays_on_the_list_and_can_be_taken_up(way: Days, maya: Browser) -> None:
    commit, _ = way.lay("commit", "causes")
    maya.get(f"/planned/{commit}/change")
    assert "Take up again" in maya.submit("Skip").text
    assert order(way) == ["causes"]
    assert way.tick(3) == []
    maya.submit(f"Take up again “{_title(way, 'commit')}”")
    assert order(way) == ["commit", "causes"]
    assert way.tick(3) == [], "it opens by hand from now on"


def _title(way: Days, slug: str) -> str:
    with way.app.app_context():
        return way.cast.step(slug).title


def test_removed_it_is_gone(way: Days, maya: Browser) -> None:
    commit, _ = way.lay("commit", "causes")
    maya.get(f"/planned/{commit}/change")
    maya.submit("Remove")
    assert order(way) == ["causes"]


def test_given_now_by_hand(way: Days, maya: Browser, cast: Cast) -> None:
    way.lay("commit", "causes", opens=Opens.WHEN_REVIEWED, begins_on=date(2026, 5, 1))
    maya.get(f"/couples/{cast.ana_and_ben}/way")
    page = maya.submit(f"Give now “{_title(way, 'causes')}”")
    assert f"Given: “{_title(way, 'causes')}”." in page.text
    assert way.given() == ["causes"]
    assert order(way) == ["commit"]


def test_what_is_in_the_way_is_told_and_the_plan_stays(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    with app.app_context():
        assign(cast.couple("ana"), "commit")
    way.lay("commit")
    maya.get(f"/couples/{cast.ana_and_ben}/way")
    page = maya.submit(f"Give now “{_title(way, 'commit')}”", status=409)
    assert "Ana has “" in page.text
    assert "Ana and Ben have it open already." in page.text
    assert order(way) == ["commit"]


def test_a_plan_that_changes_touches_nothing_that_was_given_or_written(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("commit", "causes")
    way.tick()

    def kept() -> list[tuple[object, ...]]:
        with app.app_context():
            [given] = db.session.scalars(select(Assignment)).unique()
            return [(given.note, given.due_on, part.state, part.latest.id if part.latest else 0) for part in given.parts]

    with app.app_context():
        write(cast.person("ana"), db.session.scalars(select(Assignment)).unique().one())
        given_row = way.rows()[0].public_id
    before = kept()
    maya.get(f"/planned/{given_row}/change", status=409)
    change(way, maya, _id(way, "causes"), opens="by_hand")
    maya.get(f"/planned/{_id(way, 'causes')}/change")
    maya.submit("Remove")
    maya.post(f"/couples/{cast.ana_and_ben}/way/remove", {"planned": given_row, "revision": "2", "change_key": "x"}, status=409)
    assert kept() == before
    with app.app_context():
        assert db.session.scalars(select(Planned)).one().given_at


def test_a_step_that_their_programme_has_no_more_is_shown_and_not_given(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    way.lay("commit", "causes")
    with app.app_context():
        _move(cast, [step for step in load(SHIPPED).steps if step.slug != "commit"])
    assert way.tick() == []
    page = maya.get(f"/couples/{cast.ana_and_ben}/way")
    assert "This step is not part of the programme they work with now." in page.text


def test_what_is_planned_follows_into_another_edition(way: Days, cast: Cast, app: Flask) -> None:
    way.lay("commit")
    with app.app_context():
        _move(cast, [replace(step, title=f"{step.title}, better") for step in load(SHIPPED).steps])
    way.tick()
    with app.app_context():
        [given] = db.session.scalars(select(Assignment)).unique()
        assert given.published.title.endswith(", better")
        assert way.rows()[0].published is given.published


def _move(cast: Cast, steps: list[Step]) -> None:
    """Ana and Ben are moved to another edition with these steps."""
    enrol(cast.couple("ana"))
    edition = publish(replace(load(SHIPPED), steps=tuple(steps)))
    db.session.flush()
    moving.move(cast.couple("ana"), edition, by=cast.person("maya"))
    db.session.commit()


def test_looking_changes_nothing(way: Days, maya: Browser, cast: Cast, app: Flask) -> None:
    laid = way.lay("commit", "causes")
    for address in (f"/couples/{cast.ana_and_ben}/way", f"/couples/{cast.ana_and_ben}/way/plan", f"/planned/{laid[0]}/change"):
        maya.get(address)
    with app.app_context():
        assert planning.looked_at(cast.couple("ana")).revision == 0
        assert [row.revision for row in way.rows()] == [0, 0]
