"""The agenda: where a pin goes, in which order, and what the room may see of it."""

from collections.abc import Callable

import pytest

from practice.agreements.adding import add
from practice.agreements.wording import Wording
from practice.appointments import agenda
from practice.appointments.agenda import Pin
from practice.appointments.states import Side
from practice.db import db
from tests import measuring
from tests.appointments.conftest import Diary
from tests.browser import Browser
from tests.writing import assign, write

pytestmark = pytest.mark.usefixtures("monday")


def sent(diary: Diary, slug: str = "fears") -> str:
    """The address of what Ana has sent."""
    with diary.app.app_context():
        ana = diary.cast.person("ana")
        reflection = write(ana, assign(diary.cast.couple("ana"), slug, ana))
        return f"/review/{reflection.homework.public_id}"


def words(diary: Diary) -> list[str]:
    """All open pins by their words, in order."""
    with diary.app.app_context():
        rows = db.session.scalars(db.select(Pin).where(Pin.done_at.is_(None)).order_by(Pin.position))
        return [pin.words for pin in rows]


def place(diary: Diary) -> list[str]:
    """On which appointments the pins are; "" where one waits."""
    with diary.app.app_context():
        pins = db.session.scalars(db.select(Pin).order_by(Pin.id)).all()
        return [pin.appointment.public_id if pin.appointment else "" for pin in pins]


def test_what_ana_sent_is_pinned_for_the_next_appointment_she_comes_to(diary: Diary, maya: Browser) -> None:
    diary.plan(1, "second")
    address = sent(diary)
    maya.get(address)
    assert "It waits for the next appointment." in maya.submit("Pin to agenda").text
    maya.submit("Pin to agenda")  # a second press is the same pin
    assert place(diary) == [""]
    assert "Looking at what you fear" in maya.get(f"/couples/{diary.cast.ana_and_ben}/appointments").text
    maya.get(f"/couples/{diary.cast.ana_and_ben}/appointments/plan")
    page = maya.submit("Plan", {"day": "2026-03-12", "at": "18:30", "with_whom": "first"})
    assert page.links["Looking at what you fear"].startswith(address)


def test_a_line_of_both_is_for_an_appointment_of_both(diary: Diary, maya: Browser) -> None:
    diary.plan(1, "first")
    both = diary.plan(2)
    with diary.app.app_context():
        given = assign(diary.cast.couple("ana"), "talk")
        part = given.part_of(diary.cast.person("ana"))
        assert part
        line = add(part, given.published.step.ledger("agreements"), Wording({"what": "Tea at four"}), save_key="1")
        db.session.commit()
        address = f"/lines/{line.public_id}"
    maya.get(address)
    assert "On the agenda." in maya.submit("Pin to agenda").text
    assert maya.get(f"/appointments/{both}").links["Tea at four"] == address
    assert place(diary) == [both]


def test_a_measure_of_ana_is_pinned_by_its_name_and_never_with_its_result(
    diary: Diary, maya: Browser, others: Callable[[str], Browser]
) -> None:
    _, both = diary.plan(0.5, "second"), diary.plan(1)
    with diary.app.app_context():
        [asked] = measuring.ask(diary.cast.couple("ana"), "pulse", diary.cast.person("ana"))
        measuring.answer(measuring.open_of(asked), [9, 9, 9, 4])  # 31, a number that stands nowhere else
        about = asked.public_id
    couple = f"/couples/{diary.cast.ana_and_ben}"
    maya.get(couple)
    assert "On the agenda." in maya.submit("Pin to agenda", {"kind": "measure", "about": about}).text
    assert place(diary) == [both], "the next that Ana comes to"
    page = maya.get(f"/appointments/{both}")
    assert page.links["Pulse"].startswith(couple)
    assert "31" not in page.text
    room = maya.get(f"/appointments/{both}/together").text
    assert [told for told in ("Pulse", "Ana", "31") if told in room] == []
    for name in ("ana", "ben"):
        theirs = others(name)
        told = [theirs.get(address).text for address in ("/home", "/appointments")]
        assert not any("agenda" in text or "31" in text for text in told)
        theirs.get(f"/appointments/{both}/together", 403)


def test_nobody_pins_what_belongs_to_others(diary: Diary, maya: Browser) -> None:
    with diary.app.app_context():
        kim = diary.cast.person("kim")
        theirs = write(kim, assign(diary.cast.couple("kim"), "fears", kim)).public_id
    maya.get("/desk")
    for kind, about in (("reflection", theirs), ("reflection", "x"), ("", ""), ("measure", "\0"), ("agreement", theirs)):
        maya.post(f"/couples/{diary.cast.ana_and_ben}/pins", {"kind": kind, "about": about}, 409)


def test_lines_are_ordered_done_and_carried_over(diary: Diary, maya: Browser) -> None:
    first, second = diary.plan(1), diary.plan(8)
    maya.get(f"/appointments/{first}")
    for line in ("Money", "The holiday", "Sundays"):
        maya.submit("Add", {"words": line})
    assert "Please write what you want" in maya.submit("Add", {"words": " "}, 422).text
    maya.get(f"/appointments/{first}")
    up = presser_of(maya, "Up: The holiday")
    assert [up(), up()] == [303, 303]  # the second press saw a place that was left
    assert words(diary) == ["The holiday", "Money", "Sundays"]
    page = maya.get(f"/appointments/{first}")
    maya.submit(page.tree.xpath("//form[@aria-label='Done: Money']/@action")[0])
    page = maya.submit(page.tree.xpath("//form[@aria-label='Next time: Sundays']/@action")[0])
    assert "Carried over to the next one." in page.text
    assert "Spoken of: 1" in page.text
    assert place(diary) == [first, first, second]
    diary.do(lambda one: (one.cancel(asked_by=Side.COACH, revision=1, by=one.couple.coach), agenda.let_go(one)), first)
    assert place(diary) == [first, second, second]  # what was spoken of stays where it was


def presser_of(browser: Browser, label: str) -> Callable[[], int]:
    """The press of the button in the form of this name."""
    [form] = browser.page.tree.xpath(f"//form[@aria-label='{label}']")
    pressed = {b.get("name"): b.get("value") for b in form.xpath(".//button[@name]")}
    fields = {**dict(form.form_values()), **pressed}
    return lambda: browser.client.post(form.get("action"), data=fields).status_code


def test_the_room_sees_only_what_was_marked_for_it_in_mayas_words(diary: Diary, maya: Browser) -> None:
    one = diary.plan()
    address = sent(diary)
    maya.get(address)
    maya.submit("Pin to agenda")
    maya.get(f"/appointments/{one}")
    maya.submit("Add", {"words": "For me alone"})
    maya.submit("Add", {"words": "Sundays", "for_both": "y"})
    room = maya.click("Show it in the room")
    assert "Sundays" in room.text
    assert [hidden for hidden in ("alone", "fear", "Ana", "Ben") if hidden in room.text] == []
    pin = next(href for text, href in maya.get(f"/appointments/{one}").links.items() if text.startswith("Words of Looking"))
    maya.get(pin)
    page = maya.submit("Save", {"for_both": "y"}, 422)
    assert "in your own words" in page.text
    maya.submit("Save", {"words": "What worries us", "for_both": "y"})
    assert "What worries us" in maya.get(f"/appointments/{one}/together").text
