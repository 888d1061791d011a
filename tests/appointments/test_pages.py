"""Maya plans, moves, calls off and looks back; what makes no sense is told at the field."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from practice import clock
from practice.db import db
from tests import queries
from tests.appointments.conftest import MONDAY, Diary
from tests.browser import Browser

pytestmark = pytest.mark.usefixtures("monday")


def address(diary: Diary) -> str:
    return f"/couples/{diary.cast.ana_and_ben}/appointments/plan"


def test_maya_plans_and_each_reads_it_on_their_own_clock(diary: Diary, maya: Browser, others: Callable[[str], Browser]) -> None:
    ana, ben = others("ana"), others("ben")
    ben.get("/account")
    ben.submit("Save", {"name": "Ben", "time_zone": "America/New_York"})
    assert "Next appointment" not in ana.get("/home").text
    maya.get(address(diary))
    page = maya.submit("Plan", {"day": "2026-03-12", "at": "18:30", "place": "Green room, first floor"})
    assert page.h1 == "Thursday 12 March 2026, 18:30 to 19:20"
    assert "Thursday 12 March 2026, 14:30 to 15:20" in page.text
    assert "Next appointment: Thursday 12 March 2026, 18:30 to 19:20, Green room, first floor." in ana.get("/home").text
    assert "Next appointment: Thursday 12 March 2026, 14:30 to 15:20" in ben.get("/home").text
    assert "With both of you" in ben.get("/appointments").text
    assert "Thu 12 Mar, 18:30" in maya.get("/desk").text


def test_a_time_that_is_left_out_or_comes_twice_is_asked_at_the_field(diary: Diary, maya: Browser) -> None:
    maya.get(address(diary))
    page = maya.submit("Plan", {"day": "2026-03-29", "at": "01:30", "place": "By phone"}, 422)
    assert "01:30 is left out" in page.text
    assert page.value("place") == "By phone"
    page = maya.submit("Plan", {"day": "2026-10-25", "at": "01:30"}, 422)
    assert "comes twice" in page.text
    assert "01:30 GMT, the second" in page.text
    page = maya.submit("Plan", {"which": "2026-10-25T01:30:00+00:00"})
    assert page.h1 == "Sunday 25 October 2026, 01:30 (GMT) to 02:20"
    maya.click("Change when or where")
    assert maya.submit("Save", {"place": "A bench"}).h1 == page.h1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"day": "31.3."}, "That is not a day"),
        ({"at": "half six"}, "That is not a time"),
        ({"minutes": "0"}, "From 5 to 480 minutes"),
        ({"time_zone": "Mars/Olympus"}, "choose a time zone"),
        ({"day": "2126-03-12"}, "more than five years away"),
        ({"place": "x" * 301}, "at most 300"),
        ({"with_whom": "kim"}, "Not a valid choice"),
    ],
)
def test_what_makes_no_sense_is_told_at_the_field(diary: Diary, maya: Browser, typed: dict[str, str], told: str) -> None:
    maya.get(address(diary))
    assert told in maya.submit("Plan", {"day": "2026-03-12", "at": "18:30", **typed}, 422).text


def test_did_it_take_place_is_one_tap(diary: Diary, others: Callable[[str], Browser]) -> None:
    both, alone = diary.plan(0.1), diary.plan(0.2, "first")
    with clock.at(MONDAY + timedelta(days=1)):
        maya = others("maya")
        desk = maya.get("/desk")
        assert desk.text.count("Did it take place?") == 2
        assert "Took place" in maya.submit(f"/appointments/{both}/hold").text
        maya.get(f"/appointments/{alone}")
        maya.click("Yes, but somebody was late or missing")
        page = maya.submit("Save", {"first": "late"})
        assert "Came late" in page.text
        mine, bens = others("ana").get("/appointments"), others("ben").get("/appointments")
        assert "With you alone. You: came late" in mine.text
        assert "alone" not in bens.text
        assert bens.text.count("Took place") == 1


def test_a_move_and_a_call_off_are_told_to_them_without_by_whom(
    diary: Diary, maya: Browser, others: Callable[[str], Browser]
) -> None:
    moved, off = diary.plan(2), diary.plan(3)
    maya.get(f"/appointments/{moved}/change")
    page = maya.submit("Save", {"day": "2026-03-10", "at": "09:00", "asked_by": "second"})
    assert "Asked for by Ben" in page.text
    maya.get(f"/appointments/{off}/cancel")
    assert "Please say who called it off" in maya.submit("Cancel it", status=422).text
    assert "Called off byAna" in maya.submit("Cancel it", {"asked_by": "first"}).text
    seen = others("ben").get("/appointments").text
    assert "Moved" in seen
    assert "Cancelled" in seen
    assert "Ana" not in seen


def test_a_stale_page_changes_nothing_and_keeps_what_was_typed(
    diary: Diary, maya: Browser, others: Callable[[str], Browser]
) -> None:
    one = diary.plan()
    elsewhere = others("maya")
    for window in (maya, elsewhere):
        window.get(f"/appointments/{one}/change")
    elsewhere.submit("Save", {"at": "10:00"})
    page = maya.submit("Save", {"at": "11:00", "place": "The bench"}, 409)
    assert "changed in another window" in page.text
    assert page.value("place") == "The bench"
    with diary.app.app_context():
        assert diary.row(one).starts_at.hour == 10


def test_a_closed_couple_cannot_be_planned_with(diary: Diary, maya: Browser) -> None:
    maya.get(address(diary))
    with diary.app.app_context():
        couple = diary.cast.couple("ana")
        couple.close(by=couple.coach)
        db.session.commit()
    assert "Reopen it first" in maya.submit("Plan", {"day": "2026-03-12", "at": "18:30"}, 409).text


def test_the_brief_is_asked_for_the_appointment_one_came_from(diary: Diary, maya: Browser) -> None:
    diary.plan(0.1)
    later = diary.plan(0.2)
    maya.get(f"/appointments/{later}")
    page = maya.click("Make the brief for it")
    assert page.tree.xpath("//select[@name='about']/option[@selected]/@value") == [later]


def test_pages_ask_as_often_for_one_as_for_many(diary: Diary, maya: Browser) -> None:
    pages = ("/desk", f"/couples/{diary.cast.ana_and_ben}", f"/couples/{diary.cast.ana_and_ben}/appointments")
    diary.plan(0.1)
    counts = []
    for more in (0, 5):
        for days in range(more):
            diary.plan(days + 0.2)
        for page in pages:
            maya.get(page)
        with queries.asked() as asked:
            for page in pages:
                maya.get(page)
        counts.append(len(asked))
    assert counts[0] == counts[1]
