"""Two things at the same moment: exactly one right outcome, and nobody loses words."""

from collections.abc import Callable

from practice import clock
from practice.db import db
from tests.appointments.conftest import Diary
from tests.browser import Browser
from tests.homework.test_at_once import at_once
from tests.turns.test_at_once import presser


def test_two_windows_word_the_same_line(diary: Diary, maya: Browser, others: Callable[[str], Browser]) -> None:
    one = diary.plan()
    maya.get(f"/appointments/{one}")
    maya.submit("Add", {"words": "Money"})
    elsewhere = others("maya")
    [address] = [href for text, href in maya.page.links.items() if text.startswith("Words of")]
    for window in (maya, elsewhere):
        window.get(address)
    both = [presser(window, address, "Save", words=said) for window, said in ((maya, "Rent"), (elsewhere, "Savings"))]
    assert sorted(at_once(*both)) == [303, 409]


def test_planning_the_same_form_twice_at_once_is_one_appointment(diary: Diary, maya: Browser) -> None:
    address = f"/couples/{diary.cast.ana_and_ben}/appointments/plan"
    maya.get(address)
    press = presser(maya, address, "Plan", day=str(clock.today()), at="18:30")
    assert at_once(press, press) == [303, 303]
    with diary.app.app_context():
        assert db.session.scalar(db.text("select count(*) from appointments")) == 1


def test_it_took_place_and_was_called_off_at_once(diary: Diary, maya: Browser, others: Callable[[str], Browser]) -> None:
    one, elsewhere = diary.plan(-1), others("maya")
    maya.get(f"/appointments/{one}")
    elsewhere.get(f"/appointments/{one}/cancel")
    hold = presser(maya, f"/appointments/{one}/hold", "Yes, both came")
    cancel = presser(elsewhere, f"/appointments/{one}/cancel", "Cancel it", asked_by="coach")
    assert sorted(at_once(hold, cancel)) == [303, 409]


def test_two_windows_save_at_the_same_moment(diary: Diary, maya: Browser, others: Callable[[str], Browser]) -> None:
    note, elsewhere = f"/appointments/{diary.plan()}/note", others("maya")
    for window in (maya, elsewhere):
        window.get(note)
    saves = [presser(window, note, "Save", joint=said) for window, said in ((maya, "One"), (elsewhere, "Other"))]
    assert sorted(at_once(*saves)) == [303, 409]
