"""Two things at the same moment: a double click, two devices, two partners."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

from practice.db import db
from practice.homework.models import Reveals
from practice.homework.not_yet import NotYet
from practice.homework.plans import Plan
from practice.homework.reflections import Reflection
from tests.browser import Browser
from tests.cast import sign_in
from tests.homework.conftest import FULL, Evening


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    with ThreadPoolExecutor(len(acts)) as pool:
        return [running.result() for running in [pool.submit(act) for act in acts]]


def sender(evening: Evening, name: str) -> Callable[[], int]:
    """The press of the last button, with everything filled in."""
    browser = evening.browsers[name]
    evening.save(FULL, name=name)
    form = dict(browser.get(f"{evening.address(name=name)}/check").form("Send to Maya").form_values())
    return lambda: browser.client.post(f"{evening.address(name=name)}/submit", data=form).status_code


def test_a_double_click_sends_once(evening: Evening) -> None:
    press = sender(evening, "ana")
    assert at_once(press, press, press) == [303, 303, 303]
    with evening.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Reflection)) == 1


def test_two_who_send_at_the_same_moment_open_it(evening: Evening) -> None:
    with evening.app.app_context():
        evening.part().assignment.reveals = Reveals.ITSELF
        db.session.commit()
    assert at_once(sender(evening, "ana"), sender(evening, "ben")) == [303, 303]
    with evening.app.app_context():
        assert evening.part().assignment.is_revealed


@pytest.mark.parametrize("begun", [True, False])
def test_two_devices_that_save_at_the_same_moment_lose_nothing(evening: Evening, clients: Callable[[], Any], begun: bool) -> None:
    if begun:
        evening.save({"avoided": "first"}, revision=0, save_key="z.1")
    devices = [evening.browsers["ana"], Browser(clients())]
    sign_in(devices[1].client, "ana")

    def saver(browser: Browser, name: str, text: str) -> Callable[[], int]:
        token = {"X-CSRFToken": browser.get(f"{evening.address()}/contributions").value("csrf_token")}
        body = {"revision": 1, "save_key": f"{name}.1", "answering_as": evening.cast.ana, "readers": {}, "answers": {name: text}}
        return lambda: browser.client.post(f"{evening.address()}/draft", json=body, headers=token).status_code

    assert at_once(saver(devices[0], "longest", "from the phone"), saver(devices[1], "avoided", "from the laptop")) == [200, 200]
    assert evening.kept() == {"longest": "from the phone", "avoided": "from the laptop"}


def test_a_double_click_says_not_yet_once(evening: Evening, ana: Browser) -> None:
    address = f"/not-yet/{evening.steps['causes', 'ana']}"
    form = {**dict(ana.get(address).form("No time").form_values()), "reason": "no_time"}
    assert at_once(*[lambda: ana.client.post(address, data=form).status_code] * 3) == [303, 303, 303]
    with evening.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(NotYet)) == 1


def test_a_reveal_and_a_change_of_mind_at_once_have_one_outcome(evening: Evening, ana: Browser) -> None:
    for name in ("ana", "ben"):
        evening.send(name=name)
    maya = evening.enter("maya")
    with evening.app.app_context():
        reveal = f"/review/together/{evening.part().assignment.public_id}/reveal"
    pressed = dict(maya.get(reveal).form("seen").form_values())
    take_back = f"{evening.address()}/take-back"
    taken = dict(ana.get(take_back).form("Take it back").form_values())
    at_once(lambda: maya.client.post(reveal, data=pressed), lambda: ana.client.post(take_back, data=taken))
    with evening.app.app_context():
        part, bens = evening.part(), evening.part(name="ben")
        is_open = part.assignment.is_revealed
        assert is_open == (part.latest is not None)
        assert bens.latest
        assert bens.latest.is_revealed == is_open, "both or neither"


def test_a_plan_kept_twice_at_once_is_one(evening: Evening, ana: Browser) -> None:
    address = f"/plan/{evening.steps['causes', 'ana']}"
    form = {**dict(ana.get(address).form("Keep this plan").form_values()), "when": "Sunday"}
    assert at_once(*[lambda: ana.client.post(address, data=form).status_code] * 3) == [303, 303, 303]
    with evening.app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Plan)) == 1
