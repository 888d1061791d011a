"""What has been sent waits for Maya, the oldest first, without a word of it."""

from datetime import UTC, date, datetime

from flask import Flask
from sqlalchemy import event

from practice import clock
from practice.db import db
from practice.homework.models import Assignment, Homework, State
from practice.homework.reflections import Reflection
from tests.browser import Browser
from tests.cast import Cast
from tests.review.conftest import Given
from tests.writing import assign, write

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def test_the_oldest_stands_first_and_says_whose_it_is(maya: Browser, given: Given) -> None:
    with clock.at(NOON):
        given.send("ben", "Slamming the door.")
    given.send("ana", "Going quiet.")
    page = maya.get("/review")
    rows = [" ".join(row.text_content().split()) for row in page.tree.xpath("//ol[@data-queue]/li")]
    assert ["Ben" in rows[0], "Ana" in rows[1], len(rows)] == [True, True, 2]
    assert rows[0].startswith("What I did Ben · Ana & Ben Sent 3 March 2026 at 12:00")
    assert page.tree.xpath("//ol[@data-queue]/li[1]//span[contains(@class, 'partner-2')]")
    assert "Going quiet" not in page.text
    assert "Slamming" not in page.text


def test_late_is_shown_and_counted_on_the_writers_calendar(app: Flask, cast: Cast, maya: Browser) -> None:
    with app.app_context():
        write(cast.person("ana"), assign(cast.couple("ana"), "fears", cast.person("ana"), due_on=date(2026, 3, 1)))
    assert "Late" in maya.get("/review").text


def test_an_empty_queue_says_so_kindly_and_names_the_next_act(maya: Browser, given: Given) -> None:
    page = maya.get("/review")
    assert "All read. Nobody is waiting for your answer." in page.text
    assert page.links["Look at your couples"] == "/couples"


def test_a_joint_step_waits_to_be_revealed_once_both_have_sent(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    assert "Ready to be revealed" not in maya.get("/review").text
    given.send("ben", "Slamming the door.")
    assert "Ready to be revealed" in maya.get("/review").text
    maya.get(f"/review/together/{given.id}/reveal")
    maya.submit("Reveal now")
    assert "Ready to be revealed" not in maya.get("/review").text


def test_what_was_asked_for_again_is_not_pressed_for_a_reveal(maya: Browser, given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    maya.get(f"/review/{given.ana}")
    maya.submit("Ask again")
    assert "Ready to be revealed" not in maya.get("/review").text
    given.send("ana", "Going quiet, for days.")
    page = maya.get("/review")
    assert "Ready to be revealed" in page.text
    assert "Attempt 2" in page.text


def test_a_thousand_rows_take_no_more_questions_than_ten(app: Flask, cast: Cast, maya: Browser) -> None:
    asked: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
        _send(cast, 10)
    maya.get("/review")
    asked.clear()
    maya.get("/review")
    ten = len(asked)
    with app.app_context():
        _send(cast, 990)
    asked.clear()
    page = maya.get("/review")
    assert len(asked) == ten
    assert len(page.tree.xpath("//ol[@data-queue]/li")) == 100
    assert "900 more wait" in page.text


def _send(cast: Cast, number: int) -> None:
    """So many parts sent, made without ceremony: only what the queue looks at."""
    couple, step = cast.couple("ana"), cast.step("causes")
    moment = clock.now()
    for _ in range(number // 2):
        given = Assignment(couple=couple, published=step, together=True, assigned_at=moment)
        given.write_note("")
        for person in couple.partners:
            reflection = Reflection(attempt=1, sent_key="once", submitted_at=moment)
            part = Homework(person=person, state=State.SUBMITTED, submitted_at=moment, reflections=[reflection])
            given.parts.append(part)
        db.session.add(given)
    db.session.commit()
