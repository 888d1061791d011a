"""Two windows of Maya's act in the same moment: what happens, happens once, and nobody meets an error."""

from collections.abc import Callable
from threading import Barrier, Thread

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from practice.db import db
from practice.trail.models import Event
from tests.browser import Browser
from tests.review.conftest import Given

AT_ONCE = 4


def test_reveals_at_once_reveal_once(app: Flask, enter: Callable[[str], Browser], given: Given) -> None:
    given.send("ana", "Going quiet.")
    given.send("ben", "Slamming the door.")
    statuses = _together(app, enter("maya"), f"/review/together/{given.id}/reveal", "seen")
    assert set(statuses) == {303}
    assert _events(app, "reflection.revealed") == 2


def test_reviewed_at_once_is_reviewed_once_with_its_words(app: Flask, enter: Callable[[str], Browser], given: Given) -> None:
    given.send("ana", "Going quiet.")
    statuses = _together(app, enter("maya"), f"/review/{given.ana}", "text", f"/review/{given.ana}/reviewed", text="Thank you.")
    assert set(statuses) == {303}
    assert _events(app, "homework.reviewed") == 1
    assert _events(app, "feedback.given") == 1


def test_read_at_once_is_noted_once(app: Flask, enter: Callable[[str], Browser], given: Given) -> None:
    given.send("ana", "Going quiet.")
    maya = enter("maya")
    statuses = _all_at_once(app, maya, lambda client: client.get(f"/review/{given.ana}").status_code)
    assert set(statuses) == {200}
    assert _events(app, "reflection.read") == 1


def _together(app: Flask, maya: Browser, page: str, form: str, action: str = "", **typed: str) -> list[int]:
    """Send the same filled form from several windows at once."""
    maya.get(page)
    sent = {**dict(maya.page.form(form).form_values()), **typed}
    return _all_at_once(app, maya, lambda client: client.post(action or page, data=sent).status_code)


def _all_at_once(app: Flask, maya: Browser, act: Callable[[FlaskClient], int]) -> list[int]:
    """Act from several windows that share one sign-in."""
    windows = [app.test_client() for _ in range(AT_ONCE)]
    cookie = maya.client.get_cookie("homeward")
    assert cookie
    for window in windows:
        window.set_cookie("homeward", cookie.value)
    ready, statuses = Barrier(AT_ONCE), list[int]()

    def go(window: FlaskClient) -> None:
        ready.wait()
        statuses.append(act(window))

    threads = [Thread(target=go, args=[window]) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(statuses) == AT_ONCE
    return statuses


def _events(app: Flask, verb: str) -> int:
    with app.app_context():
        return len(db.session.scalars(select(Event).where(Event.verb == verb)).all())
